package store

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"sizhen/store/book"
	"sizhen/store/dispute"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
)

// Drafts are kept at every field and belong to no journal: what counts is what comes of
// them. Whoever may register may go on with any draft; one on a case only who may see it, one
// about a mediator only who keeps the roster: it may hold what is private.

// SaveDraft keeps a form as it is; ID 0 makes a new draft. It returns the draft with its
// number and revision. ErrConflict: somebody else went on with it meanwhile; ErrNotFound:
// it was completed or thrown away.
func (d *Desk) SaveDraft(ctx context.Context, dr hall.Draft) (hall.Draft, error) {
	saved, err := book.Write(ctx, d.at, hall.MayDraft, func(t *book.Tx) (hall.Draft, error) {
		save := dr
		if save.ID != 0 {
			was, err := book.Drafts.Get(t, save.ID)
			if err != nil {
				return save, err
			}
			if was.Rev != save.Rev {
				return save, hall.Refuse(hall.ErrConflict)
			}
		}
		save.By, save.ByName, save.At = d.at.Actor.Staff, d.at.Actor.Name, t.Now
		err := book.Drafts.Put(t, &save)
		return save, err
	})
	if err != nil {
		return dr, err // as it was handed over, for another try
	}
	return saved, nil
}

// CopyWith is Copy, with what a person has typed since the store takes no more writes: the copy holds it
// as drafts. One that went another way meanwhile is kept as a new one.
func (s *Store) CopyWith(ctx context.Context, path string, as hall.Actor, drafts []hall.Draft) error {
	if err := s.Copy(ctx, path); err != nil || len(drafts) == 0 {
		return err
	}
	engine, err := bolt.Open(path, bolt.Options{MustExist: true, Program: program})
	if err != nil {
		return err
	}
	copied := *s.book
	copied.Engine = engine
	desk := s.desk(book.Desk{Book: &copied, Actor: as})
	for _, d := range drafts {
		_, e := desk.SaveDraft(ctx, d)
		if refused := (*hall.Error)(nil); d.ID != 0 && errors.As(e, &refused) {
			d.ID, d.Rev = 0, 0
			_, e = desk.SaveDraft(ctx, d)
		}
		err = errors.Join(err, e)
	}
	return errors.Join(err, engine.Close())
}

// Draft reads one.
func (d *Desk) Draft(ctx context.Context, id hall.DraftID) (hall.Draft, error) {
	var out hall.Draft
	err := d.at.Read(ctx, hall.MayDraft, func(r book.Reader) (err error) {
		if out, err = book.Drafts.Get(r, id); err != nil {
			return err
		}
		if bad := d.whyDraft(r, out, hall.OpResume); bad != nil {
			return bad
		}
		return nil
	})
	return out, err
}

// whyDraft is why the actor can do something with a draft, or not: nil when he can.
func (d *Desk) whyDraft(r book.Reader, dr hall.Draft, op hall.Op) *hall.Error {
	seen := hall.DraftSeen{Draft: dr, Secret: dr.Intake.Confidential}
	if dr.Case != 0 {
		c, err := dispute.Cases.Get(r, dr.Case)
		seen.Secret = err != nil || !d.at.Actor.MaySee(c)
	}
	return hall.Why(hall.DraftCourse(), seen, op, d.at.Actor, d.st.Now())
}

// DraftFor finds the unfinished form of a name on a case or a consultation; ErrNotFound
// when there is none.
func (d *Desk) DraftFor(ctx context.Context, form string, c hall.CaseID, v hall.ConsultationID) (hall.Draft, error) {
	var out hall.Draft
	err := d.at.Read(ctx, hall.MayDraft, func(r book.Reader) error {
		span := kv.Prefix(book.FormKey(form, c, v))
		span.Reverse, span.Limit = true, 1
		for p, err := range r.Range(book.FormsTable, span) {
			if err != nil {
				return err
			}
			out, err = book.Drafts.Get(r, hall.DraftID(book.Number(p.Key)))
			if err != nil {
				return err
			}
			if bad := d.whyDraft(r, out, hall.OpResume); bad != nil {
				return bad
			}
			return nil
		}
		return hall.Refuse(hall.ErrNotFound)
	})
	return out, err
}

// DiscardDraft throws a draft away for good; the journal keeps that it was done, not what
// it held.
func (d *Desk) DiscardDraft(ctx context.Context, id hall.DraftID) error {
	return d.at.Do(ctx, hall.MayDraft, func(t *book.Tx) error {
		dr, err := book.Drafts.Get(t, id)
		said := hall.Entry{Deed: hall.DeedDiscard}
		switch {
		case book.Is(err, hall.ErrNotFound): // it is gone already
		case err != nil:
			return err
		default:
			if bad := d.whyDraft(t, dr, hall.OpDiscard); bad != nil {
				return bad
			}
			said.Case, said.Args = dr.Case, map[string]string{"form": strconv.Itoa(int(dr.Kind))}
		}
		if err := t.DropDraft(id); err != nil {
			return err
		}
		return t.Log(said)
	})
}

// mostDrafts bounds what the board reads; a hall has a handful.
const mostDrafts = 50

// Drafts lists unfinished forms, the latest first.
func (d *Desk) Drafts(ctx context.Context) ([]hall.DraftRow, error) {
	var out []hall.DraftRow
	err := d.at.Read(ctx, hall.MayDraft, func(r book.Reader) (err error) {
		out, err = d.drafts(r)
		return err
	})
	return out, err
}

func (d *Desk) drafts(r book.Reader) ([]hall.DraftRow, error) {
	var out []hall.DraftRow
	for p, err := range r.Range(kv.Table(hall.OfDraft), kv.Span{Reverse: true, Limit: mostDrafts}) {
		if err != nil {
			return nil, err
		}
		var dr hall.Draft
		if err := book.Decode(p.Value, &dr, d.st.zone()); err != nil {
			return nil, err
		}
		row := hall.DraftRow{ID: dr.ID, Kind: dr.Kind, Title: dr.Title, ByName: dr.ByName, At: dr.At, Case: dr.Case, Consultation: dr.Consultation}
		if d.whyDraft(r, dr, hall.OpResume) != nil {
			continue
		}
		out = append(out, row)
	}
	slices.SortStableFunc(out, func(a, b hall.DraftRow) int { return b.At.Compare(a.At) })
	return out, nil
}
