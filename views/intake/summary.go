package intake

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// page is how far PgUp and PgDn move through the summary.
const page = 10

// drawSummary shows everything once more, to be read over with the visitor.
func (v *View) drawSummary(w, h int) views.Frame {
	st := v.env.Styles
	fw, rows, lw := min(w-6, widest), v.summary(), 12
	for _, r := range rows {
		lw = min(max(lw, widget.Width(r[0])), 20)
	}
	var lines []string
	for _, r := range rows {
		if r[1] == "" {
			continue
		}
		for i, l := range widget.Wrap(r[1], fw-lw-2) {
			label := ""
			if i == 0 {
				label = r[0]
			}
			lines = append(lines, st.Muted.Render(widget.PadLeft(widget.Cut(label, lw, st.Marks.More), lw))+"  "+l)
		}
	}
	v.top = max(min(v.top, len(lines)-(h-2)), 0)
	out := []string{""}
	for _, l := range lines[v.top:] {
		out = append(out, "  "+l)
	}
	return views.NewFrame(w, h, out)
}

func (v *View) summary() [][2]string {
	say, t, in := v.env.Say, text.Intake, v.intake
	var out [][2]string
	add := func(label text.Message, value string) { out = append(out, [2]string{say(label), value}) }
	for _, s := range bothSides() {
		for _, p := range in.Of(s) {
			add(text.Side(s), v.partyLine(p))
		}
	}
	add(t.Type, say(text.Type(v.env.Settings, in.Type))+"  "+in.Subject)
	add(t.Facts, in.Facts)
	add(t.Requests, in.Requests)
	if in.Amount > 0 {
		add(t.Amount, say(text.Money(in.Amount)))
	}
	way := t.WrittenNo
	if in.Written {
		way = t.WrittenYes
	}
	add(t.Source, spaced(say(text.Source(in.Source)), in.SourceFrom, say(way)))
	if in.Difficulty != hall.Ordinary {
		add(t.Difficulty, say(text.Difficulty(in.Difficulty)))
	}
	if in.Risk != hall.RiskNone || in.Flags != 0 {
		add(t.Risk, v.danger())
	}
	add(t.Measures, in.Measures)
	if in.Police.Done() {
		add(t.PoliceAt, say(text.Moment(in.Police.At))+"  "+in.Police.Officer)
	}
	if in.Urgent {
		add(t.Urgent, in.UrgentWhy)
	}
	if in.PartyRefuses {
		add(t.Refuses, say(t.Yes))
	}
	if in.Bar != hall.BarNone {
		add(t.Bar, say(text.Bar(in.Bar)))
	}
	if in.Confidential {
		add(t.Secret, say(t.Yes))
	}
	if v.relapse.ID != 0 {
		add(t.Relapse, spaced(say(caseName(v.relapse)), v.relapse.Subject))
	}
	add(t.Where, v.leads())
	return out
}

// leads says the ending in one line.
func (v *View) leads() string {
	say, e := v.env.Say, v.intake.End
	parts := []string{say(text.Outcome(e.Outcome))}
	if e.Outcome == hall.Booked {
		parts = append(parts, say(text.ShortDay(e.Slot.Day)), text.Slot(e.Slot), say(text.Mode(e.Mode)), e.Room, e.Place, e.Mediated)
	}
	return spaced(append(parts, e.To, e.Reason, e.Referral, e.Advice)...)
}

// partyLine is somebody in one line, number and telephone masked.
func (v *View) partyLine(p hall.Party) string {
	say, t, d := v.env.Say, text.Intake, p.Details
	parts := []string{d.Name}
	if d.Sex != hall.SexUnknown {
		parts = append(parts, say(text.Sex(d.Sex)))
	}
	if age := hall.Age(d.Birth, v.env.Today()); age >= 0 {
		parts = append(parts, say(t.Aged.With("n", age)))
	}
	parts = append(parts, d.Village, hall.MaskPhone(d.Phone), hall.MaskDoc(d.DocNumber))
	for _, x := range []struct {
		name text.Message
		who  string
	}{{t.Contact, d.Contact}, {t.Guardian, p.Guardian}, {t.Proxy, spaced(p.Proxy, p.ProxyScope)}} {
		if x.who != "" {
			parts = append(parts, say(x.name)+" "+x.who)
		}
	}
	if p.Representative {
		parts = append(parts, say(t.RepMark))
	}
	return spaced(parts...)
}

// danger is the level of risk and the flags.
func (v *View) danger() string {
	flags := ""
	if v.intake.Flags != 0 {
		flags = v.env.Say(text.Flag(v.intake.Flags))
	}
	return spaced(v.env.Say(text.Risk(v.intake.Risk)), flags)
}

// spaced sets the parts that are there apart.
func spaced(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "  ")
}

type readChosen struct{ what string }

// readMenu is what can be done after reading over.
func (v *View) readMenu() tea.Cmd {
	say, t := v.env.Say, text.Intake
	items := []widget.MenuItem{{ID: "register", Label: say(t.RegisterIt)}, {ID: "back", Label: say(t.ChangeIt)}, {ID: "discard", Label: say(t.Discard)}}
	return views.Open(dialog.Menu(v.env, say(t.Summary), items, func(id string) tea.Msg { return readChosen{id} }))
}

func (v *View) readOver(m readChosen) tea.Cmd {
	switch {
	case v.step != stepRead:
		return nil
	case m.what == "register":
		return v.finish()
	case m.what == "back":
		return v.move(stepWhere)
	}
	return v.confirmDiscard()
}
