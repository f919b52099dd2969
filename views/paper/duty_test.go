package paper_test

import (
	"bytes"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/emersion/go-ical"

	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/views/paper"
	"sizhen/views/text"
)

func dutySettings() hall.Settings {
	s := hall.Defaults()
	s.Name, s.Code = "百官街道联合调解中心", "BG"
	return s
}

func dutyNow() time.Time { return time.Date(2026, 11, 24, 10, 14, 0, 0, hall.Defaults().Zone) }

// dutyDecember is December 2026 with a shift, a visit, one called off, one swapped away, and a
// place that is open.
func dutyDecember() hall.DutyMonth {
	c := almanac.Calendar(dutySettings())
	m := hall.DutyMonth{From: hall.NewDay(2026, 12, 1), To: hall.NewDay(2026, 12, 31)}
	xu, yu := hall.DutyRef{Kind: hall.InviteMediator, ID: 3, Name: "徐建国"}, hall.DutyRef{Kind: hall.InviteMediator, ID: 4, Name: "俞芳"}
	row := func(id hall.ShiftID, d hall.Day, who ...hall.DutyRef) hall.DutyRow {
		r := hall.DutyRow{Shift: hall.Shift{ID: id, Rev: 2, Day: d, Need: len(who), People: who}}
		for _, p := range who {
			r.Places = append(r.Places, hall.DutyPlace{Who: p})
		}
		return r
	}
	for d := m.From; d <= m.To; d++ {
		day := hall.DutyMonthDay{Day: d, Info: c.On(d), Rest: c.RestDay(d)}
		switch d - m.From {
		case 0:
			swapped := row(1, d, xu)
			swapped.Changes = []hall.DutyChange{{What: hall.DutySwapped, Was: []hall.DutyRef{yu}, Now: []hall.DutyRef{xu}}}
			visit := row(2, d, hall.DutyRef{Kind: hall.InviteOther, Name: "何律师"})
			visit.Kind, visit.Township = hall.DutyCounty, dutySettings().Name
			day.Rows = []hall.DutyRow{swapped, visit}
		case 1:
			off := row(3, d, xu)
			off.State = hall.DutyOff
			day.Rows = []hall.DutyRow{off}
		case 2:
			open := row(4, d, xu, yu)
			open.Places[1].OnLeave, open.Open = true, 1
			day.Rows = []hall.DutyRow{open}
		}
		m.Days = append(m.Days, day)
	}
	return m
}

func TestTheSheetForTheWallIsReadBack(t *testing.T) {
	var out bytes.Buffer
	if err := paper.DutySheet(&out, dutySettings(), text.Zh, dutyDecember(), dutyNow()); err != nil {
		t.Fatal(err)
	}
	lines, cells, doc := readDoc(t, out.Bytes())
	if len(cells) != 6 || slices.ContainsFunc(cells, func(n int) bool { return n != 7 }) || !strings.Contains(doc, `w:orient="landscape"`) {
		t.Errorf("rows of %v cells", cells)
	}
	all := strings.Join(lines, "|")
	for _, want := range []string{"百官街道联合调解中心  2026年12月值班表", "周一|周二|周三", "1 廿三\n徐建国\n县级下沉：何律师", "|2 廿四|", "3 廿五\n徐建国 （缺 1 人）", "印制日期：2026年11月24日 周二"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not on the sheet:\n%s", want, all)
		}
	}
}

// The sheet is read from two metres: it fills its page with type as large as the fullest day allows,
// and says when the hall is open and its telephone.
func TestTheSheetForTheWallFillsItsPage(t *testing.T) {
	size := func(m hall.DutyMonth) (int, string) {
		var out bytes.Buffer
		s := dutySettings()
		s.Phone = "0575-82120000"
		if err := paper.DutySheet(&out, s, text.Zh, m, dutyNow()); err != nil {
			t.Fatal(err)
		}
		lines, _, doc := readDoc(t, out.Bytes())
		row := doc[strings.Index(doc, "<w:trHeight"):]
		at := strings.Index(row, `<w:sz w:val="`) + len(`<w:sz w:val="`)
		n, err := strconv.Atoi(row[at : at+2])
		if err != nil {
			t.Fatal(err)
		}
		return n, strings.Join(lines, "|")
	}
	usual, said := size(dutyDecember())
	if usual <= 24 || !strings.Contains(said, "开放时间 08:30–11:30，13:30–17:00 电话 0575-82120000") {
		t.Errorf("type of %d half points: %s", usual, said)
	}
	full := dutyDecember()
	for i := range 6 {
		r := full.Days[0].Rows[0]
		r.ID = hall.ShiftID(100 + i)
		full.Days[0].Rows = append(full.Days[0].Rows, r)
	}
	if least, _ := size(full); least >= usual {
		t.Errorf("eight shifts on a day are written in %d half points, as is one in %d", least, usual)
	}
}

func dutyEvents(t *testing.T, who hall.DutyRef) map[string]ical.Event {
	t.Helper()
	var out bytes.Buffer
	if err := paper.DutyCalendar(&out, hall.Identity{ID: "k3x", Shifts: 1}, dutySettings(), text.Zh, "值班", dutyDecember().Days, who, dutyNow()); err != nil {
		t.Fatal(err)
	}
	c, err := ical.NewDecoder(&out).Decode()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]ical.Event{}
	for _, e := range c.Events() {
		uid, _ := e.Props.Text(ical.PropUID)
		all[uid] = e
	}
	return all
}

func TestDutyCalendarIsReadBack(t *testing.T) {
	all := dutyEvents(t, hall.DutyRef{})
	if len(all) != 4 {
		t.Fatalf("%d events", len(all))
	}
	first := all["duty-1@BG.sizhen"]
	start, err := first.DateTimeStart(time.UTC)
	summary, _ := first.Props.Text(ical.PropSummary)
	if err != nil || !start.Equal(hall.NewDay(2026, 12, 1).At(dutySettings().Open[0], dutySettings().Zone)) || summary != "本中心值班 徐建国" {
		t.Errorf("%v %v %q", start, err, summary)
	}
	off := all["duty-3@k3x.sizhen"]
	if status, _ := off.Props.Text(ical.PropStatus); status != "CANCELLED" {
		t.Errorf("what was called off is %q", status)
	}
}

// Whoever has swapped a shift away finds it cancelled when he reads his calendar in again.
func TestAShiftSwappedAwayIsCancelledInOnesOwnCalendar(t *testing.T) {
	yu := dutyEvents(t, hall.DutyRef{Kind: hall.InviteMediator, ID: 4, Name: "俞芳"})
	gone, stays := yu["duty-1-0-4@BG.sizhen"], yu["duty-4-0-4@k3x.sizhen"]
	if status, _ := gone.Props.Text(ical.PropStatus); len(yu) != 2 || status != "CANCELLED" {
		t.Errorf("%d events, the one swapped away is %q", len(yu), status)
	}
	if status, _ := stays.Props.Text(ical.PropStatus); status != "CONFIRMED" {
		t.Errorf("the other is %q", status)
	}
}
