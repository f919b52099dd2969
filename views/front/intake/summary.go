package intake

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// summary shows everything once more, to be read over with the visitor.
func summary(s views.Session, m matter) *page.Doc {
	in, d := m.intake(s), page.New(s)
	for _, side := range bothSides() {
		for _, p := range in.Of(side) {
			d.Add(text.Side(side), partyLine(s, p))
		}
	}
	facts.Show(d, s, in.Matter)
	facts.ShowBars(d, in)
	if m.relapse.ID != 0 {
		d.Add(relapseLabel.Upfront(), spaced(s.Say(caseName(m.relapse)), m.relapse.Subject))
	}
	d.Add(whereLabel, leads(s, in.End))
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
	d := p.Details
	parts := []string{d.Name}
	if d.Sex != hall.SexUnknown {
		parts = append(parts, s.Say(text.Sex(d.Sex)))
	}
	if age := hall.Age(d.Birth, s.Today()); age >= 0 {
		parts = append(parts, s.Say(aged.With("n", age)))
	}
	parts = append(parts, d.Village, hall.MaskPhone(d.Phone), hall.MaskDoc(d.DocNumber))
	for _, x := range []struct {
		name text.Message
		who  string
	}{{text.Intake.Contact, d.Contact}, {guardianLabel, p.Guardian}, {proxyLabel, spaced(p.Proxy, p.ProxyScope)}} {
		if x.who != "" {
			parts = append(parts, s.Say(x.name)+" "+x.who)
		}
	}
	if p.Representative {
		parts = append(parts, s.Say(repMark))
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
