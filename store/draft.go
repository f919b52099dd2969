package store

import (
	"context"
	"slices"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Drafts are kept at every field and belong to no journal: what counts is what comes of
// them. Whoever may register may go on with any draft; one on a case only who may see it, one
// about a mediator only who keeps the roster: it may hold what is private.

// SaveDraft keeps a form as it is; ID 0 makes a new draft. It returns the draft with its
// number and revision. ErrConflict: somebody else went on with it meanwhile; ErrNotFound:
// it was completed or thrown away.
func (d *Desk) SaveDraft(ctx context.Context, dr hall.Draft) (hall.Draft, error) {
	err := d.write(ctx, hall.MayDraft, func(t *tx) error {
		save := dr
		if save.ID != 0 {
			was, err := get(t, &draftKind, uint64(save.ID), t.st.zone())
			if err != nil {
				return err
			}
			if was.Rev != save.Rev {
				return hall.Refuse(hall.ErrConflict)
			}
		}
		save.By, save.ByName, save.At = d.actor.Staff, d.actor.Name, t.now
		if err := put(t, &draftKind, &save); err != nil {
			return err
		}
		dr = save
		return nil
	})
	return dr, err
}

// Draft reads one.
func (d *Desk) Draft(ctx context.Context, id hall.DraftID) (hall.Draft, error) {
	var out hall.Draft
	err := d.read(ctx, hall.MayDraft, func(r kv.Reader) (err error) {
		if out, err = get(r, &draftKind, uint64(id), d.st.zone()); err != nil {
			return err
		}
		if !d.maySeeDraft(r, out) {
			return hall.Refuse(hall.ErrClosedCase)
		}
		return nil
	})
	return out, err
}

func (d *Desk) maySeeDraft(r kv.Reader, dr hall.Draft) bool {
	switch {
	case dr.By == d.actor.Staff || d.actor.May(hall.MaySupervise):
		return true
	case dr.Kind == hall.DraftRoster, dr.Kind == hall.DraftOrg, dr.Kind == hall.DraftStudio:
		return d.actor.May(hall.MayRoster)
	case !d.actor.May(hall.MayIntake):
		return false
	}
	if dr.Case != 0 {
		c, err := get(r, &caseKind, uint64(dr.Case), d.st.zone())
		return err == nil && d.actor.MaySee(c)
	}
	return !dr.Intake.Confidential
}

// DraftFor finds the unfinished form of a name on a case or a consultation; ErrNotFound
// when there is none.
func (d *Desk) DraftFor(ctx context.Context, form string, c hall.CaseID, v hall.ConsultationID) (hall.Draft, error) {
	var out hall.Draft
	err := d.read(ctx, hall.MayDraft, func(r kv.Reader) error {
		span := kv.Prefix(key(form, byte(0), uint64(c), uint64(v)))
		span.Reverse, span.Limit = true, 1
		for p, err := range r.Range(tForm, span) {
			if err != nil {
				return err
			}
			out, err = get(r, &draftKind, number(p.Key), d.st.zone())
			if err != nil {
				return err
			}
			if !d.maySeeDraft(r, out) {
				return hall.Refuse(hall.ErrClosedCase)
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
	return d.write(ctx, hall.MayDraft, func(t *tx) error {
		if err := t.dropDraft(id); err != nil {
			return err
		}
		return t.log(hall.Entry{Deed: hall.DeedDiscard})
	})
}

// DropDraft removes a draft of what was completed by something that takes no draft along; 0
// and one already gone are fine.
func (d *Desk) DropDraft(ctx context.Context, id hall.DraftID) error {
	return d.write(ctx, hall.MayDraft, func(t *tx) error { return t.dropDraft(id) })
}

// dropDraft removes a draft that was completed; 0 and one already gone are fine.
func (t *tx) dropDraft(id hall.DraftID) error {
	if id == 0 {
		return nil
	}
	dr, err := get(t, &draftKind, uint64(id), t.st.zone())
	if isCode(err, hall.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return remove(t, &draftKind, &dr)
}

// mostDrafts bounds what the board reads; a hall has a handful.
const mostDrafts = 50

// Drafts lists unfinished forms, the latest first.
func (d *Desk) Drafts(ctx context.Context) ([]hall.DraftRow, error) {
	var out []hall.DraftRow
	err := d.read(ctx, hall.MayDraft, func(r kv.Reader) (err error) {
		out, err = d.drafts(r)
		return err
	})
	return out, err
}

func (d *Desk) drafts(r kv.Reader) ([]hall.DraftRow, error) {
	var out []hall.DraftRow
	for p, err := range r.Range(tDraft, kv.Span{Reverse: true, Limit: mostDrafts}) {
		if err != nil {
			return nil, err
		}
		var dr hall.Draft
		if err := decode(p.Value, &dr, d.st.zone()); err != nil {
			return nil, err
		}
		row := hall.DraftRow{ID: dr.ID, Kind: dr.Kind, Title: dr.Title, ByName: dr.ByName, At: dr.At, Case: dr.Case, Consultation: dr.Consultation}
		if !d.maySeeDraft(r, dr) {
			continue
		}
		out = append(out, row)
	}
	slices.SortStableFunc(out, func(a, b hall.DraftRow) int { return b.At.Compare(a.At) })
	return out, nil
}
