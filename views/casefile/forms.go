package casefile

import (
	"strconv"
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// form describes what an action asks for, and how the answers become a step. Long ones fill
// the screen, the others stand in a box; all keep drafts.
type form struct {
	long  bool
	kind  hall.DraftKind
	rule  func(v *View) text.Message // what must be known while filling it in
	items func(v *View) []widget.Item
	step  func(v *View, get func(string) string) (hall.Step, *hall.Error)
}

// forms holds one row for every action that asks for something.
func forms() map[hall.Action]form {
	t, other := text.CaseFile, hall.DraftOther
	end := form{kind: other, rule: says(t.RuleEnd), items: endItems, step: readEnd}
	return map[hall.Action]form{
		hall.ActRefuse:    {kind: other, rule: says(t.RuleRefuse), items: refuseItems, step: readEnd},
		hall.ActFail:      end,
		hall.ActTerminate: end,
		hall.ActWithdraw:  end,
		hall.ActTransfer: {kind: other, items: func(v *View) []widget.Item {
			return []widget.Item{{ID: "to", Label: v.env.Say(t.To), Max: 60, Required: true}, v.reason()}
		}, step: readEnd},
		hall.ActPause:  {kind: other, rule: says(t.ResumeBody), items: because, step: readEnd},
		hall.ActReopen: {kind: other, rule: newLimit(func(v *View) hall.Day { return v.env.Today() }), items: because, step: readEnd},
		hall.ActExtend: {kind: other, rule: nextLimit, items: func(v *View) []widget.Item {
			return []widget.Item{v.yesNo("both", t.Both, t.BothHelp, ""), v.reason()}
		}, step: readEnd},
		hall.ActPerform: {kind: other, items: func(v *View) []widget.Item {
			note := v.reason()
			note.Label, note.Required = v.env.Say(t.Note), false
			return []widget.Item{v.day("day", t.Day, v.env.Today(), true), note}
		}, step: readDay},
		hall.ActConfirm: {kind: other, rule: confirmRule, items: confirmItems, step: readDay},
		hall.ActSign:    {kind: other, rule: signRule, items: signItems, step: readSign},
		hall.ActPolice:  {kind: other, rule: says(t.RulePolice), items: policeItems, step: readPolice},
		hall.ActSession: {long: true, kind: hall.DraftSession, rule: sessionRule, items: sessionItems, step: readSession},
		hall.ActAgree:   {long: true, kind: hall.DraftAgreement, rule: says(t.RuleAgree), items: agreeItems, step: readAgree},
		hall.ActAmend:   {long: true, kind: other, rule: amendRule, items: amendItems, step: readAmend},
	}
}

func because(v *View) []widget.Item { return []widget.Item{v.reason()} }

func (v *View) reason() widget.Item {
	return widget.Item{ID: "reason", Label: v.env.Say(text.CaseFile.Reason), Kind: widget.Notes, Rows: 2, Max: 1000, Required: true}
}

func (v *View) yesNo(id string, label, help text.Message, value string) widget.Item {
	say, t := v.env.Say, text.CaseFile
	return widget.Item{ID: id, Label: say(label), Kind: widget.Choice, Help: say(help), Value: value, Options: []widget.Option{
		{Key: "0", Label: say(t.No), Initials: "f"}, {Key: "1", Label: say(t.Yes), Initials: "s"},
	}, Required: value == ""}
}

func (v *View) day(id string, label text.Message, value hall.Day, required bool) widget.Item {
	return widget.Item{ID: id, Label: v.env.Say(label), Max: 20, Value: value.String(), Replace: true, Required: required, Help: v.env.Say(text.CaseFile.DayHelp)}
}

func (v *View) notes(id string, label text.Message, rows int, value string) widget.Item {
	return widget.Item{ID: id, Label: v.env.Say(label), Kind: widget.Notes, Rows: rows, Max: 4000, Value: value}
}

func endItems(v *View) []widget.Item {
	t, say := text.CaseFile, v.env.Say
	return []widget.Item{v.reason(), {ID: "referral", Label: say(t.Referral), Kind: widget.Notes, Rows: 2, Max: 300, Required: true, Value: say(t.OtherWays)}}
}

func refuseItems(v *View) []widget.Item {
	e, say := text.Ending, v.env.Say
	return []widget.Item{v.reason(), {ID: "referral", Label: say(e.Referral), Max: 300, Required: true, Help: say(e.ReferralHelp),
		Suggest: []string{say(e.Court), say(e.Petition), say(e.Arbitration), say(e.Police)}}}
}

func readEnd(_ *View, get func(string) string) (hall.Step, *hall.Error) {
	return hall.Step{Reason: get("reason"), Referral: get("referral"), To: get("to"), Both: get("both") == "1"}, nil
}

// readDate reads a date field; an empty one is no date.
func readDate(v *View, get func(string) string, id string) (hall.Day, *hall.Error) {
	s := get(id)
	if s == "" {
		return 0, nil
	}
	d, err := text.ParseDate(s, v.env.Today())
	if err != nil {
		return 0, err.(*hall.Error).In(id)
	}
	return d, nil
}

func readDay(v *View, get func(string) string) (hall.Step, *hall.Error) {
	d, bad := readDate(v, get, "day")
	return hall.Step{Day: d, Reason: get("reason"), Both: get("both") == "1", To: get("to")}, bad
}

// confirmItems warn of the classes that a court does not confirm (CPL 2023 art. 205–206).
func confirmItems(v *View) []widget.Item {
	t, say := text.CaseFile, v.env.Say
	day := v.day("day", t.Day, v.env.Today(), true)
	switch v.file.Case.Type {
	case "marriage":
		day.Help = say(t.StatusWarning)
	case "homestead", "land":
		day.Help = say(t.OwnerWarning)
	}
	return []widget.Item{day, v.yesNo("both", t.Both, t.BothHelp, ""), {ID: "to", Label: say(t.Court), Max: 60, Required: true}}
}

func signItems(v *View) []widget.Item {
	t, a := text.CaseFile, v.file.Case.Agreement
	first := v.day("partiessigned", t.PartiesSigned, a.PartiesSigned, false)
	first.Help = v.env.Say(t.SignHelp)
	return []widget.Item{first, v.day("mediatorsigned", t.MediatorSigned, a.MediatorSigned, false), v.day("sealed", t.Sealed, a.Sealed, false)}
}

func readSign(v *View, get func(string) string) (hall.Step, *hall.Error) {
	var s hall.Step
	for _, x := range []struct {
		id string
		to *hall.Day
	}{{"partiessigned", &s.PartiesSigned}, {"mediatorsigned", &s.MediatorSigned}, {"sealed", &s.Sealed}} {
		d, bad := readDate(v, get, x.id)
		if bad != nil {
			return s, bad
		}
		*x.to = d
	}
	if s.PartiesSigned+s.MediatorSigned+s.Sealed == 0 {
		return s, hall.Refuse(hall.ErrRequired).In("partiessigned")
	}
	return s, nil
}

func policeItems(v *View) []widget.Item {
	t, say := text.CaseFile, v.env.Say
	return []widget.Item{
		{ID: "police", Label: say(t.When), Max: 20, Required: true, Value: text.Clock(v.env.Now()), Replace: true, Help: say(t.WhenHelp)},
		{ID: "officer", Label: say(t.Officer), Max: 60, Required: true},
	}
}

// readMoment reads a time of day, today's unless a date stands before it.
func readMoment(v *View, get func(string) string, id string) (time.Time, *hall.Error) {
	s, day := get(id), v.env.Today()
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		d, err := text.ParseDate(strings.TrimSpace(s[:i]), day)
		if err != nil {
			return time.Time{}, err.(*hall.Error).In(id)
		}
		day, s = d, s[i+1:]
	}
	from, _, err := text.ParseSlot(s)
	if err != nil {
		return time.Time{}, err.(*hall.Error).In(id)
	}
	return day.At(from, v.env.Now().Location()), nil
}

