package paper

import (
	"bytes"
	"cmp"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/emersion/go-ical"
	"pgregory.net/rapid"

	"sizhen/store/hall"
	"sizhen/views/text"
)

func settings() hall.Settings {
	s := hall.Defaults()
	s.Name, s.Code, s.Word = "百官街道联合调解中心", "BG", "百"
	return s
}

// store names the events of the tests.
var store = hall.Identity{ID: "k3x"}

func now() time.Time { return time.Date(2026, 11, 24, 10, 14, 0, 0, hall.Defaults().Zone) }

func booked() hall.VisitRow {
	return hall.VisitRow{
		ID: 12, Kind: hall.Appointment, Rev: 3, Case: 7, CaseNumber: "(2026)百调字第1号", Who: "章雪琴", Against: "章阿根", Type: "neighbours",
		Subject: "滴水", Room: "一室", Slot: hall.Slot{Day: hall.NewDay(2026, 12, 1), From: 9 * 60, To: 10*60 + 30}, Party: hall.Tally{Of: 1, Told: 1},
		Mediators: []hall.MediatorRef{{ID: 1, Name: "解丽萍"}, {ID: 2, Name: "俞芳"}},
	}
}

func written(t testing.TB, lang text.Lang, rows ...hall.VisitRow) string {
	var out bytes.Buffer
	if err := Calendar(&out, store, settings(), lang, "百官街道联合调解中心 一室", rows, now()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// events reads a calendar back with another library than the one that wrote it.
func events(t testing.TB, file string) []ical.Event {
	c, err := ical.NewDecoder(strings.NewReader(file)).Decode()
	if err != nil {
		t.Fatalf("%v:\n%s", err, file)
	}
	return c.Events()
}

func one(t testing.TB, lang text.Lang, r hall.VisitRow) *ical.Event {
	list := events(t, written(t, lang, r))
	if len(list) != 1 {
		t.Fatalf("%d events", len(list))
	}
	return &list[0]
}

func prop(t testing.TB, e *ical.Event, name string) string {
	s, err := e.Props.Text(name)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return s
}

func TestAppointmentReadBack(t *testing.T) {
	e := one(t, text.Zh, booked())
	start, err1 := e.DateTimeStart(time.UTC)
	end, err2 := e.DateTimeEnd(time.UTC)
	zone := settings().Zone
	if err1 != nil || err2 != nil || !start.Equal(time.Date(2026, 12, 1, 9, 0, 0, 0, zone)) || !end.Equal(time.Date(2026, 12, 1, 10, 30, 0, 0, zone)) {
		t.Errorf("from %v to %v, %v %v", start, end, err1, err2)
	}
	if made, err := e.Props.DateTime(ical.PropDateTimeStamp, time.UTC); err != nil || !made.Equal(now()) {
		t.Errorf("made %v, %v", made, err)
	}
	for name, want := range map[string]string{
		ical.PropSummary: "预约问诊 章雪琴—章阿根 滴水", ical.PropLocation: "百官街道联合调解中心 · 一室", ical.PropClass: "", ical.PropTransparency: "",
		ical.PropDescription: "状态：已通知\n调解员：解丽萍、俞芳\n案号：(2026)百调字第1号\n预约编号：12",
		ical.PropUID:         "consultation-12@k3x.sizhen", ical.PropStatus: "TENTATIVE",
	} {
		if got := prop(t, e, name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if n, err := e.Props.Get(ical.PropSequence).Int(); err != nil || n != 3 {
		t.Errorf("sequence %d, %v", n, err)
	}
	en := one(t, text.En, booked())
	if got := prop(t, en, ical.PropSummary); got != "appointment 章雪琴 – 章阿根 滴水" {
		t.Error(got)
	}
	if got := prop(t, en, ical.PropDescription); got != "State: told\nMediators: 解丽萍, 俞芳\nCase number: (2026)百调字第1号\nAppointment number: 12" {
		t.Error(got)
	}
}

// Times are written as UTC, which no program takes for its own.
func TestTimesAreInUTC(t *testing.T) {
	file := written(t, text.Zh, booked())
	for _, line := range []string{"\r\nDTSTART:20261201T010000Z\r\n", "\r\nDTEND:20261201T023000Z\r\n", "\r\nDTSTAMP:20261124T021400Z\r\n"} {
		if !strings.Contains(file, line) {
			t.Errorf("lacks %q:\n%s", line, file)
		}
	}
	s := settings()
	shanghai, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	s.Zone = shanghai
	var out bytes.Buffer
	if err := Calendar(&out, store, s, text.Zh, "百官街道联合调解中心 一室", []hall.VisitRow{booked()}, now()); err != nil || out.String() != file {
		t.Errorf("%v: a zone with a name is written otherwise:\n%s", err, out.String())
	}
}

func TestMidnightAndWholeDays(t *testing.T) {
	r := booked()
	r.Slot = hall.Slot{Day: hall.NewDay(2026, 12, 31), From: 23 * 60, To: 24 * 60}
	if end, err := one(t, text.Zh, r).DateTimeEnd(nil); err != nil || !end.Equal(time.Date(2027, 1, 1, 0, 0, 0, 0, settings().Zone)) {
		t.Errorf("midnight is %v, %v", end, err)
	}
	r.Slot, r.Day, r.Kind = hall.Slot{}, hall.NewDay(2026, 12, 31), hall.FollowUp
	file := written(t, text.Zh, r)
	if !strings.Contains(file, "DTSTART;VALUE=DATE:20261231\r\n") || !strings.Contains(file, "DTEND;VALUE=DATE:20270101\r\n") {
		t.Error(file)
	}
	r.Day = 0
	if n := len(events(t, written(t, text.Zh, r))); n != 0 {
		t.Errorf("%d events without a day", n)
	}
}

func TestMovedAppointmentKeepsItsName(t *testing.T) {
	before, r := one(t, text.Zh, booked()), booked()
	r.Rev, r.Room, r.Slot = 4, "二室", hall.Slot{Day: r.Slot.Day + 7, From: 14 * 60, To: 15 * 60}
	after := one(t, text.Zh, r)
	if a, b := prop(t, before, ical.PropUID), prop(t, after, ical.PropUID); a != b {
		t.Errorf("%s became %s", a, b)
	}
	was, _ := before.Props.Get(ical.PropSequence).Int()
	is, _ := after.Props.Get(ical.PropSequence).Int()
	if is <= was {
		t.Errorf("sequence %d after %d", is, was)
	}
	if start, _ := after.DateTimeStart(nil); !start.Equal(time.Date(2026, 12, 8, 14, 0, 0, 0, settings().Zone)) {
		t.Errorf("moved to %v", start)
	}
	r.ID++
	if prop(t, one(t, text.Zh, r), ical.PropUID) == prop(t, before, ical.PropUID) {
		t.Error("two appointments have one name")
	}
}

// What an older program named by the hall's initials keeps its name, what came later has the store's,
// and a store that none has written to since names all as before.
func TestEventsOfBeforeKeepTheirNames(t *testing.T) {
	small := settings()
	small.Code = "小越"
	for _, tt := range []struct {
		by   hall.Identity
		id   hall.ConsultationID
		want string
	}{
		{hall.Identity{ID: "k3x", Visits: 12, Shifts: 99}, 12, "consultation-12@%E5%B0%8F%E8%B6%8A.sizhen"},
		{hall.Identity{ID: "k3x", Visits: 12, Shifts: 99}, 13, "consultation-13@k3x.sizhen"},
		{hall.Identity{}, 13, "consultation-13@%E5%B0%8F%E8%B6%8A.sizhen"},
	} {
		var out bytes.Buffer
		r := booked()
		r.ID = tt.id
		if err := Calendar(&out, tt.by, small, text.Zh, "", []hall.VisitRow{r}, now()); err != nil {
			t.Fatal(err)
		}
		if got := prop(t, &events(t, out.String())[0], ical.PropUID); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.by, got, tt.want)
		}
	}
}

func TestStatus(t *testing.T) {
	tests := []struct {
		name   string
		change func(*hall.VisitRow)
		want   string
	}{
		{"booked", func(*hall.VisitRow) {}, "TENTATIVE"},
		{"confirmed", func(r *hall.VisitRow) { r.Party = hall.Tally{Of: 1, Agreed: 1} }, "CONFIRMED"},
		{"arrived", func(r *hall.VisitRow) { r.Number = 4 }, "CONFIRMED"},
		{"held", func(r *hall.VisitRow) { r.State = hall.Ended }, "CONFIRMED"},
		{"nobody came", func(r *hall.VisitRow) { r.State = hall.NoShow }, "CONFIRMED"},
		{"cancelled", func(r *hall.VisitRow) { r.State, r.Party = hall.GoneAway, hall.Tally{Of: 1, Agreed: 1} }, "CANCELLED"},
		{"proposed", func(r *hall.VisitRow) { r.Kind, r.State = hall.Joint, hall.Proposed }, "TENTATIVE"},
		{"all answered", func(r *hall.VisitRow) { r.Kind = hall.Joint }, "CONFIRMED"},
		{"not all answered", func(r *hall.VisitRow) { r.Kind, r.Unanswered = hall.Joint, []string{"派出所"} }, "TENTATIVE"},
	}
	for _, tt := range tests {
		r := booked()
		tt.change(&r)
		e := one(t, text.Zh, r)
		if got := prop(t, e, ical.PropStatus); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		gone := tt.want == "CANCELLED"
		if strings.HasPrefix(prop(t, e, ical.PropSummary), "已取消：预约问诊") != gone || (prop(t, e, ical.PropTransparency) == "TRANSPARENT") != gone {
			t.Errorf("%s: a phone that does not read STATUS shows %q", tt.name, prop(t, e, ical.PropSummary))
		}
	}
}

func TestConfidentialShowsOnlyTimeAndPlace(t *testing.T) {
	r := booked()
	r.Confidential, r.Reason, r.Village, r.Place, r.UrgentWhy = true, "家暴", "小港村", "小港村 12 号", "危急"
	hidden := hall.VisitRow{
		ID: r.ID, Kind: r.Kind, Rev: r.Rev, Case: r.Case, Room: r.Room, Slot: r.Slot, Mediators: r.Mediators, Hidden: true,
	}
	if a, b := written(t, text.Zh, r), written(t, text.Zh, hidden); a != b {
		t.Errorf("what is hidden already is written otherwise:\n%s\n%s", a, b)
	}
	for lang, want := range map[text.Lang]string{text.Zh: "预约（不公开）", text.En: "appointment (confidential)"} {
		e := one(t, lang, r)
		if prop(t, e, ical.PropSummary) != want || prop(t, e, ical.PropClass) != "PRIVATE" {
			t.Errorf("%q, class %q", prop(t, e, ical.PropSummary), prop(t, e, ical.PropClass))
		}
		var all strings.Builder
		for name := range e.Props {
			all.WriteString(e.Props.Get(name).Value + "\n")
		}
		for _, secret := range []string{"章", "滴水", "百调字", "家暴", "小港", "危急", "邻里", "Neighbours"} {
			if strings.Contains(all.String(), secret) {
				t.Errorf("shows %q:\n%s", secret, all.String())
			}
		}
	}
	r.State = hall.GoneAway
	if got := prop(t, one(t, text.Zh, r), ical.PropSummary); got != "已取消：预约（不公开）" {
		t.Error(got)
	}
}

func TestNoNumbersAndAddressesLeave(t *testing.T) {
	r := booked()
	r.Subject, r.Who = "电话13800016021或138 0001 6021，0575-8212 3456，证件330604196805122148，欠款12000元", "章雪琴13800016021"
	r.Mode, r.Place, r.Room = hall.AtHome, "小港村 12 号", ""
	file := written(t, text.Zh, r)
	e := &events(t, file)[0]
	want := "预约问诊 章雪琴138····6021—章阿根 电话138····6021或138····6021，057····3456，证件330604······2148，欠款12000元"
	if got := prop(t, e, ical.PropSummary); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := prop(t, e, ical.PropLocation); got != "上门" || strings.Contains(file, "小港") {
		t.Errorf("place %q:\n%s", got, file)
	}
	r = booked()
	r.CaseNumber = "13800016021"
	if !strings.Contains(prop(t, one(t, text.Zh, r), ical.PropDescription), "案号：13800016021") {
		t.Error("a case number was taken for a telephone")
	}
}

func TestWhatIsLeftBlank(t *testing.T) {
	r := hall.VisitRow{ID: 1, Kind: hall.Appointment, Who: "李水生", Others: 2, Type: "wages", Slot: booked().Slot, Mediator: "俞芳"}
	e := one(t, text.Zh, r)
	if got := prop(t, e, ical.PropSummary); got != "预约问诊 李水生 等3人 拖欠农民工工资" {
		t.Error(got)
	}
	if got := prop(t, e, ical.PropLocation); got != settings().Name {
		t.Error(got)
	}
	if got := prop(t, e, ical.PropDescription); !strings.Contains(got, "调解员：俞芳") || strings.Contains(got, "案号") {
		t.Error(got)
	}
	r = hall.VisitRow{ID: 1, Kind: hall.Joint, Convener: "陈芳", Slot: booked().Slot, Subject: "\xff坏\x00字\u2028节\ufffd"}
	e = one(t, text.Zh, r)
	if got := prop(t, e, ical.PropSummary); got != "集中会诊 坏 字 节" {
		t.Errorf("%q", got)
	}
	if got := prop(t, e, ical.PropDescription); !strings.Contains(got, "召集人：陈芳") {
		t.Error(got)
	}
}

func TestEmptyCalendarIsValid(t *testing.T) {
	file := written(t, text.Zh)
	c, err := ical.NewDecoder(strings.NewReader(file)).Decode()
	if err != nil || len(c.Events()) != 0 || len(c.Children) != 1 {
		t.Fatalf("%v:\n%s", err, file)
	}
	// The reader's own writer refuses what the standard does.
	if err := ical.NewEncoder(&bytes.Buffer{}).Encode(c); err != nil {
		t.Errorf("%v:\n%s", err, file)
	}
	if name, _ := c.Props.Text("X-WR-CALNAME"); name != "百官街道联合调解中心 一室" {
		t.Errorf("called %q", name)
	}
}

func TestWritingThatFailsSaysSo(t *testing.T) {
	err := Calendar(full{}, store, settings(), text.Zh, "x", []hall.VisitRow{booked()}, now())
	if !errors.Is(err, errFull) {
		t.Error(err)
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

// Whatever is in the words, lines end in CRLF, hold 75 octets at most and whole characters,
// and the words come back as they were.
func TestAnyWordsComeBack(t *testing.T) {
	piece := rapid.SampledFrom([]string{
		"章雪琴", "𠮷", "阿卜杜拉·买买提", ",", ";", "\\", ":", "\"", "\n", "\r\n", " ", "<", ">", "n", "\\n", "，", "；", "滴水距界墙仅0.3米", "wall", "é", strings.Repeat("𠮷", 40),
		strings.Repeat("x", 90),
	})
	words := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(piece, 1, 30).Draw(t, "pieces"), "") })
	rapid.Check(t, func(rt *rapid.T) {
		r := booked()
		r.Subject, r.Against = words.Draw(rt, "subject"), words.Draw(rt, "against")
		r.Mediators = []hall.MediatorRef{{ID: 1, Name: words.Draw(rt, "mediator")}, {ID: 2, Name: "俞芳"}}
		file := written(t, text.Zh, r)
		lines := strings.Split(file, "\r\n")
		if lines[len(lines)-1] != "" {
			rt.Fatal("the last line has no end")
		}
		for _, l := range lines {
			if len(l) > 75 || !utf8.ValidString(l) || strings.ContainsAny(l, "\r\n") {
				rt.Fatalf("%d octets: %q", len(l), l)
			}
		}
		e := &events(t, file)[0]
		flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
		subject := cmp.Or(flat(r.Subject), "邻里")
		who := "章雪琴"
		if a := flat(r.Against); a != "" {
			who += "—" + a
		}
		if got, want := prop(t, e, ical.PropSummary), "预约问诊 "+who+" "+subject; got != want {
			rt.Fatalf("%q, want %q", got, want)
		}
		if got, want := strings.Split(prop(t, e, ical.PropDescription), "\n")[1], flat("调解员："+r.Mediators[0].Name+"、俞芳"); got != want {
			rt.Fatalf("%q, want %q", got, want)
		}
	})
}
