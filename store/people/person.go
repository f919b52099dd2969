package people

import (
	"context"
	"slices"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// mostKin bounds the relatives on record of one person.
const mostKin = 40

// OneOf is everybody that a record of a person stands for: itself, the record it was joined to
// first, and all that were joined to that.
func OneOf(r book.Reader, id hall.PersonID) ([]hall.PersonID, error) {
	p, err := known(r, id)
	if err != nil {
		return nil, err
	}
	return append([]hall.PersonID{p.ID}, p.Joined...), nil
}

// Risks are what whoever meets somebody must know first, of all the records of the same person.
func Risks(r book.Reader, id hall.PersonID) ([]string, error) {
	ids, err := OneOf(r, id)
	var f hall.PersonFile
	for _, id := range ids {
		p, err := Persons.Get(r, id)
		if err != nil {
			return nil, err
		}
		f.Note(p)
	}
	return f.Risks, err
}

// CorrectPerson puts right what is known of somebody. What older papers and cases say stays as it
// is there; what stood here before is kept. rev must be the one read.
func (d *Desk) CorrectPerson(ctx context.Context, id hall.PersonID, rev uint64, now hall.Details, why string) (hall.Person, error) {
	veil := func(_ *hall.Person, args map[string]string) { hall.VeilCorrection(args, false) }
	return changePerson(ctx, d, id, hall.OpCorrect, func(t *book.Tx) (hall.Person, error) {
		return book.Correct(t, Persons, id, rev, why, veil, func(p *hall.Person) error {
			p.Details = hall.Intake{Parties: []hall.Party{{Details: now}}}.AsKept().Parties[0].Details
			if p.Details.Name == "" {
				return hall.Refuse(hall.ErrRequired).In(hall.FieldName)
			}
			if bad := p.Details.Check(t.Today()); bad != nil {
				return bad
			}
			return nil
		})
	})
}

// NotePerson keeps somebody's relatives, and what whoever meets the person must know first. rev
// must be the one read.
func (d *Desk) NotePerson(ctx context.Context, id hall.PersonID, rev uint64, kin []hall.Relative, risk string) (hall.Person, error) {
	return changePerson(ctx, d, id, hall.OpNote, func(t *book.Tx) (hall.Person, error) {
		p, err := book.Change(t, Persons, id, rev, func(p *hall.Person) error {
			p.Relatives, p.Risk = nil, strings.TrimSpace(risk)
			for _, r := range kin {
				if r.Name = hall.NameOf(r.Name); r.Name == "" {
					return hall.Refuse(hall.ErrRequired).In(hall.FieldName)
				}
				if r.Person == id || len(p.Relatives) == mostKin {
					return hall.Refuse(hall.ErrSamePerson).In(hall.FieldName)
				}
				p.Relatives = append(p.Relatives, r)
			}
			return nil
		})
		if err != nil {
			return p, err
		}
		return p, t.Log(hall.Entry{Deed: hall.DeedPersonNote, Args: map[string]string{"name": p.Details.Name}, Ref: refOf(id)})
	})
}

// JoinPerson joins a record to another one of the same person: what is found under either is
// shown as one from then on. Nothing is rewritten, so that they can be taken apart again.
func (d *Desk) JoinPerson(ctx context.Context, keep, gone hall.PersonID, why string) (hall.Person, error) {
	return changePerson(ctx, d, keep, hall.OpJoin, func(t *book.Tx) (hall.Person, error) {
		other, err := Persons.Get(t, gone)
		if err != nil {
			return other, err
		}
		if bad := hall.Why(hall.PersonCourse(), other, hall.OpJoin, t.Actor, t.Now); bad != nil {
			return other, bad
		}
		if keep == gone {
			return other, hall.Refuse(hall.ErrSamePerson)
		}
		moved := append([]hall.PersonID{gone}, other.Joined...)
		for _, id := range moved {
			if _, err := book.Correct(t, Persons, id, book.AnyRev, why, nil, func(p *hall.Person) error {
				p.Into, p.Joined = keep, nil
				return nil
			}); err != nil {
				return other, err
			}
		}
		kept, err := book.Change(t, Persons, keep, book.AnyRev, func(p *hall.Person) error {
			p.Joined = append(slices.Clone(p.Joined), moved...)
			return nil
		})
		if err != nil {
			return kept, err
		}
		return kept, t.Log(hall.Entry{Deed: hall.DeedMerge, Ref: refOf(keep), Args: map[string]string{
			"name": kept.Details.Name, "other": other.Details.Name, "reason": strings.TrimSpace(why)}})
	})
}

// PartPerson takes a record apart again from the one that it was joined to.
func (d *Desk) PartPerson(ctx context.Context, id hall.PersonID, why string) (hall.Person, error) {
	return changePerson(ctx, d, id, hall.OpPart, func(t *book.Tx) (hall.Person, error) {
		was, err := Persons.Get(t, id)
		if err != nil {
			return was, err
		}
		if _, err := book.Change(t, Persons, was.Into, book.AnyRev, func(p *hall.Person) error {
			p.Joined = slices.DeleteFunc(slices.Clone(p.Joined), func(j hall.PersonID) bool { return j == id })
			return nil
		}); err != nil {
			return was, err
		}
		p, err := book.Correct(t, Persons, id, book.AnyRev, why, nil, func(p *hall.Person) error {
			p.Into = 0
			return nil
		})
		if err != nil {
			return p, err
		}
		return p, t.Log(hall.Entry{Deed: hall.DeedPart, Ref: refOf(id), Args: map[string]string{"name": p.Details.Name, "reason": strings.TrimSpace(why)}})
	})
}

// changePerson does something with a person's record, where its course allows that.
func changePerson(ctx context.Context, d *Desk, id hall.PersonID, op hall.Op, do func(*book.Tx) (hall.Person, error)) (hall.Person, error) {
	return book.Write(ctx, d.Desk, hall.MayIntake, func(t *book.Tx) (hall.Person, error) {
		p, err := Persons.Get(t, id)
		if err != nil {
			return p, err
		}
		if bad := hall.Why(hall.PersonCourse(), p, op, t.Actor, t.Now); bad != nil {
			return p, bad
		}
		return do(t)
	})
}

func refOf(id hall.PersonID) string { return hall.Ref{Kind: hall.OfPerson, ID: uint64(id)}.String() }

// SameSlip puts right the person a party is known as, where that record has what the case had.
func SameSlip(t *book.Tx, was hall.Details, p hall.Party, why string, confidential bool) error {
	if p.Person == 0 || was == p.Details {
		return nil
	}
	veil := func(_ *hall.Person, args map[string]string) { hall.VeilCorrection(args, confidential) }
	_, err := book.Correct(t, Persons, p.Person, book.AnyRev, why, veil, func(who *hall.Person) error {
		who.Details = who.Details.Mended(was, p.Details)
		return nil
	})
	if book.Is(err, hall.ErrSame) || book.Is(err, hall.ErrNotFound) {
		return nil
	}
	return err
}