func readPolice(v *View, get func(string) string) (hall.Step, *hall.Error) {
	at, bad := readMoment(v, get, "police")
	return hall.Step{Police: hall.Police{At: at, Officer: get("officer")}}, bad
}

// present are the mediators and the parties, as a record begins.
func present(v *View) string {
	var names []string
	for _, m := range v.file.Case.Mediators() {
		names = append(names, m.Name)
	}
	for _, p := range v.file.Case.Parties {
		names = append(names, p.Details.Name)
	}
	return v.env.Say(text.Names(names))
}

// inRoom is where a consultation about the case is going on.
func inRoom(v *View) string {
	for _, c := range v.file.Consultations {
		if c.State == hall.Started && c.Session == nil {
			return c.Room
		}
	}
	return ""
}

// sessionItems begin with what is known. What was told and how it ended is never assumed.
func sessionItems(v *View) []widget.Item {
	t, say := text.CaseFile, v.env.Say
	var results []widget.Option
	for _, r := range []hall.SessionResult{hall.ResultContinue, hall.ResultSettled, hall.ResultFailed} {
		results = append(results, widget.Option{Key: strconv.Itoa(int(r)), Label: say(text.Result(r)), Initials: pinyin.First(text.Result(r).In(text.Zh))})
	}
	return []widget.Item{
		{ID: "at", Label: say(t.When), Max: 30, Required: true, Value: text.Clock(v.env.Now()), Replace: true, Help: say(t.WhenHelp)},
		{ID: "place", Label: say(t.Place), Max: 40, Value: inRoom(v)},
		{ID: "present", Label: say(t.Present), Max: 600, Value: present(v)},
		v.yesNo("rights", t.RightsTold, t.RightsHelp, "0"),
		v.notes("statements", t.Statements, 4, ""), v.notes("facts", t.Checked, 3, ""),
		{ID: "result", Label: say(t.Result), Kind: widget.Choice, Required: true, Options: results},
		v.notes("outcome", t.Outcome, 3, ""),
	}
}

