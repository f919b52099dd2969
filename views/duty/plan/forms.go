package plan

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// The forms as their drafts are named.
const (
	opMove   = "move"
	opOff    = "off"
	opAssign = "assign"
	opAdd    = "add"
	opSwap   = "swap"
	opAnswer = "answer"
	opPlan   = "plan"
	opLeave  = "leave"
)

// formOf names the draft of a form: each has his own, and what was chosen before it opened stands
// in the name.
func (v *planner) formOf(what string, id uint64, args ...string) string {
	return strings.Join(append([]string{fmt.Sprint("rota ", v.env.Actor.Staff, " ", what, " ", id)}, args...), "\t")
}

// titled is the title of a form; a draft that is gone on with is named as it was.
func titled(m text.Message, from hall.Draft) text.Message {
	if from.ID != 0 && from.Title != "" {
		return text.Raw(from.Title)
	}
	return m
}

// resume goes on with a draft that the board led to; another's is left alone.
func (v *planner) resume(d hall.Draft) tea.Cmd {
	var staff, id uint64
	var what string
	parts := strings.Split(d.Form, "\t")
	if n, _ := fmt.Sscanf(parts[0], "rota %d %s %d", &staff, &what, &id); n < 3 || staff != uint64(v.env.Actor.Staff) {
		return nil
	}
	arg := func(i int, older string) string { // drafts of older versions hold it among their fields
		if i < len(parts) {
			return parts[i]
		}
		return d.Fields[older]
	}
	shift := hall.Shift{ID: hall.ShiftID(id)}
	switch what {
	case opMove, opOff:
		return v.changeForm(hall.Op(what), shift, d)
	case opAssign:
		return v.assignForm(shift, refOf(arg(1, "xout")), refOf(arg(2, "xin")), d)
	case opAdd:
		return v.addForm(0, "", d)
	case opSwap:
		take, _ := strconv.ParseUint(arg(3, "xfor"), 10, 64) // a number of our own, or none
		who := refOf(arg(1, "xwho"))
		if who.Name == "" {
			who = hall.RefOf(v.env.Actor)
		}
		return v.swapForm(hall.DutySwap{Duty: shift.ID, Who: who, With: refOf(arg(2, "xwith")), For: hall.ShiftID(take)}, d)
	case opAnswer:
		side, _ := strconv.Atoi(arg(1, "xside")) // a side of our own
		return v.refuseForm(hall.DutySwap{ID: hall.SwapID(id)}, side, d)
	case opPlan:
		return v.planForm(planOf{}, d)
	case opLeave:
		return v.leaveForm(d)
	}
	return nil
}

// change is what is done with a shift, and why.
type change struct {
	row    hall.DutyRow
	day    hall.Day
	reason string
}

func reason() *form.Field[change] {
	return form.Text(hall.FieldReason, whyLabel, 100, func(c *change) *string { return &c.reason }).Required().Help(whyHelp)
}

// readShift reads a shift, or why its course does not lead to an operation.
func readShift(id hall.ShiftID, op hall.Op) func(context.Context, views.Session) (change, error) {
	return func(ctx context.Context, s views.Session) (change, error) {
		r, err := s.Desk.DutyRow(ctx, id)
		return change{row: r}, hall.Why(hall.ShiftCourse(), r, op, s.Actor, s.Now()).Or(err)
	}
}

// changeForm moves a shift, or calls it off.
func (v *planner) changeForm(op hall.Op, shift hall.Shift, from hall.Draft) tea.Cmd {
	type R = change
	about := func(m text.Message) text.Message {
		return titled(m.With("day", text.Day(shift.Day)).With("shift", v.shiftLine(shift)), from)
	}
	spec := form.Spec[R]{
		Title: about(moveTitle), Read: readShift(shift.ID, op),
		Fields: []*form.Field[R]{form.Day(hall.FieldDay, moveTo, func(c *R) *hall.Day { return &c.day }).Required(), reason()},
		Keep:   form.Keep[R]{Kind: hall.DraftRota, Form: v.formOf(opMove, uint64(shift.ID)), From: from, Private: true},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, c R) (R, error) {
			_, err := s.Desk.From(draft).MoveDuty(ctx, c.row.ID, c.row.Rev, c.day, c.reason)
			return c, err
		},
		Below: closed, Done: func(R) text.Message { return movedNow },
	}
	if op == hall.OpOff {
		spec.Title, spec.Fields = about(offTitle), spec.Fields[1:]
		spec.Keep.Form = v.formOf(opOff, uint64(shift.ID))
		spec.Save = func(ctx context.Context, s views.Session, draft hall.DraftID, c R) (R, error) {
			_, err := s.Desk.From(draft).CallOffDuty(ctx, c.row.ID, c.row.Rev, c.reason)
			return c, err
		}
		spec.Done = func(R) text.Message { return offNow }
	}
	return views.Push(form.New(v.env, spec))
}

