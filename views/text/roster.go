package text

import "sizhen/store/hall"

// Roster are the words of the roster that several screens, files and papers say.
var Roster = struct{ Full, Part, Head, Member Message }{
	Full:   M("专职", "full-time"),
	Part:   M("兼职", "part-time"),
	Head:   M("主任", "head"),
	Member: M("调解员", "mediator"),
}

// Full says full- or part-time.
func Full(full bool) Message {
	if full {
		return Roster.Full
	}
	return Roster.Part
}

// FullShort says it under a heading that speaks of time.
func FullShort(full bool) Message {
	if full {
		return M("专职", "full")
	}
	return M("兼职", "part")
}

// Backgrounds names several.
func Backgrounds(all []hall.Background) Message {
	out := make([]Message, len(all))
	for i, b := range all {
		out[i] = Background(b)
	}
	return List(out...)
}

// Types names several dispute types.
func Types(s hall.Settings, codes []string) Message {
	out := make([]Message, len(codes))
	for i, c := range codes {
		out[i] = Type(s, c)
	}
	return List(out...)
}

// RosterPaper is what stands below the list that is put up.
var RosterPaper = struct{ Note Message }{
	Note: M("人民调解不收费。当事人可以自己选调解员。", "Mediation is free of charge. The parties may choose the mediator."),
}

// RosterExport is what the export of the roster says on the command line.
var RosterExport = struct{ Public Message }{
	Public: M("公示用：只有在任的", "to be put up: active ones only"),
}
