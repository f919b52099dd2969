package cli

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/text"
)

// diary is a hall with mediators, two of them of one name, and appointments.
type diary struct {
	t     *testing.T
	data  string
	actor hall.Actor
}

// at opens the hall for fn as the administrator would, at the fixed moment.
func (d diary) at(fn func(*store.Store, *store.Desk) error) {
	d.t.Helper()
	o := keyed(d.t, d.data)
	o.Now = func() time.Time { return time.Date(2026, 11, 24, 10, 14, 0, 0, o.Settings.Zone) }
	st, err := store.Open(context.Background(), o)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := fn(st, st.Desk(d.actor)); err != nil {
		d.t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		d.t.Fatal(err)
	}
}

func (d diary) export(args ...string) ran {
	return exported(d.t, append([]string{"--data", d.data, "--now", "2026-11-24T10:14", "export", "calendar", "--names"}, args...)...)
}

// Calendars go to telephones and their makers: without --names nobody's name, and no cause.
func TestCalendarHasInitialsOnly(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	got := sizhen(t, "--data", d.data, "--now", "2026-11-24T10:14", "export", "calendar")
	if got.code != 0 || strings.Contains(got.out, "雪琴") || strings.Contains(got.out, "滴水") || !strings.Contains(got.out, "预约问诊 章某—章某 邻里") {
		t.Errorf("%+v", got)
	}
}

// events reads the export back, and fails on anything but a calendar.
func (d diary) events(args ...string) []ical.Event {
	d.t.Helper()
	got := d.export(args...)
	c, err := ical.NewDecoder(strings.NewReader(got.out)).Decode()
	if err != nil || got.code != 0 {
		d.t.Fatalf("%v: %v: %+v", args, err, got)
	}
	return c.Events()
}

func (d diary) summaries(args ...string) []string {
	var out []string
	for _, e := range d.events(args...) {
		s, err := e.Props.Text(ical.PropSummary)
		if err != nil {
			d.t.Fatal(err)
		}
		out = append(out, s)
	}
	return out
}

const (
	first = "预约问诊 章雪琴—章阿根 滴水, 屋檐; \"翻建\"138····6021"
	third = "预约问诊 周美娥—章阿根 围墙"
)

// newDiary books: 1 on 25 November in 一室 with 王英 of 小港, 2 confidential on the 26th, by
// telephone with 王英 of 下湖, 3 on 5 December in 一室, 4 a walk-in.
func newDiary(t *testing.T) diary {
	t.Helper()
	d := diary{t: t, data: newHall(t, 0)}
	d.at(func(st *store.Store, _ *store.Desk) (err error) {
		d.actor, err = st.SignIn(context.Background(), "chenfang", "four-five-six")
		if err != nil {
			return err
		}
		return st.Bulk(context.Background(), func(b *store.Bulk) error {
			for _, m := range []hall.Mediator{{Name: "王英", Village: "小港村"}, {Name: "王英", Village: "下湖村"}, {Name: "解丽萍"}} {
				if err := b.Mediator(&m); err != nil {
					return err
				}
			}
			return nil
		})
	})
	d.at(func(_ *store.Store, desk *store.Desk) error {
		rows, err := desk.FindMediators(context.Background(), "", 0, 9)
		if err != nil {
			return err
		}
		id := make(map[string]hall.MediatorID)
		for _, m := range rows {
			id[m.Name+m.Village] = m.ID
		}
		day := hall.NewDay(2026, 11, 25)
		for _, in := range []hall.Intake{
			intake("章雪琴", "滴水, 屋檐; \"翻建\"13800016021", false, hall.Ending{Outcome: hall.Booked, Slot: hall.Slot{Day: day, From: 540, To: 600}, Room: "一室",
				Mediator: id["王英小港村"]}),
			intake("钟丽㛃", "家务", true, hall.Ending{Outcome: hall.Booked, Slot: hall.Slot{Day: day + 1, From: 840, To: 900}, Mode: hall.ByPhone, Mediator: id["王英下湖村"]}),
			intake("周美娥", "围墙", false, hall.Ending{Outcome: hall.Booked, Slot: hall.Slot{Day: day + 12, From: 540, To: 600}, Room: "一室", Mediator: id["解丽萍"]}),
			intake("王强", "噪声", false, hall.Ending{Outcome: hall.SeenNow}),
		} {
			if _, err := desk.FinishIntake(context.Background(), 0, in); err != nil {
				return err
			}
		}
		return nil
	})
	return d
}

