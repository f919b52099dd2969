package dispute

import (
	"cmp"
	"context"
	"slices"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// mostDuplicates bounds what is shown beside an intake, and pastOf how far back one
// person's cases are looked through.
const (
	mostDuplicates = 5
	pastOf         = 40
)

// Duplicates lists cases that have a party on each side in common with an intake, open ones
// first: perhaps the same matter again, or a relapse. Where a party was only named, and may be one
// of several people, the case must be about the same too.
func (d *Desk) Duplicates(ctx context.Context, in hall.Intake) ([]hall.CaseRow, error) {
	var out []hall.CaseRow
	err := d.Read(ctx, hall.MayIntake, func(r book.Reader) error {
		out = nil
		ours, err := d.casesOf(r, in.Of(hall.Applicant))
		if err != nil {
			return err
		}
		theirs, err := d.casesOf(r, in.Of(hall.Respondent))
		if err != nil {
			return err
		}
		for id, a := range ours {
			b, both := theirs[id]
			if both && !a.Hidden && (a.sure && b.sure || hall.SameMatter(in.Matter, a.CaseRow)) {
				out = append(out, a.CaseRow)
			}
		}
		return nil
	})
	slices.SortFunc(out, func(a, b hall.CaseRow) int {
		if a.State.Open() != b.State.Open() {
			if a.State.Open() {
				return -1
			}
			return 1
		}
		return int(int64(b.ID) - int64(a.ID))
	})
	return out[:min(len(out), mostDuplicates)], err
}

// pastCase is a case of somebody's; sure where it is known to be theirs, not only of their name.
type pastCase struct {
	hall.CaseRow
	sure bool
}

func (d *Desk) casesOf(r book.Reader, parties []hall.Party) (map[hall.CaseID]pastCase, error) {
	out := map[hall.CaseID]pastCase{}
	for _, p := range parties {
		id, err := people.KnownAs(r, p)
		ids, sure := []hall.PersonID{id}, true
		if err == nil && id == 0 {
			ids, sure, err = people.Named(r, p.Details)
		}
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			rows, err := d.CasesOf(r, id, pastOf)
			if err != nil {
				return nil, err
			}
			for _, row := range rows {
				out[row.ID] = pastCase{row, sure || out[row.ID].sure}
			}
		}
	}
	return out, nil
}

// CasesOf lists the latest cases of a person, under whichever of the records that are known to be
// the same one.
func (d *Desk) CasesOf(r book.Reader, id hall.PersonID, limit int) ([]hall.CaseRow, error) {
	ids, err := people.OneOf(r, id)
	var out []hall.CaseRow
	for _, one := range ids {
		rows, err := d.CaseRows(r, ByParty.Table, book.Key().ID(uint64(one)), limit)
		if err != nil {
			return nil, err
		}
		out = append(out, rows...)
	}
	slices.SortStableFunc(out, func(a, b hall.CaseRow) int { return cmp.Compare(b.ID, a.ID) })
	return out[:min(len(out), limit)], err
}

// CaseRows reads rows of an index that holds them, from a prefix, hiding what the reader may not see.
func (d *Desk) CaseRows(r book.Reader, t kv.Table, prefix []byte, limit int) ([]hall.CaseRow, error) {
	span := kv.Prefix(prefix)
	span.Limit = limit
	var out []hall.CaseRow
	for p, err := range r.Range(t, span) {
		if err != nil {
			return nil, err
		}
		var row hall.CaseRow
		if err := book.Decode(p.Value, &row, d.Book.Zone()); err != nil {
			return nil, err
		}
		out = append(out, row.For(d.Actor))
	}
	return out, nil
}
