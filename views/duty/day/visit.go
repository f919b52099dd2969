package day

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// mostHands is how many lines each list of a visit's record has; what stands on file beyond them
// stays as it is.
const mostHands = 40

// visit is the record of the county team's visit: what it took on and what it hands back.
type visit struct {
	row        hall.DutyRow
	took, back [mostHands]hall.DutyCase
}

// Join adds what another desk wrote meanwhile, each line where there is room.
func (r visit) Join(now visit) visit {
	r.row = now.row
	joined(&r.took, now.took)
	joined(&r.back, now.back)
	return r
}

func joined(mine *[mostHands]hall.DutyCase, now [mostHands]hall.DutyCase) {
	for _, c := range now {
		same := func(o hall.DutyCase) bool {
			return o.What == c.What && o.Case == c.Case && (c.Case != 0 || o.Number == c.Number)
		}
		free := slices.IndexFunc(mine[:], func(o hall.DutyCase) bool { return o.What == "" })
		if c.What != "" && free >= 0 && !slices.ContainsFunc(mine[:], same) {
			mine[free] = c
		}
	}
}

// lines are a list as it is saved; a line that was emptied is left out.
func lines(all [mostHands]hall.DutyCase, on []hall.DutyCase) []hall.DutyCase {
	var out []hall.DutyCase
	for _, c := range all {
		if c.Case != 0 {
			c.Number = "" // the store knows it
		}
		if c.What != "" {
			out = append(out, c)
		}
	}
	return append(out, on[min(len(on), mostHands):]...)
}

// hands are the questions of one list.
func hands(list string, first, next, who text.Message, at func(*visit) *[mostHands]hall.DutyCase) []*form.Field[visit] {
	type R = visit
	var out []*form.Field[R]
	for n := range mostHands {
		label := next
		if n == 0 {
			label = first
		}
		line := func(r *R) *hall.DutyCase { return &at(r)[n] }
		written := func(r R) bool { return line(&r).What != "" }
		out = append(out,
			form.Text(fmt.Sprint(list, ".what.", n), label, 200, func(r *R) *string { return &line(r).What }).Help(rowHelp).
				If(func(r R) bool { return n == 0 || at(&r)[n-1].What != "" || written(r) }),
			form.Text(fmt.Sprint(list, ".who.", n), who, 40, func(r *R) *string { return &line(r).Who }).If(written),
			form.Pick(fmt.Sprint(list, ".case.", n), caseOwn, 60, func(r *R) *hall.CaseID { return &line(r).Case }, func(r *R) *string { return &line(r).Number },
				findCase).
				Free().Help(caseOwnHelp).If(written))
	}
	return out
}

// visitForm is the record of a visit; a draft knows its day and its number.
func (v *View) visitForm(s hall.Shift, from hall.Draft) tea.Cmd {
	type R = visit
	title := text.Words(visitTitle, text.ShortDay(s.Day), names(s.People))
	return views.Push(form.New(v.env, form.Spec[R]{
		Title: title, Rule: visitRule, Edit: true,
		Fields: slices.Concat(
			hands("took", tookItem, tookNext, tookWho, func(r *R) *[mostHands]hall.DutyCase { return &r.took }),
			hands("back", backItem, backNext, backWho, func(r *R) *[mostHands]hall.DutyCase { return &r.back })),
		Keep: form.Keep[R]{
			Kind: hall.DraftDuty, Form: fmt.Sprint(visitName, " ", int(s.Day), " ", uint64(s.ID)), From: from,
			Title: func(R) text.Message { return text.Words(visitTitle, text.ShortDay(s.Day)) },
		},
		Read: func(ctx context.Context, ses views.Session) (R, error) {
			row, err := ses.Desk.DutyRow(ctx, s.ID)
			if err == nil {
				if bad := hall.Why(hall.ShiftCourse(), row, hall.OpRotation, ses.Actor, ses.Now()); bad != nil {
					err = bad
				}
			}
			r := R{row: row}
			copy(r.took[:], row.Took)
			copy(r.back[:], row.Back)
			return r, err
		},
		Save: func(ctx context.Context, ses views.Session, draft hall.DraftID, r R) (_ R, err error) {
			r.row.Shift, err = ses.Desk.From(draft).SaveRotation(ctx, r.row.ID, r.row.Rev, lines(r.took, r.row.Took), lines(r.back, r.row.Back))
			return r, err
		},
		Done: func(R) text.Message { return visitSaved },
	}))
}