func intake(who, subject string, confidential bool, end hall.Ending) hall.Intake {
	return hall.Intake{
		Parties: []hall.Party{
			{Side: hall.Applicant, Details: hall.Details{Name: who, Phone: "13800006021", Address: "小港村 12 号"}},
			{Side: hall.Respondent, Details: hall.Details{Name: "章阿根"}},
		},
		Matter: hall.Matter{Type: "neighbours", Subject: subject, Facts: "协商两次未果", Confidential: confidential}, End: end,
	}
}

func TestExportCalendar(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	for args, want := range map[string][]string{
		"":                                            {first, "预约（不公开）", third},
		"--from 2026-11-26":                           {"预约（不公开）", third},
		"--from 2026-11-25 --to 2026-11-25":           {first},
		"--to 2026-11-26":                             {first, "预约（不公开）"},
		"--from 2026-08-01":                           nil, // 90 days from there end before
		"--from 2026-11-01 --to 2027-01-01":           {first, "预约（不公开）", third},
		"--room 一室":                                   {first, third},
		"--room 一室 --to 2026-11-30":                   {first},
		"--mediator 解丽萍":                              {third},
		"--mediator 王英（小港村）":                          {first},
		"--mediator 王英(下湖)":                           {"预约（不公开）"},
		"--mediator 2":                                {first},
		"--appointment 1":                             {first},
		"--appointment 2":                             {"预约（不公开）"},
		"--mediator 解丽萍 --from 2026-12-07":            {third},
		"--mediator 解丽萍 --from 2026-12-08":            nil,
		"--room 会诊室":                                  nil,
		"--room 二室 --from 2026-11-24 --to 2026-11-24": nil,
	} {
		if got := d.summaries(strings.Fields(args)...); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", args, got, want)
		}
	}
	if got := d.summaries("--mediator", " 王英  小港 "); !slices.Equal(got, []string{first}) {
		t.Errorf("a name with a village: %q", got)
	}
	if got := d.export(); strings.Contains(got.out, "13800") || strings.Contains(got.out, "钟丽㛃") || strings.Contains(got.out, "12 号") {
		t.Errorf("leaves the hall:\n%s", got.out)
	}
}

func TestCalendarIsNamedAndNumbered(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	got := d.export("--room", "一室")
	if !strings.HasPrefix(got.out, "BEGIN:VCALENDAR\r\n") || !strings.Contains(got.out, "X-WR-CALNAME:百官街道联合调解中心 一室\r\n") || got.err != "" {
		t.Errorf("%+v", got)
	}
	var booked hall.Consultation
	d.at(func(_ *store.Store, desk *store.Desk) error {
		opened, err := desk.FinishIntake(context.Background(), 0, intake("李水生", "工钱", false, hall.Ending{Outcome: hall.AcceptedNow}))
		if err != nil {
			return err
		}
		slot := hall.Slot{Day: hall.NewDay(2026, 11, 25), From: 840, To: 900}
		booked, err = desk.Book(context.Background(), opened.Case, 0, hall.Booking{Slot: slot, Room: "一室", Mediators: []hall.MediatorID{2, 4}})
		return err
	})
	number := fmt.Sprint(booked.ID)
	e := d.events("--appointment", number)[0]
	description, _ := e.Props.Text(ical.PropDescription)
	for _, line := range []string{"调解员：王英、解丽萍", "预约编号：" + number, "案号：(2026)百调字第1号"} {
		if !slices.Contains(strings.Split(description, "\n"), line) {
			t.Errorf("lacks %q:\n%s", line, description)
		}
	}
	if en := d.export("--lang", "en", "--appointment", "1"); !strings.Contains(en.out, "Appointment number: 1") {
		t.Errorf("English:\n%s", en.out)
	}
}

