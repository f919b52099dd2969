package store_test

import (
	"context"
	"slices"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv/kvtest"
	"sizhen/store/storetest"
)

// registered registers a dispute between two people.
func registered(t *testing.T, h *storetest.Hall, one, other string) hall.IntakeResult {
	t.Helper()
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	for i, name := range []string{one, other} {
		in.Parties[i].Details = hall.Details{Name: name}
	}
	out, err := h.Desk(h.Boss).FinishIntake(context.Background(), 0, in)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A name is one name however a list pads it, whatever dot stands in it, and whatever font it came from.
func TestANameIsOneNameHoweverItIsWritten(t *testing.T) {
	t.Parallel()
	ctx, h := context.Background(), storetest.New(t)
	d := h.Desk(h.Boss)
	for _, c := range []struct {
		typed, kept string
		found       []string
	}{
		{"欧阳\u3000平", "欧阳平", []string{"欧阳平", "欧阳\u3000平", "欧阳 平", "oyp"}},
		{"阿卜杜拉•买买提", "阿卜杜拉•买买提", []string{"阿卜杜拉·买买提", "阿卜杜拉买买提", "阿卜杜拉・买买提"}},
		{"王\ue863芳", "王䶮芳", []string{"王䶮芳", "王\ue863芳"}},
		{"区志强", "区志强", []string{"ozq", "qzq"}},
	} {
		made := registered(t, h, c.typed, "俞大\u3000海"+string(c.kept[:3]))
		for _, q := range c.found {
			hits, err := d.FindPeople(ctx, q, 20)
			if err != nil || !slices.ContainsFunc(hits, func(p hall.PersonRow) bool { return p.Name == c.kept }) {
				t.Errorf("%q finds %+v, %v; want %s", q, hits, err, c.kept)
			}
			if q[0] > 'z' {
				again := storetest.Intake(hall.Ending{})
				again.Parties[0].Details, again.Parties[1].Details = hall.Details{Name: q}, hall.Details{Name: "俞大海" + string(c.kept[:3])}
				if dup, err := d.Duplicates(ctx, again); err != nil || len(dup) != 1 || dup[0].ID != made.Case {
					t.Errorf("%q against the same side is not suspected: %+v, %v", q, dup, err)
				}
			}
		}
	}
}

// 字第N号 is found without its year.
func TestACaseIsFoundByItsNumberAlone(t *testing.T) {
	t.Parallel()
	ctx, h := context.Background(), storetest.New(t)
	made := registered(t, h, "章一", "章二")
	for _, q := range []string{"百调字第1号", "字第1号", "第1号", "百调字第001号", "(2026)百调字第1号", "2026-1"} {
		hits, err := h.Desk(h.Boss).Search(ctx, q, 10)
		if err != nil || !slices.ContainsFunc(hits, func(x hall.Hit) bool { return x.Case != nil && x.Case.ID == made.Case }) {
			t.Errorf("%q finds %+v, %v", q, hits, err)
		}
	}
}

// A store of the fifth schema opens, and its search index is made anew.
func TestStoreOfSchema5(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	st, err := store.Open(ctx, store.Options{Path: kvtest.Restore(t, "testdata/schema5.txt"), Settings: storetest.Settings(), Now: storetest.Start})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	if faults, err := st.Check(ctx, nil); err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
}

// What is registered again is suspected although names were typed, not picked, and several people
// bear them; other people of the names, and another quarrel of theirs, are not.
func TestTheSameMatterIsSuspectedByNamesAlone(t *testing.T) {
	t.Parallel()
	ctx, h := context.Background(), storetest.New(t)
	d := h.Desk(h.Boss)
	typed := func(a, av, b, bv, kind, subject string) hall.Intake {
		in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
		in.Parties[0].Details, in.Parties[1].Details = hall.Details{Name: a, Village: av}, hall.Details{Name: b, Village: bv}
		in.Type, in.Subject = kind, subject
		return in
	}
	register := func(in hall.Intake) hall.CaseID {
		res, err := d.FinishIntake(ctx, 0, in)
		if err != nil {
			t.Fatal(err)
		}
		return res.Case
	}
	register(typed("吴金花", "解放村", "罗大", "", "marriage", "赡养"))
	register(typed("沈文华", "", "罗二", "", "marriage", "赡养"))
	made := register(typed("吴金花", "小港村", "沈文华", "小港村", "neighbours", "楼上漏水"))
	for _, c := range []struct {
		why  string
		in   hall.Intake
		want bool
	}{
		{"one type", typed("吴金花", "", "沈文华", "", "neighbours", ""), true},
		{"one cause in other words, blanks in a name", typed("吴 金花", "", "沈文华", "", "damages", "厨房漏水"), true},
		{"the sides changed", typed("沈文华", "", "吴金花", "小港", "neighbours", "漏水"), true},
		{"another cause", typed("吴金花", "", "沈文华", "", "marriage", "借款"), false},
		{"nothing said of the cause", typed("吴金花", "", "沈文华", "", "", ""), false},
		{"another village", typed("吴金花", "解放村", "沈文华", "", "neighbours", "漏水"), false},
		{"one side only", typed("吴金花", "", "罗三", "", "neighbours", "漏水"), false},
	} {
		dup, err := d.Duplicates(ctx, c.in)
		if err != nil || c.want != (len(dup) == 1 && dup[0].ID == made) || !c.want && len(dup) > 0 {
			t.Errorf("%s: %+v, %v", c.why, dup, err)
		}
	}
}
