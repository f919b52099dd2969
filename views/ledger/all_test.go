package ledger_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sizhen/store/hall"
	"sizhen/store/seed"
	"sizhen/store/storetest"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// sample is a hall with a day's work in it.
func sample(t *testing.T) *storetest.Hall {
	t.Helper()
	h := storetest.New(t)
	o := seed.Options{Cases: 60, Mediators: 8, Orgs: 12, Years: 1, RNG: 7, Now: h.Now()}
	if err := seed.Fill(t.Context(), h.Store, o); err != nil {
		t.Fatal(err)
	}
	if err := seed.Today(t.Context(), h.Store, h.Boss, o); err != nil {
		t.Fatal(err)
	}
	return h
}

func scene(h *storetest.Hall, l text.Lang) ledger.Scene {
	return ledger.Scene{Here: ledger.Here{Hall: h.Store.Settings(), Today: hall.DayOf(h.Now())}, Now: h.Now(), Lang: l}
}

// Every list is written in every format and both languages, and read back with as many rows.
func TestEveryListIsWrittenAndReadBack(t *testing.T) {
	t.Parallel()
	h := sample(t)
	desk := h.Store.Desk(h.Boss)
	filled := 0
	for _, l := range ledger.All() {
		for _, lang := range []text.Lang{text.Zh, text.En} {
			count := func(f ledger.Format) (n int, raw []byte) {
				var b bytes.Buffer
				n, err := l.Write(t.Context(), &b, f, desk, scene(h, lang), ledger.Query{})
				if err != nil {
					t.Fatalf("%s as %s: %v", l.Name, f, err)
				}
				return n, b.Bytes()
			}
			n, raw := count(ledger.CSV)
			if n > 0 {
				filled++
			}
			table, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff")))).ReadAll()
			if err != nil || len(table) != n+1 || !bytes.HasPrefix(raw, []byte("\ufeff")) {
				t.Errorf("%s: %d lines of CSV for %d rows, %v", l.Name, len(table), n, err)
			}
			if lang == text.En && regexp.MustCompile(`\p{Han}`).MatchString(strings.Join(table[0], "")) {
				t.Errorf("%s has a Chinese heading in English: %q", l.Name, table[0])
			}
			_, raw = count(ledger.JSONL)
			lines := strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")
			if n > 0 && len(lines) != n {
				t.Errorf("%s: %d lines of JSON for %d rows", l.Name, len(lines), n)
			}
			for _, one := range lines[:min(n, 3)] {
				if !json.Valid([]byte(one)) {
					t.Errorf("%s: no JSON: %s", l.Name, one)
				}
			}
			_, raw = count(ledger.XLSX)
			book, err := excelize.OpenReader(bytes.NewReader(raw))
			if err != nil {
				t.Fatalf("%s: %v", l.Name, err)
			}
			if rows, err := book.GetRows(book.GetSheetName(0)); err != nil || len(rows) != n+1 {
				t.Errorf("%s: %d rows in the spreadsheet for %d, %v", l.Name, len(rows), n, err)
			}
			if n, raw = count(ledger.DOCX); !bytes.HasPrefix(raw, []byte("PK")) {
				t.Errorf("%s: no document of %d rows", l.Name, n)
			}
		}
	}
	if want := 2 * 14; filled < want {
		t.Errorf("only %d of %d lists of the sample hold anything", filled, 2*len(ledger.All()))
	}
}

// Programs know lists and columns by names that do not change with the language.
func TestListsAndColumnsHaveNamesForPrograms(t *testing.T) {
	t.Parallel()
	name := regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	var lists []string
	for _, l := range ledger.All() {
		if slices.Contains(lists, l.Name) || !name.MatchString(l.Name) {
			t.Errorf("a list is called %q, as another or in another way", l.Name)
		}
		lists = append(lists, l.Name)
		var keys []string
		for _, c := range l.Heads {
			if slices.Contains(keys, c.Key) || !name.MatchString(c.Key) {
				t.Errorf("%s has a column %q twice or badly named", l.Name, c.Key)
			}
			keys = append(keys, c.Key)
			if c.Title.In(text.Zh) == "" || c.Title.In(text.En) == "" {
				t.Errorf("%s.%s lacks a heading", l.Name, c.Key)
			}
		}
		for _, m := range []text.Message{l.Title, l.Help} {
			if m.In(text.Zh) == "" || m.In(text.En) == "" {
				t.Errorf("%s does not say what it is", l.Name)
			}
		}
	}
}

// A spreadsheet's cells can be counted and sorted: days are days, numbers numbers.
func TestSpreadsheetsHoldTypedCells(t *testing.T) {
	t.Parallel()
	type row struct {
		what string
		fen  int64
		day  hall.Day
	}
	out := ledger.Output[row]{Title: text.M("账", "book"), Columns: []ledger.Column[row]{
		{Key: "what", Title: text.M("什么", "what"), Value: func(_ ledger.Here, r row) ledger.Cell { return ledger.Say(r.what) }},
		{Key: "fen", Title: text.M("金额", "amount"), Value: func(_ ledger.Here, r row) ledger.Cell { return ledger.Fen(r.fen) }},
		{Key: "day", Title: text.M("日期", "day"), Value: func(_ ledger.Here, r row) ledger.Cell { return ledger.On(r.day) }},
	}, Rows: func(yield func(row, error) bool) {
		yield(row{"=1+1 张三 13800006021", 123456, hall.NewDay(2026, 11, 24)}, nil)
	}}
	var b bytes.Buffer
	if _, err := out.Write(&b, ledger.XLSX); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	for cell, want := range map[string]string{"A2": "=1+1 张三 138····6021", "B2": "1234.56", "C2": "46350"} {
		if got, err := book.GetCellValue("账", cell, excelize.Options{RawCellValue: true}); got != want || err != nil {
			t.Errorf("%s is %q, not %q, %v", cell, got, want, err)
		}
	}
	if shown, _ := book.GetCellValue("账", "C2"); shown != "2026-11-24" {
		t.Errorf("the day is shown as %q", shown)
	}
	if formula, _ := book.GetCellFormula("账", "A2"); formula != "" {
		t.Errorf("a text became the formula %q", formula)
	}
	layout, err := book.GetPageLayout("账")
	if err != nil || layout.FitToWidth == nil || *layout.FitToWidth != 1 || *layout.Orientation != "landscape" {
		t.Errorf("printed as %+v, %v", layout, err)
	}
	names := book.GetDefinedName()
	if len(names) != 1 || names[0].RefersTo != "'账'!$1:$1" {
		t.Errorf("the heading is not repeated: %+v", names)
	}
	b.Reset()
	if _, err := out.Write(&b, ledger.CSV); err != nil || !strings.Contains(b.String(), "\n'=1+1 张三 138····6021,1234.56,2026-11-24\r\n") {
		t.Errorf("CSV: %q %v", b.String(), err)
	}
}
