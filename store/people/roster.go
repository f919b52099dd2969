package people

import (
	"context"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// The roster is kept by the head and the administrator. Every operation reads the entry
// anew, refuses one that was changed at another desk, applies the rule of hall, and writes
// the entry, what is to be reported of it, and the journal.

// SaveMediator adds a mediator, or changes one: Rev must be the one read. What reports ask for
// holds from a day on, for a reason (hall.Mediator.Became); an organisation or a studio on file is
// known by its name; what has to be reported is put
// down; of a new one it is already reported when m.Filings holds the number. His
// standing, terms, trainings, posts and filings have operations of their own. The
// draft (0: none) is removed with it.
func (d *Desk) SaveMediator(ctx context.Context, draft hall.DraftID, m hall.Mediator, from hall.Day, why string) (hall.Mediator, error) {
	return book.Write(ctx, d.Desk, hall.MayRoster, func(t *book.Tx) (out hall.Mediator, _ error) {
		save, today := m, t.Today()
		var was hall.Mediator
		if save.ID != 0 {
			var err error
			if was, err = mediator(t, save.ID, save.Rev); err != nil {
				return out, err
			}
		}
		save.Name, save.Phone, save.Village = hall.NameOf(save.Name), hall.PhoneOf(save.Phone), hall.NameOf(save.Village)
		save.Background, save.Status, save.Staff = "", was.Status, was.Staff
		save.Terms, save.Trainings, save.Posts, save.Filings = was.Terms, was.Trainings, was.Posts, was.Filings
		if err := save.Check(was, t.Settings(), today); err != nil {
			return out, err
		}
		if err := notOnRoster(t, save, was); err != nil {
			return out, err
		}
		if err := belongs(t, was, &save); err != nil {
			return out, err
		}
		switch {
		case from == 0:
			return out, hall.Refuse(hall.ErrRequired).In("from")
		case from > today:
			return out, hall.Refuse(hall.ErrDayFuture).In("from")
		}
		if save.ID == 0 {
			save.Joined, save.Past, save.Since = from, nil, 0
			save.Filings = filedBefore(m.Filings, from, t)
		} else {
			var bad *hall.Error
			if save, bad = save.Became(was, from, strings.TrimSpace(why)); bad != nil {
				return out, bad
			}
		}
		if len(save.Filings) == 0 || save.ID != 0 {
			save.Filings = hall.ToFile(save.Filings, hall.Reported(was, save), from, t.Calendar())
		}
		if err := saveMediator(t, &save, hall.DeedMediator, map[string]string{"reason": strings.TrimSpace(why)}); err != nil {
			return out, err
		}
		out = save
		return out, t.DropDraft(draft)
	})
}

// filedBefore is the filing of somebody who was on the roster, and reported, before he was
// entered here; none when no number is given.
func filedBefore(given []hall.Filing, from hall.Day, t *book.Tx) []hall.Filing {
	if len(given) == 0 || strings.TrimSpace(given[0].Number) == "" {
		return nil
	}
	return []hall.Filing{{What: hall.FilingNew, Changed: from, Due: hall.FilingDue(t.Calendar(), from), Filed: from, Number: strings.TrimSpace(given[0].Number),
		By: t.Actor.Name}}
}

// mediator reads an entry that is to be changed.
func mediator(t *book.Tx, id hall.MediatorID, rev uint64) (hall.Mediator, error) {
	m, err := Mediators.Get(t, id)
	if err == nil && m.Rev != rev {
		return m, hall.Refuse(hall.ErrConflict)
	}
	return m, err
}

func saveMediator(t *book.Tx, m *hall.Mediator, deed hall.Deed, args map[string]string) error {
	if err := Mediators.Put(t, m); err != nil {
		return err
	}
	if args == nil {
		args = map[string]string{}
	}
	args["name"] = m.Name
	return t.Log(hall.Entry{Deed: deed, Args: args})
}

// doing is one thing done to an entry.
type doing = func(*book.Tx, hall.Mediator) (hall.Mediator, *hall.Error)

// enter does one thing to an entry, and writes it: its course says who may, and what must be
// there.
func (d *Desk) enter(ctx context.Context, id hall.MediatorID, rev uint64, op hall.Op, args map[string]string, do doing) (hall.Mediator, error) {
	return book.Write(ctx, d.Desk, hall.MayLook, func(t *book.Tx) (out hall.Mediator, _ error) {
		was, err := mediator(t, id, rev)
		if err != nil {
			return out, err
		}
		row, refused := hall.MediatorCourse().May(hall.MediatorFile{Mediator: was}, op, t.Actor, t.Now)
		if refused != nil {
			return out, refused
		}
		m, bad := do(t, was)
		if bad != nil {
			return out, bad
		}
		if err := saveMediator(t, &m, row.Deed, args); err != nil {
			return out, err
		}
		out = m
		return out, nil
	})
}

// SetStatus suspends a mediator, takes him back, or has him leave. He is kept on the roster;
// his cases and bookings stay as they are: who does it is told of them before.
func (d *Desk) SetStatus(ctx context.Context, id hall.MediatorID, rev uint64, s hall.MediatorStatus, from hall.Day, why string) (hall.Mediator, error) {
	why = strings.TrimSpace(why)
	args := map[string]string{"reason": why, "status": statusCode(s), "day": from.String()}
	return d.enter(ctx, id, rev, hall.StatusOp(s), args, func(t *book.Tx, was hall.Mediator) (hall.Mediator, *hall.Error) {
		m, bad := was.WithStatus(s, from, why, t.Today())
		if bad != nil {
			return m, bad
		}
		m.Filings = hall.ToFile(m.Filings, hall.Reported(was, m), from, t.Calendar())
		return m, nil
	})
}

func statusCode(s hall.MediatorStatus) string { return string('0' + byte(s)) }

// AddTerm adds a term of office, which is to be reported; SetTerm puts one right that was
// written down wrongly, and reports nothing.
func (d *Desk) AddTerm(ctx context.Context, id hall.MediatorID, rev uint64, term hall.Term) (hall.Mediator, error) {
	args := map[string]string{"day": term.From.String()}
	return d.enter(ctx, id, rev, hall.OpTerm, args, func(t *book.Tx, m hall.Mediator) (hall.Mediator, *hall.Error) {
		var bad *hall.Error
		if m.Terms, bad = hall.AddTerm(m.Terms, term); bad != nil {
			return m, bad
		}
		m.Filings = hall.ToFile(m.Filings, []hall.FilingCause{hall.FilingTerm}, min(term.From, t.Today()), t.Calendar())
		return m, nil
	})
}

// SetTerm puts the term at a place right.
func (d *Desk) SetTerm(ctx context.Context, id hall.MediatorID, rev uint64, at int, term hall.Term) (hall.Mediator, error) {
	args := map[string]string{"day": term.From.String()}
	return d.enter(ctx, id, rev, hall.OpSetTerm, args, func(_ *book.Tx, m hall.Mediator) (hall.Mediator, *hall.Error) {
		var bad *hall.Error
		m.Terms, bad = hall.SetTerm(m.Terms, at, term)
		return m, bad
	})
}

// AddTraining writes down a course or an examination.
func (d *Desk) AddTraining(ctx context.Context, id hall.MediatorID, rev uint64, tr hall.Training) (hall.Mediator, error) {
	return d.enter(ctx, id, rev, hall.OpTraining, map[string]string{"what": tr.What}, func(t *book.Tx, m hall.Mediator) (hall.Mediator, *hall.Error) {
		if bad := tr.Check(t.Today()); bad != nil {
			return m, bad
		}
		m.Trainings = hall.WithTraining(m.Trainings, tr)
		return m, nil
	})
}

// TakePost signs a mediator up for a post (认领).
func (d *Desk) TakePost(ctx context.Context, id hall.MediatorID, rev uint64, p hall.Post) (hall.Mediator, error) {
	return d.enter(ctx, id, rev, hall.OpPost, postArgs(p), func(t *book.Tx, m hall.Mediator) (hall.Mediator, *hall.Error) { return m.TakePost(p, t.Today()) })
}

// LeavePost ends a post.
func (d *Desk) LeavePost(ctx context.Context, id hall.MediatorID, rev uint64, at int, day hall.Day) (hall.Mediator, error) {
	return d.enter(ctx, id, rev, hall.OpQuitPost, nil, func(t *book.Tx, m hall.Mediator) (hall.Mediator, *hall.Error) { return m.LeavePost(at, day, t.Today()) })
}

// LogPost writes down what was done in a post. Whoever holds it may do that himself.
func (d *Desk) LogPost(ctx context.Context, id hall.MediatorID, rev uint64, at int, day hall.Day, what string) (hall.Mediator, error) {
	return d.enter(ctx, id, rev, hall.OpLogPost, map[string]string{"what": what}, func(t *book.Tx, m hall.Mediator) (hall.Mediator, *hall.Error) {
		return m.LogPost(at, hall.PostLog{Day: day, What: strings.TrimSpace(what), By: t.Actor.Name}, t.Today())
	})
}

func postArgs(p hall.Post) map[string]string {
	return map[string]string{"post": string('0' + byte(p.Kind)), "place": p.Where}
}

// MarkFiled marks a mediator's changes up to a day as reported, under a number.
func (d *Desk) MarkFiled(ctx context.Context, id hall.MediatorID, rev uint64, until, filed hall.Day, no string) (hall.Mediator, error) {
	args := map[string]string{"number": no, "day": filed.String()}
	return d.enter(ctx, id, rev, hall.OpFile, args, func(t *book.Tx, m hall.Mediator) (hall.Mediator, *hall.Error) {
		var bad *hall.Error
		m.Filings, bad = hall.MarkFiled(m.Filings, until, filed, strings.TrimSpace(no), t.Actor.Name, t.Today())
		return m, bad
	})
}
