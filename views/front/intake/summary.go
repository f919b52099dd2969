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
	in, d := m.intake(s), page.New(s)
	for _, side := range bothSides() {
		for _, p := range in.Of(side) {
			d.Add(text.Side(side), partyLine(s, p))
		}
	}
	d.Add(typeLabel, spaced(s.Say(text.Type(s.Settings, in.Type)), in.Subject))
	d.Add(factsLabel, in.Facts)
	d.Add(requests, in.Requests)
	if in.Amount > 0 {
		d.Say(amount, text.Money(in.Amount))
	}
	way := writtenNo
	if in.Written {
		way = writtenYes
	}
	d.Add(source, spaced(s.Say(text.Source(in.Source)), in.SourceFrom, s.Say(way)))
	if in.Difficulty != hall.Ordinary {
		d.Say(difficulty, text.Difficulty(in.Difficulty))
	}
	if in.Risk != hall.RiskNone || in.Flags != 0 {
		flags := ""
		if in.Flags != 0 {
			flags = s.Say(text.Flag(in.Flags))
		}
		d.Add(riskLabel, spaced(s.Say(text.Risk(in.Risk)), flags))
	}
	d.Add(measures, in.Measures)
	if in.Police.Done() {
		d.Add(policeAt, spaced(s.Say(text.Moment(in.Police.At)), in.Police.Officer))
	}
	if in.Urgent {
		d.Add(urgent, in.UrgentWhy)
	}
	if in.PartyRefuses {
		d.Say(refusesLabel, yes)
	}
	if in.Bar != hall.BarNone {
		d.Say(bar, text.Bar(in.Bar))
	}
	if in.Confidential {
		d.Say(secret, yes)
	}
	if m.relapse.ID != 0 {
		d.Add(relapseLabel, spaced(s.Say(caseName(m.relapse)), m.relapse.Subject))
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
