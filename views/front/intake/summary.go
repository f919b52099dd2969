package intake

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// summary shows everything once more, to be read over with the visitor.
func summary(s views.Session, m matter) *page.Doc {
	t, in, d := text.Intake, m.intake(s), page.New(s)
	for _, side := range bothSides() {
		for _, p := range in.Of(side) {
			d.Add(text.Side(side), partyLine(s, p))
		}
	}
	d.Add(t.Type, spaced(s.Say(text.Type(s.Settings, in.Type)), in.Subject))
	d.Add(t.Facts, in.Facts)
	d.Add(t.Requests, in.Requests)
	if in.Amount > 0 {
		d.Say(t.Amount, text.Money(in.Amount))
	}
	way := t.WrittenNo
	if in.Written {
		way = t.WrittenYes
	}
	d.Add(t.Source, spaced(s.Say(text.Source(in.Source)), in.SourceFrom, s.Say(way)))
	if in.Difficulty != hall.Ordinary {
		d.Say(t.Difficulty, text.Difficulty(in.Difficulty))
	}
	if in.Risk != hall.RiskNone || in.Flags != 0 {
		flags := ""
		if in.Flags != 0 {
			flags = s.Say(text.Flag(in.Flags))
		}
		d.Add(t.Risk, spaced(s.Say(text.Risk(in.Risk)), flags))
	}
	d.Add(t.Measures, in.Measures)
	if in.Police.Done() {
		d.Add(t.PoliceAt, spaced(s.Say(text.Moment(in.Police.At)), in.Police.Officer))
	}
	if in.Urgent {
		d.Add(t.Urgent, in.UrgentWhy)
	}
	if in.PartyRefuses {
		d.Say(t.Refuses, t.Yes)
	}
	if in.Bar != hall.BarNone {
		d.Say(t.Bar, text.Bar(in.Bar))
	}
	if in.Confidential {
		d.Say(t.Secret, t.Yes)
	}
	if m.relapse.ID != 0 {
		d.Add(t.Relapse, spaced(s.Say(caseName(m.relapse)), m.relapse.Subject))
	}
	d.Add(t.Where, leads(s, in.End))
	return d
}

// leads says the ending in one line.
func leads(s views.Session, e hall.Ending) string {
	parts := []string{s.Say(text.Outcome(e.Outcome))}
	if e.Outcome == hall.Booked {
		parts = append(parts, s.Say(text.EchoDay(e.Slot.Day, s.Today(), s.Calendar())), text.Slot(e.Slot), s.Say(text.Mode(e.Mode)), e.Room, e.Place, e.Mediated)
	}
	return spaced(append(parts, e.To, e.Reason, e.Referral, e.Advice)...)
}

// partyLine is somebody in one line, number and telephone masked.
func partyLine(s views.Session, p hall.Party) string {
	t, d := text.Intake, p.Details
	parts := []string{d.Name}
	if d.Sex != hall.SexUnknown {
		parts = append(parts, s.Say(text.Sex(d.Sex)))
	}
	if age := hall.Age(d.Birth, s.Today()); age >= 0 {
		parts = append(parts, s.Say(t.Aged.With("n", age)))
	}
	parts = append(parts, d.Village, hall.MaskPhone(d.Phone), hall.MaskDoc(d.DocNumber))
	for _, x := range []struct {
		name text.Message
		who  string
	}{{t.Contact, d.Contact}, {t.Guardian, p.Guardian}, {t.Proxy, spaced(p.Proxy, p.ProxyScope)}} {
		if x.who != "" {
			parts = append(parts, s.Say(x.name)+" "+x.who)
		}
	}
	if p.Representative {
		parts = append(parts, s.Say(t.RepMark))
	}
	return spaced(parts...)
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
