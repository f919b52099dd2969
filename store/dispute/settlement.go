package dispute

import (
	"cmp"
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/hall"
	"sizhen/store/people"
)

// Settle enters what a village settled orally as a whole case: its people, its number of the year in which it was accepted,
// one session, one agreement. The draft (0: none) is removed with it. What is on file already is refused.
func (d *Desk) Settle(ctx context.Context, draft hall.DraftID, s hall.Settlement) (hall.Case, error) {
	return book.Write(ctx, d.Desk, hall.MayIntake, func(t *book.Tx) (hall.Case, error) {
		out, err := d.settle(t, s)
		if err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

func (d *Desk) settle(t *book.Tx, s hall.Settlement) (hall.Case, error) {
	in := s.AtHome().Intake().AsKept()
	s.Parties = in.Parties
	var c hall.Case
	if bad := s.Check(t.Settings(), t.Today()); bad != nil {
		return c, bad
	}
	there, err := d.settled(t, s)
	if err != nil {
		return c, err
	}
	for _, one := range there {
		if one.Surely {
			return c, hall.Refuse(hall.ErrSettledTwice, "number", one.Called())
		}
	}
	if err := people.Meet(t, &in); err != nil {
		return c, err
	}
	if c, err = registered(t, in, s.Day); err != nil {
		return c, err
	}
	if err := Cases.Put(t, &c); err != nil { // what follows needs its number of record
		return c, err
	}
	if err := s.Settle(&c, t.Actor, rules(t)); err != nil {
		return c, err
	}
	session := s.Session(s.At(t.Now))
	session.Written, session.By = t.Now, t.Actor.Name
	if err := recordSession(t, c, *session); err != nil {
		return c, err
	}
	if err := Cases.Put(t, &c); err != nil {
		return c, err
	}
	if err := KeepPlan(t, c); err != nil {
		return c, err
	}
	who, _ := hall.First(c.Of(hall.Applicant))
	return c, t.Log(hall.Entry{Deed: hall.DeedSettle, Case: c.ID, Args: calendar.Veil(t, c.Confidential, map[string]string{"name": who, "number": c.Number})})
}

// Settled lists the cases that a settlement is perhaps entered of already: of the same people, of the same type, within a month.
func (d *Desk) Settled(ctx context.Context, s hall.Settlement) ([]hall.SettledRow, error) {
	var out []hall.SettledRow
	err := d.Read(ctx, hall.MayIntake, func(r book.Reader) (err error) {
		out, err = d.settled(r, s)
		return err
	})
	return out, err
}

func (d *Desk) settled(r book.Reader, s hall.Settlement) ([]hall.SettledRow, error) {
	in := s.AtHome().Intake().AsKept()
	ours, err := d.casesOf(r, in.Of(hall.Applicant))
	if err != nil {
		return nil, err
	}
	theirs, err := d.casesOf(r, in.Of(hall.Respondent))
	if err != nil {
		return nil, err
	}
	var out []hall.SettledRow
	for id, row := range ours {
		if _, both := theirs[id]; !both || row.Hidden {
			continue
		}
		c, err := Cases.Get(r, id)
		if err != nil {
			return nil, err
		}
		if perhaps, surely := s.Again(c); perhaps || surely {
			out = append(out, hall.SettledRow{CaseRow: row.CaseRow, Day: c.Accepted, Surely: surely})
		}
	}
	slices.SortFunc(out, func(a, b hall.SettledRow) int { return cmp.Compare(b.ID, a.ID) })
	return out, nil
}
