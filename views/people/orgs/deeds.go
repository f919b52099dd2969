package orgs

import (
	"context"
	"fmt"
	"slices"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// deed is what is written down about an organisation in one of the small forms.
type deed struct {
	org    hall.Org
	term   hall.Term
	day    hall.Day
	number string
	have   [6]bool // of the six uniform items, in their order
}

// deedForm is a small form about an organisation; what it begins with is proposed.
func (v *View) deedForm(m opened, title, said text.Message, fields []*form.Field[deed], edit bool,
	begun func(hall.Org) deed, save func(context.Context, views.Session, hall.DraftID, deed) (hall.Org, error),
) *form.View[deed] {
	return form.New(v.env, form.Spec[deed]{
		Title: title.With("name", m.file.Org.Name), Fields: fields, Edit: edit,
		Keep: form.Keep[deed]{Kind: hall.DraftOrg, Form: m.form.String(), From: m.draft, Get: func(d *hall.Draft, _ *deed) {
			for _, u := range hall.Uniforms() {
				answered(d, fmt.Sprint(u))
			}
		}},
		Read: func(ctx context.Context, s views.Session) (deed, error) {
			f, err := s.Desk.Org(ctx, m.file.Org.ID)
			return begun(f.Org), err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, d deed) (deed, error) {
			_, err := save(ctx, s, draft, d)
			return d, err
		},
		Done: func(deed) text.Message { return said },
	})
}

// answered takes up a choice of an older draft, in which the usual answer was left empty.
func answered(d *hall.Draft, field string) {
	if at, ok := d.Fields[field]; ok && at == "" {
		d.Fields[field] = "0"
	}
}

// termForm records a term of a committee; the one that follows is proposed. How it came about is
// never proposed: what nobody has looked at is not recorded.
func (v *View) termForm(m opened) *form.View[deed] {
	type R = deed
	today := v.env.Today()
	return v.deedForm(m, termTitle, termSaved, []*form.Field[R]{
		form.Day(hall.FieldFrom, termFrom, func(d *R) *hall.Day { return &d.term.From }).Required(),
		form.Day(hall.FieldTo, termTo, func(d *R) *hall.Day { return &d.term.To }).Required().Help(termHint),
		form.Text(hall.FieldHow, termHow, 60, func(d *R) *string { return &d.term.How }).Required().Help(termHowHelp),
	}, false, func(o hall.Org) R {
		next := hall.NextTerm(o.Terms, today)
		return R{org: o, term: hall.Term{From: next.From, To: next.To}}
	}, func(ctx context.Context, s views.Session, draft hall.DraftID, d R) (hall.Org, error) {
		if _, bad := hall.AddTerm(d.org.Terms, d.term); bad != nil {
			return d.org, bad
		}
		return s.Desk.From(draft).AddOrgTerm(ctx, d.org.ID, d.org.Rev, d.term)
	})
}

// fileForm records that changes were reported for filing.
func (v *View) fileForm(m opened) *form.View[deed] {
	type R = deed
	today := v.env.Today()
	return v.deedForm(m, fileTitle, fileSaved, []*form.Field[R]{
		form.Day(hall.FieldFiled, fileDay, func(d *R) *hall.Day { return &d.day }).Required(),
		form.Text(hall.FieldFiling, number, 40, func(d *R) *string { return &d.number }).Help(fileHelp),
	}, false, func(o hall.Org) R { return R{org: o, day: today} },
		func(ctx context.Context, s views.Session, draft hall.DraftID, d R) (hall.Org, error) {
			return s.Desk.From(draft).FileOrg(ctx, d.org.ID, d.org.Rev, d.day, d.number)
		})
}

// uniformForm is the checklist of the six uniform items: a digit each.
func (v *View) uniformForm(m opened) *form.View[deed] {
	type R = deed
	var fields []*form.Field[R]
	for i, u := range hall.Uniforms() {
		fields = append(fields, form.Enum(fmt.Sprint(u), text.Uniform(u).Upfront(), func(d *R) *bool { return &d.have[i] }, []bool{true, false}, has))
	}
	return v.deedForm(m, uniformTitle, uniformSaved, fields, true, func(o hall.Org) R {
		d := R{org: o}
		for i, u := range hall.Uniforms() {
			d.have[i] = o.Uniform&u != 0
		}
		return d
	},
		func(ctx context.Context, s views.Session, draft hall.DraftID, d R) (hall.Org, error) {
			var have hall.Uniform
			for i, u := range hall.Uniforms() {
				if d.have[i] {
					have |= u
				}
			}
			if have == d.org.Uniform {
				return d.org, hall.Refuse(hall.ErrUnchanged)
			}
			return s.Desk.From(draft).SetUniform(ctx, d.org.ID, d.org.Rev, have)
		})
}

func has(there bool) text.Message {
	if there {
		return isThere
	}
	return isLacking
}

// What becomes of a member of an organisation that is dissolved.
const (
	fateMove  = "move"
	fateLeave = "leave"
	fateStay  = "stay"
)

func fateOf(id hall.MediatorID) string { return fmt.Sprint("member ", id) }

// ending is how an organisation is dissolved; a fate for each of its members.
type ending struct {
	org          hall.Org
	why          string
	day          hall.Day
	fates        []string
	to, heir     hall.OrgID
	toName, next string // what the two are called
}

// Clone implements form.Cloner.
func (e ending) Clone() ending {
	e.fates = slices.Clone(e.fates)
	return e
}

// fate is the one of the member at a place; before anything was read there is none.
func (e *ending) fate(i int) *string {
	if i >= len(e.fates) {
		return new(string)
	}
	return &e.fates[i]
}

func (e ending) moves() bool { return slices.Contains(e.fates, fateMove) }

// endForm dissolves an organisation: first its members are named, one by one.
func (v *View) endForm(m opened) *form.View[ending] {
	type R = ending
	f, today := m.file, v.env.Today()
	fields := []*form.Field[R]{
		form.Text(hall.FieldWhy, endWhy, 100, func(e *R) *string { return &e.why }).Required(),
		form.Day(hall.FieldDay, endDay, func(e *R) *hall.Day { return &e.day }).Required(),
	}
	fates := []form.Option{{Key: fateMove, Name: goesTo}, {Key: fateLeave, Name: leaves}, {Key: fateStay, Name: stays}}
	for i, p := range f.Members {
		fields = append(fields, form.Choice(fateOf(p.ID), fateLabel.With("name", p.Name), func(e *R) *string { return e.fate(i) },
			func(views.Session, R) []form.Option { return fates }).Required())
	}
	fields = append(fields, pickOrg(hall.FieldTo, moveTo, anyLevel, func(e *R) (*hall.OrgID, *string) { return &e.to, &e.toName }).
		Required().If(R.moves).Help(moveHelp))
	if f.Children > 0 {
		fields = append(fields, pickOrg(hall.FieldHeir, heirLabel, hall.Village.Rank(), func(e *R) (*hall.OrgID, *string) { return &e.heir, &e.next }).Help(heirHelp))
	}
	return form.New(v.env, form.Spec[R]{
		Title: endTitle.With("name", f.Org.Name), Fields: fields, Keep: form.Keep[R]{Kind: hall.DraftOrg, Form: m.form.String(), From: m.draft},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := s.Desk.Org(ctx, f.Org.ID)
			return R{org: now.Org, day: today, fates: make([]string, len(f.Members)), heir: m.parent.ID, next: m.parent.Name}, err
		},
		Confirm: func(e R) *form.Question {
			q := form.Question{Title: endAsk.With("name", e.org.Name), Body: []text.Message{endBody}, Yes: endYes}
			if n := len(f.Members); n > 0 {
				q.Body = append(q.Body, endMembers.With("n", n))
			}
			if f.Children > 0 {
				heir := text.Raw(e.next)
				if e.next == "" {
					heir = atTop
				}
				q.Body = append(q.Body, endChildren.With("n", f.Children).With(hall.FieldHeir, heir))
			}
			return &q
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, e R) (R, error) {
			_, err := s.Desk.DissolveOrg(ctx, draft, e.org.ID, e.org.Rev, hall.Dissolving{Day: e.day, Why: e.why, Heir: e.heir, Fates: e.of(f.Members)})
			return e, err
		},
		Done: func(e R) text.Message { return ended.With("name", e.org.Name) },
	})
}

// of are the members' fates as the store takes them.
func (e ending) of(members []hall.Member) []hall.Fate {
	var out []hall.Fate
	for i, p := range members {
		fate := hall.Fate{Mediator: p.ID, Leaves: *e.fate(i) == fateLeave}
		if *e.fate(i) == fateMove {
			fate.To = e.to
		}
		out = append(out, fate)
	}
	return out
}