func readSession(v *View, get func(string) string) (hall.Step, *hall.Error) {
	at, bad := readMoment(v, get, "at")
	n, _ := strconv.Atoi(get("result"))
	return hall.Step{Session: &hall.Session{
		At: at, Place: get("place"), Present: get("present"), RightsTold: get("rights") == "1", Statements: get("statements"), Facts: get("facts"),
		Result: hall.SessionResult(n), Outcome: get("outcome"),
	}}, bad
}

func agreeItems(v *View) []widget.Item {
	t, say, c := text.CaseFile, v.env.Say, v.file.Case
	terms := ""
	for _, x := range v.file.Consultations {
		if x.Session != nil && x.Session.Result == hall.ResultSettled {
			terms = x.Session.Outcome
		}
	}
	return []widget.Item{
		{ID: "written", Label: say(text.CaseFile.Agreement), Kind: widget.Choice, Value: "1", Help: say(t.OralHelp),
			Options: []widget.Option{{Key: "1", Label: say(t.Written), Initials: "sm"}, {Key: "0", Label: say(t.Oral), Initials: "kt"}}},
		v.day("made", t.Made, v.env.Today(), true),
		v.notes("facts", t.Facts, 3, c.Facts),
		v.notes("terms", t.Terms, 4, terms),
		{ID: "amount", Label: say(t.Amount), Max: 20, Value: yuan(c.Amount)},
		v.yesNo("onspot", t.OnSpot, text.Message{}, "0"),
		v.day("performby", t.PerformBy, 0, false),
		{ID: "manner", Label: say(t.Manner), Max: 60},
		{ID: "place", Label: say(t.Place), Max: 60, Value: v.env.Settings.Name},
		v.yesNo("wants", t.Wants, t.WantsHelp, "0"),
		{ID: "whyoral", Label: say(t.WhyOral), Max: 100},
	}
}

func readAgree(v *View, get func(string) string) (hall.Step, *hall.Error) {
	a := &hall.Agreement{
		Written: get("written") == "1", Facts: get("facts"), Terms: get("terms"), Manner: get("manner"), Place: get("place"),
		OnSpot: get("onspot") == "1", WantsConfirm: get("wants") == "1", WhyOral: get("whyoral"),
	}
	var bad *hall.Error
	if a.Made, bad = readDate(v, get, "made"); bad != nil {
		return hall.Step{}, bad
	}
	if a.PerformBy, bad = readDate(v, get, "performby"); bad != nil {
		return hall.Step{}, bad
	}
	if s := get("amount"); s != "" {
		fen, err := text.ParseMoney(s)
		if err != nil {
			return hall.Step{}, err.(*hall.Error).In("amount")
		}
		a.Amount = fen
	}
	return hall.Step{Agreement: a}, nil
}
