package paper

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"net/url"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// Calendar writes consultations as a calendar (RFC 5545), an event a row in the order given;
// name is what programs call the calendar. A row without hours fills its whole day, one that
// has no day either is left out. now is when the file is made.
//
// Times are in UTC, not in the hall's zone with a VTIMEZONE: every program turns UTC into the
// local time of whoever looks, while Outlook and the calendars of many phones know only the
// zones on their own list and take the figures of any other, such as a hall's plain +08:00,
// for the device's own time. Nothing here repeats, so no rule needs a zone.
//
// There is no METHOD: with PUBLISH an event must name an ORGANIZER by address (RFC 5546), and
// without one all programs import the file as it is. An event keeps its UID when it is moved
// or cancelled and its SEQUENCE grows, so reading a newer file in puts it right. by is the store that
// names them.
func Calendar(w io.Writer, by hall.Identity, s hall.Settings, lang text.Lang, name string, rows []hall.VisitRow, now time.Time) error {
	s.Zone = zoned(s)
	var events []*ics.VEvent
	for _, r := range rows {
		if e := event(by, s, lang, r, now); e != nil {
			events = append(events, e)
		}
	}
	return writeCalendar(w, s, lang, "hall calendar", name, events, now)
}

// zoned is the hall's zone; one that says nothing is where all others are.
func zoned(s hall.Settings) *time.Location { return cmp.Or(s.Zone, hall.Defaults().Zone) }

// writeCalendar writes events as a file of a product's. One without any holds the zone: a calendar
// must hold something.
func writeCalendar(w io.Writer, s hall.Settings, lang text.Lang, product, name string, events []*ics.VEvent, now time.Time) error {
	c := ics.NewCalendar()
	c.SetProductId("-//sizhen//" + product + "//" + map[text.Lang]string{text.Zh: "ZH", text.En: "EN"}[lang])
	c.SetCalscale("GREGORIAN")
	if name = Outward(name); name != "" {
		c.SetXWRCalName(name)
	}
	for _, e := range events {
		c.AddVEvent(e)
	}
	if len(events) == 0 {
		c.AddVTimezone(timezone(s.Zone, now))
	}
	if err := c.SerializeTo(w, ics.WithNewLineWindows); err != nil {
		return fmt.Errorf("write a calendar: %w", err)
	}
	return nil
}

// Initials are rows as they go to a calendar that others keep, as a telephone's maker does: of the
// parties only the family name, of the matter only its kind.
func Initials(rows []hall.VisitRow) []hall.VisitRow {
	out := slices.Clone(rows)
	for i := range out {
		out[i].Who, out[i].Against, out[i].Subject = initial(out[i].Who), initial(out[i].Against), ""
	}
	return out
}

// initial is 章某 for 章雪琴, and J. for Jane Smith.
func initial(name string) string {
	first, size := utf8.DecodeRuneInString(strings.TrimSpace(name))
	switch {
	case size == 0:
		return ""
	case unicode.Is(unicode.Han, first):
		return string(first) + "某"
	}
	return string(first) + "."
}

// event is a consultation in the calendar; nil without a day.
func event(by hall.Identity, s hall.Settings, lang text.Lang, r hall.VisitRow, now time.Time) *ics.VEvent {
	e := ics.NewEvent(uid(by, s, fmt.Sprintf("consultation-%d", r.ID), by.NamesVisit(r.ID)))
	e.SetDtStampTime(now)
	e.SetSequence(int(min(r.Rev, math.MaxInt32)))
	if !when(e, s, r) {
		return nil
	}
	e.SetSummary(summary(s, r).In(lang))
	e.SetLocation(Outward(place(s, r).In(lang)))
	e.SetDescription(description(lang, r))
	e.SetStatus(status(r))
	if r.State == hall.GoneAway {
		e.SetTimeTransparency(ics.TransparencyTransparent)
	}
	if private(r) {
		e.SetClass(ics.ClassificationPrivate)
	}
	return e
}

