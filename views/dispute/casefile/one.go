package casefile

import (
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/dispute/task"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// about is what is on record of a consultation, by its kind, or of a task.
func (e event) about(s views.Session) *page.Doc {
	d := page.New(s)
	if k := e.task; k != nil {
		d.Title(k.What)
		d.Say(text.Raw(" "), text.Consult.ByDay.With("who", k.Who).With("day", text.ShortDay(k.Due)))
		switch k.State() {
		case hall.TaskOpen:
			d.Say(text.Raw(" "), text.Left(k.Due, s.Today()))
		case hall.TaskDone:
			d.Say(taskDone.Upfront(), text.Words(text.ShortDay(k.Done), text.Raw(k.DoneBy)))
			d.Add(result, k.Result)
		case hall.TaskOff:
			d.Add(taskOff.Upfront(), k.OffWhy())
		}
		task.Corrections(d, s, *k)
		return d
	}
	record.Show(d, s, *e.visit)
	return d
}
