package roster

import (
	"strconv"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// saver does what a form asks for.
type saver func(c ctx, draft hall.DraftID) error

// save makes of what was filled in what is to be done, and what is said once it is.
func (v *View) save() (saver, text.Message, *hall.Error) {
	f, t, desk := v.fill, text.RosterForm, v.env.Desk
	m := f.file.Mediator
	var days [5]hall.Day
	for i, id := range []string{"from", "to", "day", "until", "filed"} {
		var bad *hall.Error
		if days[i], bad = v.day(id); bad != nil && f.what != doEdit {
			return nil, text.Message{}, bad
		}
	}
	from, to, day, until, filed := days[0], days[1], days[2], days[3], days[4]
	get := f.form.Value
	switch f.what {
	case doEdit:
		entry, since, bad := v.entry()
		why := get("why")
		return func(c ctx, draft hall.DraftID) error {
			_, err := desk.SaveMediator(c, draft, entry, since, why)
			return err
		}, t.Saved.With("name", entry.Name), bad
	case doSuspend, doReturn, doLeave:
		status := map[string]hall.MediatorStatus{doSuspend: hall.Suspended, doReturn: hall.Active, doLeave: hall.Left}[f.what]
		why := get("why")
		return func(c ctx, draft hall.DraftID) error {
			_, err := desk.From(draft).SetStatus(c, m.ID, m.Rev, status, from, why)
			return err
		}, t.SavedStatus.With("name", m.Name).With("status", text.MediatorStatus(status)), nil
	case doTerm, doSetTerm:
		term := hall.Term{From: from, To: to, How: get("how")}
		return func(c ctx, draft hall.DraftID) (err error) {
			if f.what == doTerm {
				_, err = desk.From(draft).AddTerm(c, m.ID, m.Rev, term)
			} else {
				_, err = desk.From(draft).SetTerm(c, m.ID, m.Rev, len(m.Terms)-1, term)
			}
			return err
		}, t.SavedTerm.With("name", m.Name), nil
	case doFile:
		no := get("no")
		return func(c ctx, draft hall.DraftID) error {
			_, err := desk.From(draft).MarkFiled(c, m.ID, m.Rev, until, filed, no)
			return err
		}, t.SavedFiled, nil
	case doTraining:
		return v.saveTraining(day)
	case doPost, doLog, doQuit:
		return v.savePost(from, day)
	}
	return v.savePair(from, day)
}

func (v *View) saveTraining(day hall.Day) (saver, text.Message, *hall.Error) {
	f, desk := v.fill, v.env.Desk
	m, exam := f.file.Mediator, f.form.Raw("exam")
	tr := hall.Training{Day: day, What: f.form.Value("what"), By: f.form.Value("by"), Exam: exam != "", Pass: exam == "pass"}
	for _, n := range []struct {
		id   string
		into *int
	}{{"hours", &tr.Hours}, {"score", &tr.Score}} {
		s := f.form.Value(n.id)
		if s == "" || n.id == "score" && !tr.Exam {
			continue
		}
		var err error
		if *n.into, err = strconv.Atoi(s); err != nil {
			return nil, text.Message{}, hall.Refuse(hall.ErrBetween, "least", 0, "most", 500).In(n.id)
		}
	}
	return func(c ctx, draft hall.DraftID) error {
		_, err := desk.From(draft).AddTraining(c, m.ID, m.Rev, tr)
		return err
	}, text.RosterForm.SavedTraining, tr.Check(v.env.Today())
}

func (v *View) savePost(from, day hall.Day) (saver, text.Message, *hall.Error) {
	f, t, desk := v.fill, text.RosterForm, v.env.Desk
	m, at, what := f.file.Mediator, int(f.n), f.form.Value("what")
	kind, _ := strconv.Atoi(f.form.Raw("kind")) // one of the options
	post := hall.Post{Kind: hall.PostKind(kind), Where: f.form.Value("where"), From: from}
	say := t.SavedPost
	if f.what == doLog {
		say = t.SavedLog
	}
	return func(c ctx, draft hall.DraftID) (err error) {
		switch f.what {
		case doPost:
			_, err = desk.From(draft).TakePost(c, m.ID, m.Rev, post)
		case doLog:
			_, err = desk.From(draft).LogPost(c, m.ID, m.Rev, at, day, what)
		default:
			_, err = desk.From(draft).LeavePost(c, m.ID, m.Rev, at, day)
		}
		return err
	}, say, nil
}

func (v *View) savePair(from, day hall.Day) (saver, text.Message, *hall.Error) {
	f, t, desk := v.fill, text.RosterForm, v.env.Desk
	p, mentor, learner, what, why := f.pair, f.id, f.other.ID, f.form.Value("what"), f.form.Value("why")
	say := t.SavedPair
	if f.what == doTeach {
		say = t.SavedLog
	}
	return func(c ctx, draft hall.DraftID) (err error) {
		switch f.what {
		case doPair:
			_, err = desk.From(draft).BeginPair(c, mentor, learner, from)
		case doTeach:
			_, err = desk.From(draft).TeachPair(c, p.ID, p.Rev, day, what)
		default:
			_, err = desk.From(draft).EndPair(c, p.ID, p.Rev, day, why)
		}
		return err
	}, say, nil
}
