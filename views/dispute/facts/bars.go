package facts

import (
	"sizhen/store/hall"
	"sizhen/views/kit/form"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// Bars are the questions about what keeps a dispute from being mediated: a party refuses [law 17], or the
// matter is not one that may be accepted [order 75 art. 22].
func Bars[R any](at func(*R) (*bool, *hall.Bar)) (refuses, bar *form.Field[R]) {
	refuses = form.YesNo("refuses", refusesLabel, func(r *R) *bool { yes, _ := at(r); return yes }).Given().Help(refusesHelp)
	all := []hall.Bar{hall.BarNone, hall.BarSpecial, hall.BarLaw, hall.BarCourt, hall.BarPolice, hall.BarOther}
	bar = form.Enum("bar", barLabel, func(r *R) *hall.Bar { _, bar := at(r); return bar }, all, barName).Given()
	return refuses, bar
}

// ShowBars tells what of that was registered.
func ShowBars(d *page.Doc, in hall.Intake) {
	if in.PartyRefuses {
		d.Say(refusesLabel, text.Yes)
	}
	if in.Bar != hall.BarNone {
		d.Say(barLabel, text.Bar(in.Bar))
	}
}

func barName(b hall.Bar) text.Message {
	if b == hall.BarNone {
		return barNone
	}
	return text.Bar(b)
}

var (
	refusesLabel = text.M("一方拒绝", "A party refuses")
	refusesHelp  = text.M("一方明确拒绝调解的，不得调解（第 17 条）", "no mediation once a party clearly refuses (art. 17)")
	barLabel     = text.M("不能受理的", "Excluded by")
	barNone      = text.M("没有", "none")
)
