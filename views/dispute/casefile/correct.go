package casefile

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// mending is what somebody puts right of a case: one of its parties, or its marks.
type mending struct {
	of       hall.Case
	at       int // which party
	party    hall.Party
	marks    facts.Marks
	closed   bool
	platform hall.Platform
	why      string
}

// corrections are the entries of the case's menu that put right what stands on record.
func (v doing) corrections() []menu.Item {
	why := v.noCorrection()
	return []menu.Item{
		{Name: correctParty, Why: why, Do: v.whoIsCorrected},
		{Name: correctMarks, Why: why, Do: func() tea.Cmd { return views.Push(v.mendMarks(hall.Draft{})) }},
		{Name: lookPerson, Do: v.whoIsLookedAt},
		{Name: joinParty, Why: why, Do: func() tea.Cmd { return views.Push(v.mendParty(len(v.file.Case.Parties), hall.Draft{})) }},
		{Name: leaveParty, Why: why, Do: v.whoIsTakenOut},
	}
}

// noCorrection says why nothing can be put right.
func (v doing) noCorrection() text.Message {
	if bad := hall.Why(hall.CorrectionCourse(), v.file.Case, hall.OpCorrect, v.env.Actor, v.env.Now()); bad != nil {
		return text.Err(bad)
	}
	return text.Message{}
}

// whose asks which of the parties is meant.
func (v doing) whose(title text.Message, item func(at int, p hall.Party) menu.Item) tea.Cmd {
	var items []menu.Item
	for i, p := range v.file.Case.Parties {
		it := item(i, p)
		it.Name = text.Raw("{side}  {name}").With("side", text.Side(p.Side)).With("name", p.Details.Name)
		items = append(items, it)
	}
	return menu.Open(v.env, v.env.Say(title), items)
}

func (v doing) whoIsCorrected() tea.Cmd {
	return v.whose(correctWhose, func(at int, _ hall.Party) menu.Item {
		return menu.Item{Do: func() tea.Cmd { return views.Push(v.mendParty(at, hall.Draft{})) }}
	})
}

func (v doing) whoIsTakenOut() tea.Cmd {
	return v.whose(leaveWhose, func(at int, p hall.Party) menu.Item {
		return menu.Item{Do: func() tea.Cmd {
			return views.Push(v.mend(leaveTitle.With("name", p.Details.Name), at, nil, draftLeave+strconv.Itoa(at), hall.Draft{}))
		}}
	})
}

func (v doing) whoIsLookedAt() tea.Cmd {
	return v.whose(lookPerson, func(_ int, p hall.Party) menu.Item {
		return menu.Item{Why: record.Unknown(p.Person), Do: func() tea.Cmd { return views.Go(views.Route{Screen: views.Person, Person: p.Person}) }}
	})
}

// The drafts of corrections, by what they put right; a party's is followed by its place on the case.
const (
	draftMarks = "correct"
	draftParty = "correct "
	draftLeave = "leave "
)

func (v doing) mendMarks(from hall.Draft) views.View {
	return v.mend(correctMarks, 0, marksFields(), draftMarks, from)
}

// mendParty puts right a party; behind the last, it adds one.
func (v doing) mendParty(at int, from hall.Draft) views.View {
	title, fields := correctParty, facts.Party(theParty)
	if at == len(v.file.Case.Parties) {
		title = joinParty
		fields = append([]*form.Field[mending]{facts.Side(theParty)}, fields...)
	}
	return v.mend(title, at, fields, draftParty+strconv.Itoa(at), from)
}

// mended goes on with a correction that was left.
func (v doing) mended(d hall.Draft) views.View {
	switch d.Form {
	case draftMarks:
		return v.mendMarks(d)
	case draftPlatform:
		return v.mendPlatform(d)
	}
	n, party := strings.CutPrefix(d.Form, draftParty)
	if at, err := strconv.Atoi(n); party && err == nil && at <= len(v.file.Case.Parties) {
		return v.mendParty(at, d)
	}
	n, leaves := strings.CutPrefix(d.Form, draftLeave)
	if at, err := strconv.Atoi(n); leaves && err == nil && at < len(v.file.Case.Parties) {
		return v.mend(leaveTitle.With("name", v.file.Case.Parties[at].Details.Name), at, nil, d.Form, d)
	}
	return nil
}

// mend is the form of a correction. It begins from the case as it stands.
func (v doing) mend(title text.Message, at int, fields []*form.Field[mending], name string, from hall.Draft) views.View {
	id := v.file.Case.ID
	return form.New(v.env, form.Spec[mending]{
		Title: title, Rule: correctRule, Edit: true,
		Keep: form.Keep[mending]{Kind: hall.DraftOther, Form: name, From: from, Case: id, Title: func(r mending) text.Message {
			return text.Raw("{no}  {what}").With("no", v.file.Case.Name()).With("what", title)
		}},
		Fields: append(fields, form.Notes(hall.FieldReason, correctWhy, 1000, func(r *mending) *string { return &r.why }).Rows(2).Required()),
		Read: func(ctx context.Context, s views.Session) (mending, error) {
			f, err := s.Desk.Case(ctx, id)
			if err != nil {
				return mending{}, err
			}
			if bad := hall.Why(hall.CorrectionCourse(), f.Case, hall.OpCorrect, s.Actor, s.Now()); bad != nil {
				return mending{}, bad
			}
			r := mending{of: f.Case, at: at, closed: f.Case.Confidential, platform: f.Case.Platform}
			if name == draftPlatform { // it is completed rather than put right
				r.why = s.Say(platformWhy)
			}
			if at < len(f.Case.Parties) {
				r.party = f.Case.Parties[at]
			}
			r.marks = facts.MarksOf(f.Case.Flags)
			return r, nil
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r mending) (mending, error) {
			fix := r.fix()
			if strings.HasPrefix(name, draftLeave) {
				fix.Leave = at + 1
			}
			_, err := s.Desk.From(draft).CorrectCase(ctx, r.of.ID, r.of.Rev, fix, strings.TrimSpace(r.why))
			return r, err
		},
		Done: func(mending) text.Message { return correctDone },
	})
}

// fix is the case as it is to stand.
func (r mending) fix() hall.CaseFix {
	f := hall.FixOf(r.of)
	if r.at < len(f.Parties) {
		f.Parties[r.at] = r.party
	} else {
		f.Join = &r.party
	}
	f.Flags, f.Confidential, f.Platform = r.marks.Flags(), r.closed, r.platform
	return f
}

func marksFields() []*form.Field[mending] {
	criminal, mass, stability, extreme := facts.Flagged(func(r *mending) *facts.Marks { return &r.marks })
	return []*form.Field[mending]{criminal, mass, stability, extreme, form.YesNo("confidential", closedLabel, func(r *mending) *bool { return &r.closed })}
}

func theParty(r *mending) *hall.Party { return &r.party }
