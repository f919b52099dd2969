package store_test

import (
	"fmt"
	"slices"
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// The journal is read a page at a time, the newest lines first, to its beginning, each line once; a part of
// it has its own lines only.
func TestTheJournalIsReadByPages(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	for i := range 5 {
		seen(t, h.Desk(h.Boss), fmt.Sprint("甲", i), false)
	}
	_, _ = h.SignIn(ctx, "chenfang", "wrong")
	head := must[hall.JournalHead](t)(h.Head(ctx))
	next := head.Seq
	for q := (hall.JournalQuery{Limit: 2}); ; {
		p := must[hall.JournalPage](t)(h.Desk(h.Boss).Lines(ctx, q))
		for _, r := range p.Rows {
			if r.Seq != next || len(p.Rows) > q.Limit {
				t.Fatalf("line %d where %d was to come, %d rows", r.Seq, next, len(p.Rows))
			}
			next--
		}
		if q.Before = p.Next; p.Next == 0 {
			break
		}
	}
	if next != 0 {
		t.Errorf("it ends before line %d", next)
	}
	p := must[hall.JournalPage](t)(h.Desk(h.Boss).Lines(ctx, hall.JournalQuery{Part: hall.JournalWrong, Limit: 9}))
	if len(p.Rows) != 1 || p.Rows[0].Deed != hall.DeedSignInWrong || !p.Rows[0].Wrong || p.Next != 0 {
		t.Errorf("%+v", p)
	}
}

// The head and the administrators read the journal, and nobody else. What is confidential is not named to an
// administrator who is no head, nor in a list that leaves the hall.
func TestTheJournalNamesNobodyToWhomItIsNotOpen(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	c := must[hall.IntakeResult](t)(d.FinishIntake(ctx, 0, in)).Case
	f := must[hall.CaseFile](t)(d.Case(ctx, c))
	fix := hall.FixOf(f.Case)
	fix.Confidential = true
	must[hall.Case](t)(d.CorrectCase(ctx, c, f.Case.Rev, fix, "当事人要求不公开"))
	admin := h.Add("zhengmin", "郑敏", hall.Admin)
	names := func(p hall.JournalPage) (said []string) {
		for _, r := range p.Rows {
			if r.Case == c {
				said = append(said, fmt.Sprint(r.Shut, " ", r.Args["name"]))
			}
		}
		return said
	}
	all := hall.JournalQuery{Limit: 99}
	open := names(must[hall.JournalPage](t)(d.Lines(ctx, all)))
	if !slices.Contains(open, "false 章雪琴") {
		t.Errorf("the head reads %q", open)
	}
	for who, shut := range map[string][]string{
		"an administrator": names(must[hall.JournalPage](t)(admin.Lines(ctx, all))),
		"a file":           names(must[hall.JournalPage](t)(d.Veiled().Lines(ctx, all))),
	} {
		if len(shut) != len(open) || slices.ContainsFunc(shut, func(s string) bool { return s != "true " }) {
			t.Errorf("%s reads %q", who, shut)
		}
	}
	for login, role := range map[string]hall.Role{"desk": hall.FrontDesk, "med": hall.RoleMediator, "duty": hall.DutyOfficer} {
		if _, err := h.Add(login, login, role).Lines(ctx, all); code(err) != hall.ErrForbidden {
			t.Errorf("%s: %v", login, err)
		}
	}
}

// Whoever signs in can be told of the wrong passwords since the last time; a sign-in sets the count back.
func TestWrongPasswordsAreCountedUntilSomebodySignsIn(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	_, _ = h.SignIn(ctx, "chenfang", "wrong")
	_, _ = h.SignIn(ctx, "chenfang", "wrong")
	if got := must[hall.Tries](t)(h.Tried(ctx, h.Boss.Staff)); got.Wrong != 2 || !got.Last.Equal(h.Clock.Now()) {
		t.Errorf("%+v", got)
	}
	must[hall.Actor](t)(h.SignIn(ctx, "chenfang", storetest.Password))
	if got := must[hall.Tries](t)(h.Tried(ctx, h.Boss.Staff)); got.Wrong != 0 {
		t.Errorf("after a sign-in: %+v", got)
	}
}