// uid names something in every calendar of the world: by its number and the store it stands in. What
// an older program named by the hall's initials keeps that name.
func uid(by hall.Identity, s hall.Settings, what string, named bool) string {
	in := by.ID
	if !named {
		in = url.PathEscape(s.Code)
	}
	return what + "@" + in + ".sizhen"
}

func when(e *ics.VEvent, s hall.Settings, r hall.VisitRow) bool {
	day := r.Slot.Day
	if day != 0 && r.Slot.To > r.Slot.From {
		e.SetStartAt(day.At(r.Slot.From, s.Zone))
		e.SetEndAt(day.At(r.Slot.To, s.Zone))
		return true
	}
	if day == 0 {
		day = r.Day
	}
	if day == 0 {
		return false
	}
	e.SetAllDayStartAt(day.At(0, time.UTC))
	e.SetAllDayEndAt((day + 1).At(0, time.UTC)) // the first day that is not meant
	return true
}

func private(r hall.VisitRow) bool { return r.Confidential || r.Hidden }

// summary is the line a day's page shows. That something is cancelled stands in it, as some
// phones do not read STATUS.
func summary(s hall.Settings, r hall.VisitRow) text.Message {
	m := text.Paper.Private
	if !private(r) {
		subject := text.Raw(Outward(r.Subject))
		if subject.In(text.Zh) == "" {
			subject = text.Type(s, r.Type)
		}
		r.Who, r.Against = Outward(r.Who), Outward(r.Against)
		m = text.Words(text.Kind(r.Kind), text.Sides(r), subject)
	}
	if r.State == hall.GoneAway {
		return text.Paper.Cancelled.With("what", m)
	}
	return m
}

// place is the room, or how it is held: nobody's address leaves the hall.
func place(s hall.Settings, r hall.VisitRow) text.Message {
	switch {
	case r.Mode != hall.InRoom:
		return text.Mode(r.Mode)
	case r.Room == "":
		return text.Raw(s.Name)
	}
	return text.Paper.Place.With("hall", s.Name).With("room", r.Room)
}

func description(lang text.Lang, r hall.VisitRow) string {
	words := text.Paper
	var lines []string
	add := func(m text.Message) { lines = append(lines, Outward(m.In(lang))) }
	if !private(r) {
		add(words.State.With("state", text.VisitState(r)))
	}
	if r.Convener != "" {
		add(words.Convener.With("name", r.Convener))
	}
	if names := mediators(r); len(names) > 0 {
		add(words.Mediators.With("names", text.Names(names)))
	}
	if r.CaseNumber != "" && !private(r) {
		// Not outward: a hall may number its cases with as many digits as a telephone has.
		lines = append(lines, words.CaseNumber.With("number", r.CaseNumber).In(lang))
	}
	lines = append(lines, words.Number.With("n", r.ID).In(lang))
	return strings.Join(lines, "\n")
}

func mediators(r hall.VisitRow) []string {
	var out []string
	for _, m := range r.Mediators {
		out = append(out, m.Name)
	}
	if len(out) == 0 && r.Mediator != "" {
		out = append(out, r.Mediator)
	}
	return out
}

// status: what somebody still has to agree to is tentative. One to which nobody came has
// taken its time all the same.
func status(r hall.VisitRow) ics.ObjectStatus {
	agreed := r.Party.Of > 0 && r.Party.Agreed == r.Party.Of || r.Number != 0
	if r.Kind == hall.Joint {
		agreed = len(r.Unanswered) == 0
	}
	switch {
	case r.State == hall.GoneAway:
		return ics.ObjectStatusCancelled
	case r.State == hall.Proposed, r.State == hall.Waiting && !agreed:
		return ics.ObjectStatusTentative
	}
	return ics.ObjectStatusConfirmed
}

// timezone is what an empty calendar holds: RFC 5545 §3.6 asks for at least one component.
func timezone(zone *time.Location, now time.Time) *ics.VTimezone {
	at := now.In(zone)
	z := ics.NewTimezone("UTC" + at.Format("-07:00"))
	standard := z.AddStandard()
	standard.SetProperty(ics.ComponentPropertyDtStart, "19700101T000000")
	standard.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), at.Format("-0700"))
	standard.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), at.Format("-0700"))
	return z
}
