package day_test

import (
	"context"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views/text"
)

var ctx = context.Background()

// Names, matters and notes longer than any window are cut and never tear a frame: the driver checks
// each.
func TestADayThatHardlyFits(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 6)
	for range 12 {
		ok(t, c.wang.DutyIn(ctx))
		ok(t, c.wang.LogDuty(ctx, strings.Repeat(long, 5), 0))
		ok(t, c.wang.HandOver(ctx, strings.Repeat(long, 5), []hall.HandItem{{What: long + long}, {What: long}}))
	}
	c.plan(t, hall.DutyCounty, c.today, hall.DutyRef{Kind: hall.InviteOther, Name: long})
	c.plan(t, hall.DutyHall, c.today, hall.DutyRef{Kind: hall.InviteOther, Name: long + "2"}, ref(c.xu))
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range [][2]int{{80, 24}, {100, 30}, {132, 43}} {
			d := c.open(t, c.wang, apptest.Options{Lang: lang, W: size[0], H: size[1]})
			for range 60 {
				d.Press("down")
			}
			d.Press("enter", "esc", "tab", "down", "down", "enter", "8").Type(long).Press("enter", "enter", "enter").Press("esc", "esc", "ctrl+n", "ctrl+e", "enter",
				"enter")
		}
	}
}

// A day on which the hall is closed says so, and why where there is a reason.
func TestAClosedDaySaysSo(t *testing.T) {
	t.Parallel()
	c := newCrew(t)
	d := c.open(t, c.wang, apptest.Options{Lang: text.En}).Press("pgdown", "pgdown", "pgdown", "pgdown").Expect("Sat 28 Nov 2026 closed").ExpectNot("closed:")
	d.Press("ctrl+g").Type("1 Jan").Press("enter").Expect("closed: New Year's Day")
}
