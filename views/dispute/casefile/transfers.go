package casefile

import (
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/ending"
	"sizhen/views/kit/form"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

func transferStart(s views.Session, r *taking) {
	dayStart(s, r)
	r.Days = hall.TransferDays
}

// transferFields are what stands on the transfer sheet (流转单).
func transferFields(views.Session, hall.CaseFile) []*field {
	out := []*field{
		ending.To(func(r *taking) *hall.BodyID { return &r.ToBody }, func(r *taking) *string { return &r.To }),
		form.Enum("direction", directionLabel, func(r *taking) *hall.Direction { return &r.Direction }, hall.Directions(), text.Direction).Required(),
		reason(),
		form.Number("days", answerDays, 1, hall.MostTransfer, workdaysUnit, func(r *taking) *int { return &r.Days }).Required(),
	}
	return append(out, dated(text.Consult.Day)...)
}

// returnedRule says where the case goes on.
func returnedRule(_ views.Session, f hall.CaseFile) text.Message {
	all := f.Case.Handed()
	if len(all) == 0 {
		return text.Message{}
	}
	return ruleReturned.With("state", text.State(all[len(all)-1].From))
}

// aboutTransfers is each time that the case was handed on, and what was answered.
func aboutTransfers(d *page.Doc, s views.Session, f hall.CaseFile) {
	var all []string
	for _, t := range f.Case.Handed() {
		m := transferredTo.With("day", text.Day(t.On)).With("to", t.To)
		if t.Direction != hall.ToNone {
			m = text.Joined([]text.Message{m, transferDirection.With("way", text.Direction(t.Direction))}, "")
		}
		if t.Reason != "" {
			m = text.Joined([]text.Message{m, transferWhy.With("why", t.Reason)}, "")
		}
		all = append(all, s.Say(m))
		switch {
		case t.Answer != hall.TransferWaits:
			m = answerGiven.With("day", text.Day(t.Answered)).With("answer", text.TransferAnswer(t.Answer))
			if t.Why != "" {
				m = text.Joined([]text.Message{m, transferWhy.With("why", t.Why)}, "")
			}
			all = append(all, s.Say(text.Words(text.Raw("  "), m, text.Raw(t.Number))))
		case t.AnswerBy != 0:
			all = append(all, s.Say(text.Words(text.Raw("  "), answerWaits.With("day", text.Day(t.AnswerBy)))))
		}
	}
	if d.Each(transfersLabel, all); f.ToNow != "" {
		d.Say(calledNow, text.Raw(f.ToNow))
	}
}
