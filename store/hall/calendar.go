package hall

import (
	"cmp"
	"maps"
	"slices"
	"sort"
	"strings"
	"time"
)

// ErrSlotClosed: the hall is closed on {day}; {name} is the holiday or the reason, empty on
// a plain closed weekday, {open} the next open day (no date when none is near), and {doubt} the
// year of either whose holidays nobody has entered, 0 when there is none.
const ErrSlotClosed Code = "closed-day"

// SpecialDay is a run of days, both ends included, on which the hall keeps other hours than
// the weekday says. With Legal it is a statutory holiday (法定节假日) or, open, a make-up
// workday (调休上班); without, the hall's own closed or extra day. Without To it is one day.
// Assumed is a holiday that comes every year by law, in a year whose table is not out yet.
type SpecialDay struct {
	From, To Day
	Name     string
	Open     bool
	Legal    bool
	Assumed  bool
}

// DayInfo is what a calendar says of a day. Hours are the stretches in which the hall is
// open, in minutes of the day, in order, none on a closed day; they are shared and must not
// be changed. Name is empty on a plain day. Legal holds for what the state has ordered.
//
// Assumed holds for a holiday of a year whose table nobody has entered: it is one by law,
// and what lies around it is not known. Doubt is that year, on each of its days; 0 when the
// table is there, or the year lies before all tables. Who shows the day shows the doubt.
type DayInfo struct {
	Open    bool
	Name    string
	Legal   bool
	Assumed bool
	Doubt   int
	Hours   [][2]int
}

// Calendar says on which days and at which hours the hall is open. It never changes once it
// is made, and may be asked by many at once.
type Calendar struct {
	special []SpecialDay // in order, none overlaps another
	state   []SpecialDay // the same without what the hall itself closes or opens
	closed  [7]bool      // by weekday
	hours   [][2]int
	years   map[int]bool // whose statutory table is known
	unsure  Day          // the first day after a known year that lies in an unknown one
}

// NewCalendar makes the calendar of a hall. What the hall itself closes or opens wins over
// the holidays in its file, those win over the statutory table that is handed in, and that
// wins over the weekday. Years are those the table holds whole; a year for which the
// hall's file names a legal day counts as known too. Runs that end before they begin are
// left out.
func NewCalendar(s Settings, statutory []SpecialDay, years []int) *Calendar {
	c := &Calendar{years: make(map[int]bool)}
	for _, w := range s.Weekend {
		c.closed[w%7] = true
	}
	for _, h := range [][2]int{s.Open, s.Open2} {
		if h[1] > h[0] {
			c.hours = append(c.hours, h)
		}
	}
	for _, y := range years {
		c.years[y] = true
	}
	for _, d := range s.Days {
		if d.Legal && d.From != 0 && d.Last() >= d.From {
			for y := d.From.Year(); y <= d.Last().Year(); y++ {
				c.years[y] = true
			}
		}
	}
	for _, d := range statutory {
		if !d.Assumed || !s.names(d.From.Year(), d.Name) { // a table that is out takes the place of what was assumed
			c.lay(d)
		}
	}
	c.unsure = c.firstUnsure()
	for _, legal := range []bool{true, false} {
		for _, d := range s.Days {
			if d.Legal == legal {
				c.lay(d)
			}
		}
		if legal {
			c.state = inOrder(slices.Clone(c.special))
		}
	}
	inOrder(c.special)
	return c
}

// names reports whether the hall's file says when a holiday of a year is kept.
func (s Settings) names(year int, holiday string) bool {
	return slices.ContainsFunc(s.Days, func(d SpecialDay) bool {
		return d.Legal && !d.Open && (d.From.Year() == year || d.Last().Year() == year) && strings.Contains(d.Name, holiday)
	})
}

// firstUnsure is the first day of the first year after a known one whose table is missing.
func (c *Calendar) firstUnsure() Day {
	if len(c.years) == 0 {
		return 0
	}
	y := slices.Min(slices.Collect(maps.Keys(c.years)))
	for c.years[y] {
		y++
	}
	return NewDay(y, 1, 1)
}