// closed says that the hall is closed on the day that a shift is moved to.
func closed(s views.Session, c change, w int) []string {
	if c.day == 0 || s.Calendar().On(c.day).Open {
		return nil
	}
	said := widget.Cut("! "+s.Say(closedThen.With("day", text.ShortDay(c.day))), w, s.Styles.Marks.More)
	return []string{"", s.Styles.Danger.Render(said)}
}

// whichPlace asks who comes off a shift, or which empty place is filled.
func (v *planner) whichPlace(r hall.DutyRow) tea.Cmd {
	var items []menu.Item
	for _, p := range r.Places {
		items = append(items, menu.Item{Name: takeOff.With("who", v.placeSaid(p, r.Day)), Do: func() tea.Cmd { return v.whichPerson(r, p.Who) }})
	}
	more := menu.Item{Name: oneMore, Do: func() tea.Cmd { return v.whichPerson(r, hall.DutyRef{}) }}
	if len(r.People) < r.Need {
		more.Name = fillEmpty.With("n", r.Need-len(r.People))
	}
	return menu.Open(v.env, v.env.Say(doAssign), append(items, more))
}

// whichPerson lists who could have the place, with how much each has that month, and why one
// cannot.
func (v *planner) whichPerson(r hall.DutyRow, out hall.DutyRef) tea.Cmd {
	return v.candidates(r, func(all []hall.DutyCandidate) tea.Cmd {
		slices.SortStableFunc(all, func(a, b hall.DutyCandidate) int { return a.Load.Work + a.Load.Rest - b.Load.Work - b.Load.Rest })
		var items []menu.Item
		for _, c := range all {
			items = append(items, menu.Item{Name: load(c), Why: whyNot(c.Why), Do: func() tea.Cmd { return v.assignForm(r.Shift, out, c.Who, hall.Draft{}) }})
		}
		title := whoMore
		if out.Name != "" {
			title = whoInstead.With("who", out.Name)
			if len(r.People) > 1 {
				items = append(items, menu.Item{Name: leaveEmpty, Do: func() tea.Cmd { return v.assignForm(r.Shift, out, hall.DutyRef{}, hall.Draft{}) }})
			}
		}
		if len(items) == 0 {
			return views.Toast(views.Warn, nobodyElse)
		}
		return menu.Open(v.env, v.env.Say(title), items)
	})
}

// candidates reads who could have a place in a shift: those it does not have already.
func (v *planner) candidates(r hall.DutyRow, choose func([]hall.DutyCandidate) tea.Cmd) tea.Cmd {
	return menu.After(v.env, func(ctx context.Context, s views.Session) ([]hall.DutyCandidate, error) {
		all, err := s.Desk.DutyCandidates(ctx, r.Kind, r.Day, r.ID)
		return slices.DeleteFunc(all, func(c hall.DutyCandidate) bool { return r.Has(c.Who) }), err
	}, choose)
}

// load is somebody with how much duty he has in the month.
func load(c hall.DutyCandidate) text.Message {
	return loadOf.With("name", c.Who.Name).With("work", fmt.Sprint(c.Load.Work)).With("rest", fmt.Sprint(c.Load.Rest))
}

// whyNot is why somebody cannot have a shift, in few words; nothing where the store says it.
func whyNot(e *hall.Error) text.Message {
	if e == nil {
		return text.Message{}
	}
	return map[hall.Code]text.Message{
		hall.ErrDutyTwice: whyDuty, hall.ErrOnLeave: whyLeave, hall.ErrAttends: whyJoint, hall.ErrNotAssignable: whyLeft,
	}[e.Code]
}

// assignForm asks why people are changed: out goes, in comes; either may be nobody.
func (v *planner) assignForm(shift hall.Shift, out, in hall.DutyRef, from hall.Draft) tea.Cmd {
	type R = change
	title := assignTitle
	switch {
	case out.Name == "":
		title = fillTitle
	case in.Name == "":
		title = emptyTitle
	}
	return views.Push(form.New(v.env, form.Spec[R]{
		Title: titled(title.With("day", text.Day(shift.Day)).With("out", out.Name).With("in", in.Name), from),
		Read:  readShift(shift.ID, hall.OpAssign), Fields: []*form.Field[R]{reason()},
		Keep: form.Keep[R]{Kind: hall.DraftRota, Form: v.formOf(opAssign, uint64(shift.ID), out.Key(), in.Key()), From: from, Private: true},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, c R) (R, error) {
			people := slices.DeleteFunc(slices.Clone(c.row.People), func(p hall.DutyRef) bool { return out.Name != "" && p.Same(out) })
			if in.Name != "" {
				people = append(people, in)
			}
			_, err := s.Desk.From(draft).AssignDuty(ctx, c.row.ID, c.row.Rev, people, c.reason)
			return c, err
		},
		Done: func(R) text.Message { return assignedNow },
	}))
}

