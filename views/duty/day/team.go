package day

import (
	"fmt"
	"slices"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// visits are the county team's shifts of a day.
func visits(d hall.DutyDay) []hall.DutyRow {
	return slices.DeleteFunc(slices.Clone(d.Rows), func(r hall.DutyRow) bool { return r.Kind != hall.DutyCounty || r.State != hall.DutyStands })
}

// teamPart is a visit with its people; that it was moved here is said with the reason.
func (d *reading) teamPart(r hall.DutyRow) part {
	out := group(visitHead, text.Message{})
	if r.Township != "" && r.Township != d.Settings.Name {
		out.Head = visitOfHead.With("township", r.Place())
	}
	out.Rest, out.rows = movedHere(r.Shift), d.places(&r)
	return out
}

// teamParts are the groups of the county team's day: who of it came, who came to the hall, what it
// took on and what it hands back.
func (d *reading) teamParts() []part {
	var out []part
	all := visits(d.DutyDay)
	for _, r := range all {
		out = append(out, d.teamPart(r))
	}
	if d.Settings.Level != hall.County {
		came := group(cameHead.With("n", len(d.Visits)), cameNone)
		for i := range d.Visits {
			came.add(d.visitor(&d.Visits[i]))
		}
		out = append(out, came)
	}
	took, back := group(text.Message{}, tookNone), group(text.Message{}, backNone)
	for i := range all {
		took.rows = append(took.rows, d.hands(&all[i], "t", all[i].Took)...)
		back.rows = append(back.rows, d.hands(&all[i], "b", all[i].Back)...)
	}
	took.Head, back.Head = tookHead.With("n", len(took.rows)), backHead.With("n", len(back.rows))
	return append(out, took, back)
}

func (d *reading) visitor(r *hall.VisitRow) row {
	when := text.Clock(r.Arrived)
	if when == "" && r.Slot.To > 0 {
		when = text.Minutes(r.Slot.From)
	}
	tone, who := widget.Normal, text.Sides(*r)
	if r.State.Over() {
		tone = widget.Muted
	}
	if r.Hidden {
		who = text.Confidential
	}
	return row{key: fmt.Sprint("v", r.ID), tone: tone, visit: r, on: r.Case, cells: [3]string{
		strings.TrimSpace(when + " " + d.Say(text.Kind(r.Kind))), d.Say(who), d.Say(text.Words(text.VisitState(*r), text.Raw(r.Subject))),
	}}
}

// hands are the matters that changed hands on a visit, by who wrote them down.
func (d *reading) hands(r *hall.DutyRow, key string, all []hall.DutyCase) []row {
	var out []row
	for i := range all {
		c, who := &all[i], text.Message{}
		if c.Who != "" {
			who = forWhom.With("name", c.Who)
		}
		out = append(out, row{key: fmt.Sprint(key, r.ID, ".", i), duty: r, hands: c, on: c.Case,
			cells: [3]string{c.By, c.What, d.Say(text.Words(number(c.Case, c.Number), who))}})
	}
	return out
}
