package paper

import (
	"fmt"
	"io"
	"math"
	"net/url"
	"slices"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"sizhen/store/almanac"
	"sizhen/store/hall"
	"sizhen/views/text"
)

// DutySheet writes a month of duty as a sheet for the wall (DOCX): a week a row, in each day
// its holiday and who is on duty, as it stands when it is printed.
func DutySheet(w io.Writer, s hall.Settings, lang text.Lang, m hall.DutyMonth, now time.Time) error {
	t, say := text.DutyPaper, func(m text.Message) string { return m.In(lang) }
	doc := Doc{Landscape: true}
	doc.Title(say(t.Title.With("hall", Outward(s.Name)).With("month", text.Month(m.From))))
	first := m.From - hall.Day((int(m.From.Weekday())+6)%7)
	var head []string
	for d := first; d < first+7; d++ {
		head = append(head, say(text.Weekday(d.Weekday())))
	}
	var rows [][]string
	for monday := first; monday <= m.To; monday += 7 {
		row := make([]string, 7)
		for i := range row {
			if at := int(monday-m.From) + i; at >= 0 && at < len(m.Days) {
				row[i] = dutyCell(s, lang, m.Days[at])
			}
		}
		rows = append(rows, row)
	}
	doc.Fill([]int{1, 1, 1, 1, 1, 1, 1}, head, rows, aroundSheet)
	doc.Line(say(reached(s)), Start)
	if m.Doubt != 0 {
		doc.Small(say(text.TableDoubt(m.Doubt)))
	}
	doc.Small(say(t.Printed.With("day", text.Day(hall.DayOf(now)))))
	_, err := doc.WriteTo(w)
	return err
}

// aroundSheet is what the title, the weekdays, the hours and the notes of a sheet for the wall take of
// its page, in twentieths of a point.
const aroundSheet = 2700

// reached says when the hall is open, and how to ring it up.
func reached(s hall.Settings) text.Message {
	hours := func(h [2]int) string { return text.Minutes(h[0]) + "–" + text.Minutes(h[1]) }
	open := text.DutyPaper.Hours.With("morning", hours(s.Open)).With("afternoon", hours(s.Open2))
	if s.Phone == "" {
		return open
	}
	return text.Words(open, text.DutyPaper.Phone.With("phone", s.Phone))
}

// dutyCell is a day on the wall: date, holiday, and a line for each shift.
func dutyCell(s hall.Settings, lang text.Lang, d hall.DutyMonthDay) string {
	_, _, date := d.Day.Date()
	lines := []string{strings.TrimSpace(fmt.Sprint(date) + " " + text.Words(text.LunarShort(almanac.Lunar(d.Day)), text.DayName(d.Info)).In(lang))}
	for _, r := range d.Rows {
		if r.State != hall.DutyStands {
			continue
		}
		names := dutyNames(r).In(lang)
		if r.Kind == hall.DutyCounty {
			town := Outward(r.Place())
			if r.Township == s.Name {
				town = text.DutyKind(r.Kind).In(lang)
			}
			names = text.DutyPaper.Visit.With("town", town).With("names", names).In(lang)
		}
		lines = append(lines, names)
	}
	return strings.Join(lines, "\n")
}

// dutyNames are those who come, and how many are still to be found.
func dutyNames(r hall.DutyRow) text.Message {
	var names []string
	for _, p := range r.Places {
		if !p.Empty() {
			names = append(names, Outward(p.Who.Name))
		}
	}
	if r.Open == 0 {
		return text.Names(names)
	}
	return text.Words(text.Names(names), text.DutyPaper.Open.With("n", r.Open))
}

// DutyCalendar writes shifts as a calendar (RFC 5545), those of one person or of all. A shift
// has the same UID in every file about the same person, and a growing SEQUENCE: reading a
// newer file in moves what was moved. What was called off, or is no longer his, is cancelled. by is
// the store that names them.
func DutyCalendar(w io.Writer, by hall.Identity, s hall.Settings, lang text.Lang, name string, days []hall.DutyMonthDay, who hall.DutyRef,
	now time.Time) error {
	s.Zone = zoned(s)
	var events []*ics.VEvent
	for _, d := range days {
		for _, r := range d.Rows {
			if who.Name == "" || r.Has(who) || wasOn(r, who) {
				events = append(events, dutyEvent(by, s, lang, d, r, who, now))
			}
		}
	}
	return writeCalendar(w, s, lang, "duty", name, events, now)
}

// wasOn reports whether somebody had a shift once.
func wasOn(r hall.DutyRow, who hall.DutyRef) bool {
	return slices.ContainsFunc(r.Changes, func(c hall.DutyChange) bool { return slices.ContainsFunc(c.Was, who.Same) })
}

func dutyEvent(by hall.Identity, s hall.Settings, lang text.Lang, d hall.DutyMonthDay, r hall.DutyRow, who hall.DutyRef, now time.Time) *ics.VEvent {
	t, of := text.DutyPaper, ""
	if who.Name != "" {
		of = fmt.Sprintf("-%d-%s", who.Kind, url.PathEscape(who.Name))
		if who.ID != 0 {
			of = fmt.Sprintf("-%d-%d", who.Kind, who.ID)
		}
	}
	e := ics.NewEvent(uid(by, s, fmt.Sprintf("duty-%d%s", r.ID, of), by.NamesShift(r.ID)))
	e.SetDtStampTime(now)
	e.SetSequence(int(min(r.Rev, math.MaxInt32)))
	if from, to := s.DutyHours(d.Info); to > from {
		e.SetStartAt(r.Day.At(from, s.Zone))
		e.SetEndAt(r.Day.At(to, s.Zone))
	} else {
		e.SetAllDayStartAt(r.Day.At(0, time.UTC))
		e.SetAllDayEndAt((r.Day + 1).At(0, time.UTC))
	}
	place := s.Name
	if r.Kind == hall.DutyCounty {
		place = r.Place()
	}
	what := text.Words(text.DutyKind(r.Kind), dutyNames(r))
	if who.Name != "" {
		what = text.DutyKind(r.Kind)
	}
	if r.Kind == hall.DutyCounty && r.Township != s.Name {
		what = text.Words(what, text.Raw(Outward(r.Place())))
	}
	if r.State != hall.DutyStands || who.Name != "" && !r.Has(who) {
		what = text.Paper.Cancelled.With("what", what)
		e.SetStatus(ics.ObjectStatusCancelled)
		e.SetTimeTransparency(ics.TransparencyTransparent)
	} else {
		e.SetStatus(ics.ObjectStatusConfirmed)
	}
	e.SetSummary(what.In(lang))
	e.SetLocation(Outward(place))
	e.SetDescription(t.With.With("names", dutyNames(r)).In(lang))
	return e
}