func inOrder(days []SpecialDay) []SpecialDay {
	sort.Slice(days, func(i, j int) bool { return days[i].From < days[j].From })
	return days
}

// Last is the last day of a run.
func (d SpecialDay) Last() Day {
	if d.To == 0 {
		return d.From
	}
	return d.To
}

// lay puts a run over what lies there already.
func (c *Calendar) lay(d SpecialDay) {
	d.To = d.Last()
	if d.From == 0 || d.To < d.From {
		return
	}
	if !slices.ContainsFunc(c.special, func(o SpecialDay) bool { return o.To >= d.From && o.From <= d.To }) {
		c.special = append(c.special, d)
		return
	}
	var kept []SpecialDay
	for _, o := range c.special {
		if o.To < d.From || o.From > d.To {
			kept = append(kept, o)
			continue
		}
		if before := o; o.From < d.From {
			before.To = d.From - 1
			kept = append(kept, before)
		}
		if after := o; o.To > d.To {
			after.From = d.To + 1
			kept = append(kept, after)
		}
	}
	c.special = append(kept, d)
}

// On tells about a day; nothing about no date. It allocates nothing.
func (c *Calendar) On(d Day) DayInfo {
	if d == 0 {
		return DayInfo{}
	}
	info := DayInfo{Open: !c.closed[d.Weekday()]}
	if s, ok := within(c.special, d); ok {
		info.Open, info.Name, info.Legal, info.Assumed = s.Open, s.Name, s.Legal, s.Assumed
	}
	if info.Open {
		info.Hours = c.hours
	}
	if y := d.Year(); d >= c.unsure && c.Missing(y) {
		info.Doubt = y
	}
	return info
}

// within finds the run that a day lies in.
func within(days []SpecialDay, d Day) (SpecialDay, bool) {
	i := sort.Search(len(days), func(i int) bool { return days[i].To >= d })
	if i < len(days) && days[i].From <= d {
		return days[i], true
	}
	return SpecialDay{}, false
}

// Rest reports whether a day is one of the State's rest days: a statutory holiday, or a
// Saturday or Sunday that is not made up for. The hall's own hours have no say. Not known:
// the year's table is not there, so that a holiday's neighbours and make-up days are a
// guess. No calendar knows Saturdays and Sundays only.
func (c *Calendar) Rest(d Day) (rest, known bool) {
	w := d.Weekday()
	rest = w == time.Saturday || w == time.Sunday
	if c == nil {
		return rest, false
	}
	if s, ok := within(c.state, d); ok {
		rest = !s.Open
	}
	return rest, !c.Missing(d.Year())
}

// Missing reports whether the statutory holidays of a year are not known.
func (c *Calendar) Missing(year int) bool { return !c.years[year] }

// Doubt is the first year between two days whose statutory table is not known, so that what rests on
// those days is a guess; 0: none is.
func (c *Calendar) Doubt(from, to Day) int {
	for y := from.Year(); y <= to.Year(); y++ {
		if c == nil || c.Missing(y) {
			return y
		}
	}
	return 0
}

// Warn is the year whose statutory table somebody should enter by now: the next one from
// 1 December on, else the present one; 0 when it is there. The State Council usually
// publishes the next year's days in November.
func (c *Calendar) Warn(today Day) int {
	year, month, _ := today.Date()
	switch {
	case month == time.December && c.Missing(year+1):
		return year + 1
	case c.Missing(year):
		return year
	}
	return 0
}

