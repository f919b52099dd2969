package ledger_test

import (
	"encoding/json"
	"testing"
	"time"

	"sizhen/store/hall"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

func TestCellsAreReadByPeopleAndByPrograms(t *testing.T) {
	t.Parallel()
	day := hall.NewDay(2026, 11, 24)
	at := time.Date(2026, 11, 24, 9, 5, 0, 0, time.FixedZone("CST", 8*3600))
	for _, c := range []struct {
		name              string
		cell              ledger.Cell
		zh, en, csv, json string
	}{
		{"nothing", ledger.Cell{}, "", "", "", "null"},
		{"a text", ledger.Say("章雪琴"), "章雪琴", "章雪琴", "章雪琴", `"章雪琴"`},
		{"a word", ledger.Enum("agreed", text.M("达成协议", "agreed")), "达成协议", "agreed", "达成协议", `"agreed"`},
		{"a number", ledger.Number(0), "0", "0", "0", "0"},
		{"no count", ledger.Count(0), "", "", "", "null"},
		{"an amount", ledger.Fen(1200005), "12,000.05元", "¥12,000.05", "12000.05", "1200005"},
		{"a debit", ledger.Fen(-5), "-0.05元", "-¥0.05", "-0.05", "-5"},
		{"a day", ledger.On(day), text.Day(day).In(text.Zh), text.Day(day).In(text.En), "2026-11-24", `"2026-11-24"`},
		{"no day", ledger.On(0), "", "", "", "null"},
		{"a time", ledger.Clock(545), "09:05", "09:05", "09:05", `"09:05"`},
		{"a moment", ledger.When(at), text.Moment(at).In(text.Zh), text.Moment(at).In(text.En), "2026-11-24T09:05:00+08:00", `"2026-11-24T09:05:00+08:00"`},
		{"no", ledger.Yes(false), "", "", "否", "false"},
		{"yes", ledger.Yes(true), "是", "yes", "是", "true"},
		{"people", ledger.Several([]string{"章雪琴", "", "王凤仙"}), "章雪琴、王凤仙", "章雪琴, 王凤仙", "章雪琴; ; 王凤仙", `["章雪琴","","王凤仙"]`},
		{"nobody", ledger.Several([]string{"", ""}), "", "", "", "null"},
	} {
		if zh, en := c.cell.In(text.Zh), c.cell.In(text.En); zh != c.zh || en != c.en {
			t.Errorf("%s reads %q, %q, not %q, %q", c.name, zh, en, c.zh, c.en)
		}
		if got := c.cell.Plain(text.Zh); got != c.csv {
			t.Errorf("%s is written %q, not %q", c.name, got, c.csv)
		}
		if got, err := json.Marshal(c.cell.JSON(text.Zh)); err != nil || string(got) != c.json {
			t.Errorf("%s is %s (%v) in JSON, not %s", c.name, got, err, c.json)
		}
	}
}

// Every list has a name in words, for the journal.
func TestEveryListHasAName(t *testing.T) {
	for _, l := range ledger.All() {
		if said := text.ListName(l.Name); said.In(text.Zh) == l.Name {
			t.Errorf("%s is called %s", l.Name, said.In(text.Zh))
		}
	}
}
