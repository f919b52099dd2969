package casefile

import (
	"time"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// reportRule says by which law, and who has not heard of it yet.
func reportRule(_ views.Session, f hall.CaseFile) text.Message {
	if to := f.Case.ToReport(); len(to) > 0 {
		return text.Words(ruleReport, stillToTell.With("who", text.Authorities(to)))
	}
	return ruleReport
}

// reportStart begins with who is still to be told.
func reportStart(s views.Session, r *taking) {
	r.Report.At = s.Now()
	if to := r.of.Case.ToReport(); len(to) > 0 {
		r.Report.To = to[0]
	}
}

func reportFields(views.Session, hall.CaseFile) []*field {
	return []*field{
		form.Enum("authority", toAuthority, func(r *taking) *hall.Authority { return &r.Report.To }, hall.Authorities(), text.Authority).Given(),
		moment("at", func(r *taking) *time.Time { return &r.Report.At }),
		form.Text("officer", officer, 60, func(r *taking) *string { return &r.Report.Who }).Required(),
	}
}

// toReport says first who must hear of a case and has not: at once where its level is red, else by its day.
func toReport(d *page.Doc, s views.Session, c hall.Case) {
	to := c.ToReport()
	if len(to) == 0 {
		return
	}
	tone := widget.Accent
	for _, due := range c.Dues() {
		if due.Kind == hall.DueReport && due.Day < s.Today() {
			tone = widget.Danger
		}
	}
	if c.RiskLevel() == hall.LevelRed {
		tone = widget.Danger
	}
	d.Row(s.Say(text.Words(text.LevelClock(c.RiskLevel()), stillToTell.With("who", text.Authorities(to)))), tone)
}

// reports are those beside the first to the police, which stands with the matter.
func reports(d *page.Doc, c hall.Case) {
	for _, r := range c.Reports {
		d.Say(reportedTo, text.Report(r))
	}
}