// extra is one more shift, beside what is planned. More people are put on it afterwards.
type extra struct {
	kind   hall.DutyKind
	town   string
	day    hall.Day
	at     uint64 // the place of who among the teams, from 1 on
	who    string
	team   []hall.DutyRef
	reason string
}

// addForm asks for one more shift on a day; town is the township that is meant.
func (v *planner) addForm(day hall.Day, town string, from hall.Draft) tea.Cmd {
	type R = extra
	start := R{day: day, town: town}
	if town != "" {
		start.kind = hall.DutyCounty
	}
	var towns []form.Option
	for _, t := range v.env.Settings.Rotation() {
		towns = append(towns, form.Option{Key: t.Name, Name: text.Raw(t.Name)})
	}
	if len(towns) == 1 {
		start.town = towns[0].Key
	}
	return views.Push(form.New(v.env, form.Spec[R]{
		Title: addTitle, Edit: true,
		Fields: []*form.Field[R]{
			form.Enum(hall.FieldKind, kindLabel, func(e *R) *hall.DutyKind { return &e.kind }, hall.DutyKinds(), text.DutyKind).Required(),
			form.Choice(hall.FieldTown, townLabel, func(e *R) *string { return &e.town }, func(views.Session, R) []form.Option { return towns }).
				Required().If(func(e R) bool { return e.kind == hall.DutyCounty && len(towns) != 1 }),
			form.Day(hall.FieldDay, dayLabel, func(e *R) *hall.Day { return &e.day }).Required(),
			form.Pick(hall.FieldPeople, whoLabel, 60, func(e *R) *uint64 { return &e.at }, func(e *R) *string { return &e.who }, findMember).Required().Help(whoHelp),
			form.Text(hall.FieldReason, whyLabel, 100, func(e *R) *string { return &e.reason }).Required().Help(whyHelp),
		},
		Keep: form.Keep[R]{Kind: hall.DraftRota, Form: v.formOf(opAdd, 0), From: from, Offer: true, Private: true},
		Read: func(ctx context.Context, s views.Session) (_ R, err error) {
			start.team, err = everybody(ctx, s)
			return start, err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, e R) (R, error) {
			who, bad := memberAt(e.team, e.at, e.who)
			if bad != nil {
				return e, bad.In(hall.FieldPeople)
			}
			add := hall.Shift{Kind: e.kind, Day: e.day, People: []hall.DutyRef{who}}
			if add.Kind == hall.DutyCounty {
				add.Township = e.town
				if len(towns) == 1 {
					add.Township = towns[0].Key
				}
			}
			_, err := s.Desk.From(draft).AddDuty(ctx, add, e.reason)
			return e, err
		},
		Done: func(R) text.Message { return addedNow },
	}))
}

// everybody are those of both teams, each once.
func everybody(ctx context.Context, s views.Session) ([]hall.DutyRef, error) {
	var out []hall.DutyRef
	for _, k := range hall.DutyKinds() {
		list, err := s.Desk.DutyTeam(ctx, k)
		if err != nil {
			return nil, err
		}
		for _, m := range list {
			if !slices.ContainsFunc(out, m.Who.Same) {
				out = append(out, m.Who)
			}
		}
	}
	return out, nil
}

// memberAt is who was picked of the teams: by his place, unless the teams have changed since.
func memberAt(team []hall.DutyRef, at uint64, name string) (hall.DutyRef, *hall.Error) {
	if at > 0 && at <= uint64(len(team)) && team[at-1].Name == name {
		return team[at-1], nil
	}
	return hall.DutyRef{}, hall.Refuse(hall.ErrPickOne)
}

// findMember looks for somebody in the teams, by name or initials; his number is his place there.
func findMember(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	team, err := everybody(ctx, s)
	var out []form.Found
	for i, who := range team {
		if named(who.Name, q) {
			out = append(out, form.Found{ID: uint64(i + 1), Label: who.Name})
		}
	}
	return out, err
}

// named reports whether a query means a name, in characters or initials.
func named(name, q string) bool {
	q = strings.ToLower(strings.TrimSpace(q))
	return strings.Contains(name, q) || slices.ContainsFunc(pinyin.OfPerson(name), func(i string) bool { return strings.HasPrefix(i, q) })
}

// refOf is who a key (hall.DutyRef.Key) stands for.
func refOf(key string) hall.DutyRef {
	parts := strings.SplitN(key, "/", 3)
	if len(parts) != 3 {
		return hall.DutyRef{}
	}
	kind, _ := strconv.ParseUint(parts[0], 10, 8) // of our own making, or nobody
	id, _ := strconv.ParseUint(parts[1], 10, 64)
	return hall.DutyRef{Kind: hall.InviteeKind(kind), ID: id, Name: parts[2]}
}