// Check says whether something may be booked into a slot: nil, or what is wrong. Now and
// minute are the present day and minute of the day in the hall; a slot that begins this
// very minute is not past. A slot lies within one stretch of opening hours: it does not run
// through the noon break.
//
// ErrSlotHours gives the hours from the day's first opening to its last closing as {from}
// and {to}, and the half day nearest to the slot as {nearfrom} and {nearto}.
func (c *Calendar) Check(s Slot, now Day, minute int) *Error {
	switch {
	case s.Day == 0:
		return Refuse(ErrRequired).In("day")
	case s.Day < now || s.Day == now && s.From < minute:
		return Refuse(ErrSlotPast).In("time")
	case s.To <= s.From || s.From < 0 || s.To > 24*60:
		return Refuse(ErrSlotOrder).In("time")
	}
	if err := c.Closed(s.Day); err != nil {
		return err
	}
	info := c.On(s.Day)
	if len(info.Hours) == 0 {
		return Refuse(ErrSlotHours).In("time")
	}
	for _, h := range info.Hours {
		if s.From >= h[0] && s.To <= h[1] {
			return nil
		}
	}
	near := nearest(info.Hours, s)
	return Refuse(ErrSlotHours, "from", info.Hours[0][0], "to", info.Hours[len(info.Hours)-1][1],
		"nearfrom", near[0], "nearto", near[1]).In("time")
}

// Closed refuses a day on which the hall is closed, and names the next one on which it is open.
func (c *Calendar) Closed(day Day) *Error {
	info := c.On(day)
	if info.Open {
		return nil
	}
	open := c.NextOpen(day)
	return Refuse(ErrSlotClosed, "name", info.Name, "day", day, "open", open, "doubt", cmp.Or(info.Doubt, c.On(open).Doubt)).In("day")
}

// Hours are the minutes of a day between which the hall is open on a day that it is; none where nobody
// has said.
func (c *Calendar) Hours() (from, to int) {
	if c == nil || len(c.hours) == 0 {
		return 0, 0
	}
	return c.hours[0][0], c.hours[len(c.hours)-1][1]
}

// nearest is the stretch that a slot overlaps most or, if none, lies least far from; the
// earlier of two.
func nearest(hours [][2]int, s Slot) [2]int {
	return slices.MinFunc(hours, func(a, b [2]int) int { return apart(a, s) - apart(b, s) })
}

// apart is the gap between a stretch and a slot; below zero it is how much they overlap.
func apart(h [2]int, s Slot) int { return max(h[0], s.From) - min(h[1], s.To) }

// farthest is how far NextOpen looks: ten years.
const farthest = 3653

// NextOpen is the first open day at or after a day; no date when the hall is closed for the
// next ten years.
func (c *Calendar) NextOpen(d Day) Day {
	for day := d; day <= d+farthest; day++ {
		if c.On(day).Open {
			return day
		}
	}
	return 0
}

// FollowUpRule says on which days somebody looks how an agreement goes (DOMAIN §3.10): so
// many days after it took effect, and after performance falls due. Type and Risk narrow it
// down; empty, and RiskNone, stand for all. A list that is nil is left to the less special
// rules; one that is there and empty means no follow-up.
type FollowUpRule struct {
	Type         string // a dispute type's code
	Risk         Risk
	AfterSigning []int
	AfterDue     []int
}

// FollowUpDays tells on which days after an agreement took effect, and after performance
// falls due, somebody looks how it goes: 30 and 1 unless a rule says otherwise. The most
// special rule wins: type and risk, then type, then risk, then the general one.
func (s Settings) FollowUpDays(typeCode string, risk Risk) (afterSigning, afterDue []int) {
	afterSigning, afterDue = []int{30}, []int{1}
	for special := range 4 {
		for _, r := range s.FollowUps {
			if r.special() != special || r.Type != "" && r.Type != typeCode || r.Risk != RiskNone && r.Risk != risk {
				continue
			}
			if r.AfterSigning != nil {
				afterSigning = slices.Clone(r.AfterSigning)
			}
			if r.AfterDue != nil {
				afterDue = slices.Clone(r.AfterDue)
			}
		}
	}
	return afterSigning, afterDue
}

// special is how narrow a rule is, from 0 to 3.
func (r FollowUpRule) special() int {
	n := 0
	if r.Risk != RiskNone {
		n++
	}
	if r.Type != "" {
		n += 2
	}
	return n
}
