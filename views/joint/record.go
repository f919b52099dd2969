package joint

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What came of a joint consultation, as it is written down on the day.

const (
	came      = "1"
	stayed    = "0"
	mostTasks = 9
)

func taskID(field string, n int) string { return fmt.Sprint(field, n) }

// recordItems ask of each whether he came and what he said, then what they agreed on, and
// what has to be done. Nothing is assumed of who came.
func (v *View) recordItems(attend []hall.Invitee) []widget.Item {
	t, say := text.JointForm, v.env.Say
	var out []widget.Item
	for _, i := range attend {
		k := keyOf(i)
		note := i.Note
		if i.Answer == hall.CannotGo || i.Answer == hall.SendsSome {
			note = say(text.Answer(i.Answer)) + " " + note
		}
		out = append(out,
			widget.Item{ID: "came " + k, Label: i.Name, Kind: widget.Choice, Required: true, Note: note,
				Options: []widget.Option{{Key: came, Label: say(t.CameYes), Initials: "dl"}, {Key: stayed, Label: say(t.CameNo), Initials: "md"}}},
			widget.Item{ID: "opinion " + k, Label: say(t.HisOpinion), Kind: widget.Notes, Rows: 2, Max: 1000},
			widget.Item{ID: "dissent " + k, Label: say(t.HisDissent), Max: 500, Help: say(t.DissentHelp)})
	}
	out = append(out,
		widget.Item{ID: "present", Label: say(t.Others), Max: 200, Help: say(t.OthersHelp)},
		widget.Item{ID: "line", Label: say(t.Line), Kind: widget.Notes, Rows: 3, Max: 2000, Required: true, Help: say(t.LineHelp)},
		widget.Item{ID: "opinion", Label: say(t.Handling), Kind: widget.Notes, Rows: 3, Max: 2000, Required: true, Help: say(t.HandlingHelp)},
		widget.Item{ID: "who", Label: say(t.Who), Max: 40, Required: true, Suggest: v.names()},
		widget.Item{ID: "by", Label: say(t.By), Max: 20, Required: true, Help: say(text.Ending.DayHelp)})
	for n := range mostTasks {
		name := t.Task
		if n > 0 {
			name = t.TaskNext
		}
		out = append(out,
			widget.Item{ID: taskID("task", n), Label: say(name), Max: 200, Help: say(t.TaskHelp)},
			widget.Item{ID: taskID("taskwho", n), Label: say(t.TaskWho), Max: 40, Required: true, Suggest: v.names()},
			widget.Item{ID: taskID("taskdue", n), Label: say(t.TaskDue), Max: 20, Required: true, Help: say(text.Ending.DayHelp)})
	}
	return out
}

// names are those who may have to do something: the case's mediators, then who was asked.
func (v *View) names() []string {
	var out []string
	seen := map[string]bool{}
	add := func(s string) {
		if s != "" && !seen[s] && len(out) < 9 {
			seen[s] = true
			out = append(out, s)
		}
	}
	for _, m := range v.file.Case.Mediators() {
		add(m.Name)
	}
	add(v.file.Consultation.Joint.Convener.Name)
	for _, i := range v.file.Consultation.Joint.Invited {
		add(i.Name)
	}
	return out
}

// pickName takes a suggested name.
func (v *View) pickName(id string, n int) {
	if names := v.names(); n < len(names) {
		v.fill.Form.SetValue(id, names[n])
	}
}

func (v *View) followRecord() {
	f := v.fill.Form
	for _, i := range v.fill.attend {
		here := f.Raw("came "+keyOf(i)) == came
		f.SetHidden("opinion "+keyOf(i), !here)
		f.SetHidden("dissent "+keyOf(i), !here)
	}
	v.fill.NoteDay("by")
	before := true // the task before is written
	for n := range mostTasks {
		written := f.Value(taskID("task", n)) != ""
		f.SetHidden(taskID("task", n), !before && !written)
		f.SetHidden(taskID("taskwho", n), !written)
		f.SetHidden(taskID("taskdue", n), !written)
		v.fill.NoteDay(taskID("taskdue", n))
		before = written
	}
}

// record makes the record of what was filled in.
func (v *View) record() (hall.JointRecord, *hall.Error) {
	f, today := v.fill.Form, v.env.Today()
	j := v.file.Consultation.Joint
	said := func(i hall.Invitee) hall.Invitee {
		k := keyOf(i)
		if i.Came = f.Raw("came "+k) == came; i.Came {
			i.Opinion, i.Dissent = f.Value("opinion "+k), f.Value("dissent "+k)
		}
		return i
	}
	rec := hall.JointRecord{Convener: said(j.Convener), Present: f.Value("present"), Line: f.Value("line"), Opinion: f.Value("opinion"), Who: f.Value("who")}
	for _, i := range j.Invited {
		rec.Invited = append(rec.Invited, said(i))
	}
	var bad *hall.Error
	if rec.By, bad = v.fill.Day("by"); bad != nil {
		return rec, bad
	}
	if bad := rec.Check(today); bad != nil {
		if bad.Field == "came" {
			bad = bad.In("came " + keyOf(j.Convener))
		}
		return rec, bad
	}
	for n := range mostTasks {
		what := f.Value(taskID("task", n))
		if what == "" {
			continue
		}
		due, bad := v.fill.Day(taskID("taskdue", n))
		if bad != nil {
			return rec, bad
		}
		task := hall.Task{What: what, Who: f.Value(taskID("taskwho", n)), Due: due}
		if bad := task.Check(today); bad != nil {
			return rec, bad.In(taskID(bad.Field, n))
		}
		rec.Tasks = append(rec.Tasks, task)
	}
	return rec, nil
}

func (v *View) saveRecord() (tea.Cmd, *hall.Error) {
	rec, bad := v.record()
	if bad != nil {
		return nil, bad
	}
	desk, id, rev, keep := v.env.Desk, v.id, v.fill.Rev, v.fill.Keep
	return func() tea.Msg {
		err := keep.Finish(func(draft hall.DraftID) error {
			_, err := desk.RecordJoint(context.Background(), id, rev, draft, rec)
			return err
		})
		return formDone{text.JointForm.Recorded.With("n", len(rec.Tasks)), err}
	}, nil
}
