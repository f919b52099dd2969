package dispute_test

import (
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
)

func full(t *testing.T, n int) *storetest.Hall {
	t.Helper()
	h := storetest.New(t)
	if err := seed.Fill(t.Context(), h.Store, seed.Options{Cases: n, Mediators: 5, Years: 1, RNG: 7, Now: h.Now()}); err != nil {
		t.Fatal(err)
	}
	return h
}

// row is the line of the cursor.
func row(d *apptest.Driver) string {
	for _, l := range strings.Split(d.Screen(), "\n") {
		if strings.Contains(l, "▸") {
			return strings.TrimSpace(l)
		}
	}
	return ""
}

// The list is read as far as the cursor comes, and the cursor stays on its case when something
// changes at another desk.
func TestPagesAreReadAsTheCursorComes(t *testing.T) {
	t.Parallel()
	const cases = 150
	h := full(t, cases)
	d := apptest.New(t, h).Press("f8").Expect("共 150 件", "还有")
	for range 12 {
		d.Press("pgdown")
	}
	was, seen := row(d), map[string]bool{}
	if d.Reload(); row(d) != was {
		t.Errorf("after a change the cursor is on %s, was on %s", row(d), was)
	}
	d.Press("home")
	for range cases {
		no := strings.Fields(row(d))[1]
		if strings.HasPrefix(no, "(") && seen[no] {
			t.Fatalf("%s stands there twice", no)
		}
		seen[no] = true
		d.Press("down")
	}
	d.Press("end").Expect("前面还有")
	d.Press("home")
	no := strings.Fields(row(d))[1]
	d.Press("enter").Expect(no)
}

func TestTabsNarrowTheList(t *testing.T) {
	t.Parallel()
	d := apptest.New(t, full(t, 120)).Press("f8").Press("2").Expect("案件 未结").ExpectNot("已归档", "已结案")
	d.Press("3").Expect("案件 我的", "换一类")
	d.Press("4", "end", "enter").Expect("案件 已归档").ExpectNot("未编号")
	d.Press("1").Expect("共 120 件").Press("right").Expect("案件 未结").Press("left", "left").Expect("案件 我的")
}

func TestConfidentialRowsStayShut(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential = true
	if _, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in); err != nil {
		t.Fatal(err)
	}
	apptest.New(t, h).Press("f8").Expect("章雪琴", "30 天")
	clerk := h.Add("clerk", "俞芳", hall.FrontDesk).Actor()
	d := apptest.Open(t, h, apptest.Options{Actor: &clerk, W: 132, H: 43}).Press("f8").Expect("不公开").ExpectNot("章").Press("enter").Expect("承办调解员", "案件 全部")
	d.ExpectNot("章")
}

func TestEmptyListSaysWhatFillsIt(t *testing.T) {
	t.Parallel()
	apptest.New(t, storetest.New(t)).Press("f8").Expect("按 F3 登记第一件").Press("enter").Expect("按 F3 登记第一件")
}

// Numbers, days overdue, states and names are read to the end, in a narrow window
// as beside the detail: the parties have what is left.
func TestTheWordsThatCountAreNeverCut(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	today := hall.DayOf(h.Now())
	err := h.Bulk(t.Context(), func(b *store.Bulk) error {
		for _, c := range []*hall.Case{
			{
				Matter: hall.Matter{Type: "neighbours", Subject: "翻建房屋"}, State: hall.Mediating, Registered: h.Now().AddDate(0, 0, -120), Accepted: today - 119,
				Deadline: today - 118,
				Parties: []hall.Party{
					{Side: hall.Applicant, Details: hall.Details{Name: "阿卜杜拉·买买提"}}, {Side: hall.Respondent, Details: hall.Details{Name: "章阿根"}},
				},
			},
			{Matter: hall.Matter{Type: "marriage"}, State: hall.Refused, Registered: h.Now(),
				Parties: []hall.Party{{Side: hall.Applicant, Details: hall.Details{Name: "章雪琴"}}}},
		} {
			if err := b.Case(c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("f8")
	for _, w := range []int{80, 120} {
		d.Resize(w, 36).Expect("(2026)百调字第1号 ", "逾期 118 天", "不予受理", "阿卜杜拉·")
	}
}