func TestCalendarFollowsWhatIsMovedAndCancelled(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	before := d.events("--mediator", "解丽萍")[0]
	d.at(func(_ *store.Store, desk *store.Desk) error {
		v, err := desk.Visit(context.Background(), 3)
		if err != nil {
			return err
		}
		b := hall.BookingOf(v)
		b.Slot, b.Room = hall.Slot{Day: b.Slot.Day + 1, From: 840, To: 900}, "二室"
		_, err = desk.Rebook(context.Background(), v.ID, v.Rev, b, "当事人有事")
		return err
	})
	left := 0
	for _, e := range d.events("--room", "一室") { // whoever read it in before has it still
		if p := e.Props.Get(ical.PropStatus); p.Value == "CANCELLED" {
			left++
		}
	}
	if left != 1 {
		t.Errorf("%d are cancelled in the room before", left)
	}
	moved := d.events("--room", "二室")[0]
	start, err := moved.DateTimeStart(nil)
	if want := time.Date(2026, 12, 8, 14, 0, 0, 0, hall.Defaults().Zone); err != nil || !start.Equal(want) {
		t.Errorf("moved to %v, %v", start, err)
	}
	d.at(func(_ *store.Store, desk *store.Desk) error {
		return desk.CancelAppointment(context.Background(), 3, "和好了")
	})
	gone := d.events("--mediator", "解丽萍")[0]
	if s := gone.Props.Get(ical.PropStatus).Value; s != "CANCELLED" {
		t.Errorf("status %s", s)
	}
	last := 0
	for _, e := range []ical.Event{before, moved, gone} {
		n, err := e.Props.Get(ical.PropSequence).Int()
		if uid := e.Props.Get(ical.PropUID).Value; err != nil || n <= last || uid != before.Props.Get(ical.PropUID).Value {
			t.Errorf("%s, sequence %d after %d, %v", uid, n, last, err)
		}
		last = n
	}
}

// What was made confidential after it was booked leaves no names either.
func TestCalendarOfACaseMadeConfidentialLater(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	var on hall.CaseID
	d.at(func(_ *store.Store, desk *store.Desk) error {
		v, err := desk.Visit(context.Background(), 1)
		on = v.Case
		return err
	})
	d.at(func(st *store.Store, _ *store.Desk) error {
		var whole hall.Case
		err := st.EachCase(context.Background(), 0, 0, func(c hall.Case) error {
			if c.ID == on {
				whole = c
			}
			return nil
		})
		if err != nil {
			return err
		}
		whole.Confidential, whole.Accepted = true, 0
		return st.Bulk(context.Background(), func(b *store.Bulk) error { return b.Case(&whole) })
	})
	if got := d.export("--appointment", "1"); strings.Contains(got.out, "章") || !strings.Contains(got.out, "CLASS:PRIVATE") {
		t.Errorf("%+v", got)
	}
}

// A former mediator's diary, and a room that was given up, can still be printed.
func TestCalendarOfWhatIsNoLongerThere(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	d.at(func(st *store.Store, _ *store.Desk) error {
		return st.Bulk(context.Background(), func(b *store.Bulk) error {
			return b.Mediator(&hall.Mediator{ID: 4, Rev: 1, Name: "解丽萍", Status: hall.Left})
		})
	})
	if got := d.summaries("--mediator", "解丽萍"); !slices.Equal(got, []string{third}) {
		t.Errorf("%q", got)
	}
	d.export("--mediator", "解丽萍", "--to", "2026-11-30").says(t, 2, "名册里没有 “解丽萍”")
	write(t, filepath.Join(d.data, "hall.toml"), "name = \"百官\"\ncode = \"BG\"\nword = \"百\"\nrooms = [\"三室\"]\n")
	if got := d.summaries("--room", "一室"); len(got) != 2 {
		t.Errorf("%q", got)
	}
	d.export("--room", "二室").says(t, 2, "没有调解室 “二室”", "三室")
}

