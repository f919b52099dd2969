package hall

import (
	"slices"
	"strings"
)

// Adopted is the settings with what a notice orders in the place of what they said of its year. What
// the hall itself closes and opens stays.
func (s Settings) Adopted(n HolidayNotice) Settings {
	s.Days = slices.DeleteFunc(slices.Clone(s.Days), func(d SpecialDay) bool {
		return d.Legal && (d.From.Year() == n.Year || slices.ContainsFunc(n.Days, func(o SpecialDay) bool { return o.From <= d.Last() && d.From <= o.Last() }))
	})
	for _, d := range n.Days {
		if d.To == d.From {
			d.To = 0
		}
		s.Days = append(s.Days, d)
	}
	return s.sorted()
}

// WithDay is the settings with a run of days; was, unless it is none, is what stood there before.
func (s Settings) WithDay(was, d SpecialDay) Settings {
	s = s.WithoutDay(was)
	if d.To == d.From {
		d.To = 0
	}
	s.Days = append(s.Days, d)
	return s.sorted()
}

// WithoutDay is the settings without a run of days.
func (s Settings) WithoutDay(d SpecialDay) Settings {
	s.Days = slices.DeleteFunc(slices.Clone(s.Days), func(o SpecialDay) bool { return o == d })
	return s
}

// sorted has the days in order; those that were in order keep it.
func (s Settings) sorted() Settings {
	slices.SortStableFunc(s.Days, func(a, b SpecialDay) int { return int(a.From - b.From) })
	return s
}

// Length is how many days a run has.
func (d SpecialDay) Length() int { return int(d.Last()-d.From) + 1 }

// HolidayYear is what is known of the holidays of a year.
type HolidayYear struct {
	Year    int
	Missing bool     // no table of the State's is known: the holidays are assumed
	Lacks   []string // holidays that the table does not name
	Off     int      // days that are off by it, weekends within among them
	Worked  int      // weekend days that are worked
	Own     int      // runs that the hall itself closes or opens
}

// HolidayRun is a run of days of a year as the calendar has it.
type HolidayRun struct {
	SpecialDay
	Set SpecialDay // the run of the settings that it is part of; zero: the program's own table
}

// HolidayRuns are the runs that touch a year, in order.
func (c *Calendar) HolidayRuns(s Settings, year int) []HolidayRun {
	var out []HolidayRun
	for _, d := range c.special {
		if d.From.Year() != year && d.To.Year() != year {
			continue
		}
		r := HolidayRun{SpecialDay: d}
		for _, o := range s.Days {
			if !d.Assumed && o.Legal == d.Legal && o.From <= d.From && d.To <= o.Last() {
				r.Set = o
			}
		}
		out = append(out, r)
	}
	return out
}

// HolidayYear sums up a year.
func (c *Calendar) HolidayYear(s Settings, year int) HolidayYear {
	y := HolidayYear{Year: year, Missing: c.Missing(year)}
	var names strings.Builder
	for _, d := range c.HolidayRuns(s, year) {
		switch {
		case !d.Legal:
			y.Own++
		case d.Assumed && !y.Missing: // the table does not name it
		case d.Open:
			y.Worked += d.Length()
		default:
			y.Off += d.Length()
			names.WriteString(d.Name + "、")
		}
	}
	for _, name := range Holidays() {
		if !y.Missing && !strings.Contains(names.String(), name) {
			y.Lacks = append(y.Lacks, name)
		}
	}
	return y
}

// HolidayYears are the years of which something is known or should be: from the year before today
// to the year after, and those of which the settings say something.
func (c *Calendar) HolidayYears(s Settings, today Day) []HolidayYear {
	years := []int{today.Year() - 1, today.Year(), today.Year() + 1}
	for _, d := range s.Days {
		years = append(years, d.From.Year())
	}
	slices.SortFunc(years, func(a, b int) int { return b - a })
	var out []HolidayYear
	for _, y := range slices.Compact(years) {
		out = append(out, c.HolidayYear(s, y))
	}
	return out
}
