// Package almanac knows the days that nobody can work out from a rule: the statutory
// holidays and make-up workdays of China (法定节假日、调休), and the lunar calendar (农历) with its
// festivals and solar terms. It stands between the program and the library that holds the
// tables, so that no other package depends on that one. All of it may be used by many at
// once.
package almanac

import (
	"slices"
	"strings"
	"sync"

	"github.com/6tail/lunar-go/HolidayUtil"

	"sizhen/store/hall"
)

// Calendar is the calendar of a hall: its settings over the statutory table.
func Calendar(s hall.Settings) *hall.Calendar {
	days, years := Statutory()
	return hall.NewCalendar(s, append(days, assumed(years)...), years)
}

// ahead is for how many years after the last table holidays are assumed.
const ahead = 15

// assumed lists, for the years whose table is not out, the holidays that need none: 元旦, 除夕 to
// 初三, 劳动节 (1 and 2 May), 国庆节 (1 to 3 October), and the days of 清明, 端午 and 中秋, by the State
// Council's rules as revised for 2025. The days around them, and the make-up days, stay open.
func assumed(years []int) []hall.SpecialDay {
	if len(years) == 0 {
		return nil
	}
	var out []hall.SpecialDay
	last := slices.Max(years)
	for y := last + 1; y <= last+ahead; y++ {
		run := func(name string, from hall.Day, days hall.Day) {
			out = append(out, hall.SpecialDay{From: from, To: from + days - 1, Name: name, Legal: true, Assumed: true})
		}
		first := hall.NewDay(y, 1, 1)
		run("元旦", first, 1)
		for _, f := range []struct {
			named, called string
			days          hall.Day
		}{{newYearsEve, "春节", 4}, {"清明", "清明节", 1}} {
			if d, ok := Solar(f.named, first); ok {
				run(f.called, d, f.days)
			}
		}
		run("劳动节", hall.NewDay(y, 5, 1), 2)
		for _, name := range []string{"端午节", "中秋节"} {
			if d, ok := Solar(name, first); ok {
				run(name, d, 1)
			}
		}
		run("国庆节", hall.NewDay(y, 10, 1), 3)
	}
	return out
}

// Statutory lists the runs of holidays and the make-up workdays that the program has been
// told of, in order, and the years it holds whole. A make-up workday has the name of the
// holiday it makes up for. A year is published each November; a hall adds it to its file.
func Statutory() ([]hall.SpecialDay, []int) {
	t := statutory()
	return slices.Clone(t.days), slices.Clone(t.years)
}

type table struct {
	days  []hall.SpecialDay
	years []int
}

// statutory reads the library's table once. Its way to add to the table changes a variable
// that all share: it is never used, a hall's own days come from its settings.
var statutory = sync.OnceValue(func() table {
	var t table
	list := HolidayUtil.GetHolidaysByYear(firstYear)
	y := firstYear
	for ; list.Len() > 0; list = HolidayUtil.GetHolidaysByYear(y) {
		for e := list.Front(); e != nil; e = e.Next() {
			h := e.Value.(*HolidayUtil.Holiday)
			d, err := hall.ParseDay(h.GetDay())
			if err != nil {
				continue
			}
			t.add(hall.SpecialDay{From: d, To: d, Name: officialName(h.GetName()), Open: h.IsWork(), Legal: true})
		}
		y++
	}
	for known := firstYear; known < y; known++ {
		if t.whole(known) {
			t.years = append(t.years, known)
		}
	}
	return t
})

// firstYear is the first in which today's seven holidays were all kept.
const firstYear = 2008

// add puts a day at the end, or lengthens the run before it.
func (t *table) add(d hall.SpecialDay) {
	if n := len(t.days); n > 0 {
		last := &t.days[n-1]
		if last.To+1 == d.From && last.Name == d.Name && last.Open == d.Open {
			last.To = d.To
			return
		}
	}
	t.days = append(t.days, d)
}

// whole reports whether the table names every holiday of a year: a table that was entered
// in part must not pass for a year that is known.
func (t *table) whole(year int) bool {
	for _, name := range hall.Holidays() {
		if !slices.ContainsFunc(t.days, func(d hall.SpecialDay) bool {
			return !d.Open && d.To.Year() == year && strings.Contains(d.Name, name)
		}) {
			return false
		}
	}
	return true
}

// officialName is what the State Council calls a holiday that the library names otherwise.
func officialName(name string) string {
	switch name {
	case "元旦节":
		return "元旦"
	case "国庆中秋":
		return "国庆节、中秋节"
	}
	return name
}