func TestCalendarRefusals(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	for _, tt := range []struct {
		args   []string
		zh, en string
	}{
		{[]string{"--room", "九室"}, "没有调解室 “九室”。本中心有：一室、二室、会诊室", "no room “九室”. The hall has: 一室, 二室"},
		{[]string{"--room", ""}, "没有调解室", "there is no room"},
		{[]string{"--mediator", "章"}, "名册里没有 “章”。要写全名或编号，名册里有：陈芳、王英、王英、解丽萍", "“章” is not on the roster"},
		{[]string{"--mediator", ""}, "名册里没有", "not on the roster"},
		{[]string{"--mediator", "99"}, "名册里没有 “99”", "“99” is not on the roster"},
		{[]string{"--mediator", "丽萍"}, "是不是 解丽萍", "Did you mean 解丽萍"},
		{[]string{"--mediator", "王英"}, "有 2 位调解员叫 “王英”：2 王英（小港村）、3 王英（下湖村）。写明村名，如 --mediator \"王英 小港村\"，或写编号，如 --mediator 2",
			"2 mediators are called “王英”: 2 王英 (小港村), 3 王英 (下湖村). Add the village"},
		{[]string{"--mediator", "王英 上虞"}, "名册里没有 “王英 上虞”", "not on the roster"},
		{[]string{"--appointment", "99"}, "没有 99 号预约", "no appointment 99"},
		{[]string{"--appointment", "0"}, "没有 0 号预约", "no appointment 0"},
		{[]string{"--appointment", "4"}, "4 号是坐堂门诊", "number 4 is a walk-in"},
		{[]string{"--appointment", "one"}, "--appointment 不能是 “one”，要写整数", "wants a whole number"},
		{[]string{"--appointment", "1", "--room", "一室"}, "--appointment 和 --room 不能一起用", "--appointment and --room do not go together"},
		{[]string{"--room", "一室", "--mediator", "王英"}, "--room 和 --mediator", "--room and --mediator"},
		{[]string{"--appointment", "1", "--to", "2026-12-01"}, "--appointment 和 --to", "--appointment and --to"},
		{[]string{"--from", "11-25"}, "--from “11-25” 不是日期", "--from “11-25” is no date"},
		{[]string{"--to", "2026-02-30"}, "--to “2026-02-30” 不是日期", "is no date"},
		{[]string{"--from", "2026-12-02", "--to", "2026-12-01"}, "--from 在 --to 之后", "--from lies after --to"},
		{[]string{"--to", "2026-11-23"}, "--to 在今天之前", "--to lies before today"},
		{[]string{"--from", "2000-01-01", "--to", "2026-01-01"}, "一次最多导出 3660 天", "at most 3660 days"},
		{[]string{"1"}, "“1” 是多余的", "“1” is too much"},
	} {
		got := d.export(tt.args...)
		got.says(t, 2, tt.zh, "sizhen export calendar --help")
		d.export(append([]string{"--lang", "en"}, tt.args...)...).says(t, 2, tt.en)
		if got.out != "" {
			t.Errorf("%v printed %s", tt.args, got.out)
		}
	}
	sizhen(t, "--data", t.TempDir(), "export", "calendar").says(t, 1, "还没有数据")
}

func TestMediatorsOfOneNameAndVillage(t *testing.T) {
	t.Parallel()
	roster := []hall.MediatorRow{{ID: 5, Name: "王英", Village: "小港村"}, {ID: 8, Name: "王英", Village: "小港村"}, {ID: 9, Name: "王英"}}
	_, err := choose(roster[:2], "王英 小港村")
	if m, ok := usage(err); !ok || !strings.Contains(m.In(text.Zh), "写编号，如 --mediator 5") || strings.Contains(m.In(text.Zh), "写明村名") {
		t.Errorf("%v", err)
	}
	_, err = choose(roster[1:], "王英")
	if m, ok := usage(err); !ok || !strings.Contains(m.In(text.Zh), "8 王英（小港村）、9 王英。") || !strings.Contains(m.In(text.Zh), `--mediator "王英 小港村"`) {
		t.Errorf("%v", err)
	}
	if _, err := choose(nil, "王英"); err == nil || !strings.Contains(err.Error(), "still empty") {
		t.Errorf("%v", err)
	}
}

func TestEmptyCalendarSaysSo(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	got := d.export("--from", "2026-12-08", "--to", "2026-12-09")
	got.says(t, 0, "2026年12月8日 周二 到 2026年12月9日 周三 没有预约，导出的日历是空的")
	if !strings.HasPrefix(got.out, "BEGIN:VCALENDAR\r\n") || !strings.HasSuffix(got.out, "END:VCALENDAR\r\n") {
		t.Errorf("%s", got.out)
	}
	d.export("--room", "二室").says(t, 0, "二室 在 2026年11月24日 周二 到 2027年2月22日 周一 没有预约")
	d.export("--lang", "en", "--mediator", "陈芳").says(t, 0, "陈芳 has no appointments from Tue 24 Nov 2026")
}

func TestCalendarIntoAClosedPipe(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	var errs bytes.Buffer
	code := command([]string{"--data", d.data, "--now", "2026-11-24T10:14", "export", "calendar"}, strings.NewReader(""), shut{}, &errs,
		func(string) string { return "" })
	if code != 0 || errs.Len() > 0 {
		t.Errorf("code %d: %s", code, errs.String())
	}
}

func TestCalendarHelp(t *testing.T) {
	t.Parallel()
	zh, en := sizhen(t, "export", "calendar", "--help"), sizhen(t, "--lang", "en", "export", "calendar", "--help")
	for _, part := range []string{"--appointment N", "--room NAME", "--mediator NAME", "--from DAY", "--to DAY"} {
		if !strings.Contains(zh.out, part) || !strings.Contains(en.out, part) {
			t.Errorf("help lacks %q:\n%s", part, zh.out)
		}
	}
	if strings.ContainsFunc(en.out, func(r rune) bool { return r >= 0x4e00 && r < 0xa000 }) || strings.Contains(zh.out, "默认 0") {
		t.Errorf("help:\n%s%s", zh.out, en.out)
	}
}
