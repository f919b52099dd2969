package paper

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Trip is the list that somebody takes along who visits people after a settlement (回访路线单).
// Unlike what leaves the hall it holds telephones: of those cases its reader works on, the
// others' are masked already.
type Trip struct {
	Hall, By     string
	Today, Until hall.Day
	Stops        []hall.Stop // village by village
	Rest         int         // how many are not on the list
}

// Lines is the whole sheet, in lines of at most w cells.
func (p Trip) Lines(lang text.Lang, w int) []string {
	t := text.FollowForm
	out := []string{
		t.TripTitle.In(lang), t.TripBy.With("hall", p.Hall).With("day", text.Day(p.Today)).With("name", p.By).In(lang),
		t.TripHead.With("day", text.ShortDay(p.Until)).With("n", len(p.Stops)).On(p.today, lang), "",
	}
	out = append(out, p.Body(lang, w)...)
	if len(p.Stops) > 0 {
		return out
	}
	return append(out, t.TripNone.With("day", text.ShortDay(p.Until)).On(p.today, lang))
}

// today is the day on which the sheet is read.
func (p Trip) today() hall.Day { return p.Today }

// Body is the list itself.
func (p Trip) Body(lang text.Lang, w int) []string {
	t, village := text.FollowForm, ""
	var out []string
	for i, s := range p.Stops {
		if i == 0 || other(s.Visit.Village, village) {
			village = s.Visit.Village
			name := text.Raw(village)
			if village == "" {
				name = t.TripNoVillage
			}
			n := 0
			for _, o := range p.Stops[i:] {
				if other(o.Visit.Village, village) {
					break
				}
				n++
			}
			out = append(out, t.TripVillage.With("village", name).With("n", n).In(lang))
		}
		out = append(out, p.stop(s, lang, w)...)
	}
	if p.Rest > 0 {
		out = append(out, t.TripRest.With("n", p.Rest).In(lang))
	}
	return out
}

// other reports whether two villages are two stops.
func other(a, b string) bool { return a != b && hall.LikePlace(a, b) != hall.PlaceSame }

// stop is one visit: when, whom, where they live, what to look at, and room for notes.
func (p Trip) stop(s hall.Stop, lang text.Lang, w int) []string {
	t := text.FollowForm
	const indent, column = "    ", 12
	when := text.ShortDay(s.Visit.Day)
	if s.Visit.Slot.To > 0 {
		when = text.Raw("{day} {time}").With("day", when).With("time", text.Slot(s.Visit.Slot))
	}
	head := t.TripLine.With("day", when).With("left", text.Left(s.Visit.Day, p.Today)).With("who", text.Sides(s.Visit)).On(p.today, lang)
	out := widget.Wrap(strings.TrimRight("  "+head+"  "+s.Number, " "), w)
	add := func(label text.Message, value string) {
		for i, l := range widget.Wrap(value, max(w-len(indent)-column, 10)) {
			name := ""
			if i == 0 {
				name = widget.Cut(label.In(lang), column-1, "")
			}
			out = append(out, indent+widget.Pad(name, column)+l)
		}
	}
	for _, m := range text.WarningLines(s.Warning) {
		add(text.FollowForm.TripCare, m.In(lang))
	}
	for i, party := range s.Parties {
		label := text.FollowUps.Parties
		if i > 0 {
			label = text.Message{}
		}
		add(label, PartyLine(lang, party))
	}
	due := text.ShortDay(s.PerformBy)
	if s.Performed != 0 && s.PerformBy != 0 {
		due = t.TripPerformed.With("day", due).With("done", text.ShortDay(s.Performed))
	}
	if s.PerformBy != 0 {
		add(text.FollowUps.PerformBy, due.On(p.today, lang))
	}
	add(t.TripLook, strings.TrimSpace(text.FollowCause(s.Why).In(lang)+"  "+hall.Beginning(strings.Join(strings.Fields(s.Terms), " "), 120)))
	return append(out, indent+t.TripNoted.In(lang)+strings.Repeat("_", max(w-len(indent)-12, 8)), "")
}

// PartyLine is a party with how to reach him.
func PartyLine(lang text.Lang, p hall.Party) string {
	d := p.Details
	phone := d.Phone
	if phone == "" {
		phone = text.FollowUps.NoPhone.In(lang)
	}
	village := d.Village
	if strings.Contains(d.Address, village) {
		village = "" // said with the address
	}
	var out []string
	for _, s := range []string{text.FollowForm.TripParty.With("name", d.Name).With("side", text.Side(p.Side)).In(lang), phone, village, d.Address} {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "  ")
}
