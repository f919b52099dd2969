package ledger

import (
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// xlsx writes a spreadsheet of one sheet as the rows come, so that a long list never stands in
// memory: a heading that stays in sight and is printed on each page, the columns fitted to the
// page's width, numbers as numbers and days as days. A text that looks like a formula stays text.
func (o Output[R]) xlsx(w io.Writer) (int, error) {
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // nothing is left to be written
	name := sheetName(o.Title.In(o.Lang))
	if err := layOut(f, name); err != nil {
		return 0, fmt.Errorf("begin a sheet: %w", err)
	}
	styles, err := stylesOf(f)
	if err != nil {
		return 0, fmt.Errorf("begin a sheet: %w", err)
	}
	s, err := f.NewStreamWriter(name)
	if err != nil {
		return 0, fmt.Errorf("begin a sheet: %w", err)
	}
	columns := Select(o.Columns, File)
	line := make([]any, len(columns))
	for i, c := range columns {
		line[i] = excelize.Cell{StyleID: styles.head, Value: c.heading().In(o.Lang)}
		if err := s.SetColWidth(i+1, i+1, float64(min(max(c.share(), 6), 60))); err != nil {
			return 0, fmt.Errorf("set a column: %w", err)
		}
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return 0, fmt.Errorf("hold the heading: %w", err)
	}
	if err := s.SetRow("A1", line); err != nil {
		return 0, fmt.Errorf("write a heading: %w", err)
	}
	n := 0
	for r, err := range o.Rows {
		if err != nil {
			return n, err
		}
		n++
		for i, c := range columns {
			line[i] = styles.cell(o.cell(c, r), o.Lang)
		}
		if err := s.SetRow(fmt.Sprintf("A%d", n+1), line); err != nil {
			return n, fmt.Errorf("write row %d: %w", n, err)
		}
	}
	if err := s.Flush(); err != nil {
		return n, fmt.Errorf("end a sheet: %w", err)
	}
	if err := f.Write(w); err != nil {
		return n, fmt.Errorf("write a spreadsheet: %w", err)
	}
	return n, nil
}

// sheetName is a title as a sheet may be called: 31 signs, none of those that formulas use.
func sheetName(title string) string {
	var out []rune
	for _, r := range title {
		if len(out) < 31 && r != ':' && r != '\\' && r != '/' && r != '?' && r != '*' && r != '[' && r != ']' {
			out = append(out, r)
		}
	}
	return string(out)
}

// layOut says how the sheet is printed. It comes before the rows: they are written as they come.
func layOut(f *excelize.File, name string) error {
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	yes, one, none, a4, across := true, 1, 0, 9, "landscape"
	if err := f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &yes}); err != nil {
		return err
	}
	if err := f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &one, FitToHeight: &none}); err != nil {
		return err
	}
	return f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + name + "'!$1:$1", Scope: name})
}

// sheetStyles are how the kinds of cells are shown.
type sheetStyles struct{ head, money, day, moment, clock int }

func stylesOf(f *excelize.File) (s sheetStyles, err error) {
	format := func(code string) *excelize.Style { return &excelize.Style{CustomNumFmt: &code} }
	for _, one := range []struct {
		into  *int
		style *excelize.Style
	}{
		{&s.head, &excelize.Style{Font: &excelize.Font{Bold: true}}}, {&s.money, format("#,##0.00")},
		{&s.day, format("yyyy-mm-dd")}, {&s.moment, format("yyyy-mm-dd hh:mm")}, {&s.clock, format("hh:mm")},
	} {
		if *one.into, err = f.NewStyle(one.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// cell is a value as a spreadsheet holds it: days and times count from the end of 1899.
func (s sheetStyles) cell(c Cell, l text.Lang) any {
	if !c.full {
		return nil
	}
	switch c.kind {
	case Whole:
		return c.n
	case Money:
		return excelize.Cell{StyleID: s.money, Value: float64(c.n) / 100}
	case Day:
		return excelize.Cell{StyleID: s.day, Value: int64(hall.Day(c.n) - hall.NewDay(1899, time.December, 30))}
	case Time:
		return excelize.Cell{StyleID: s.clock, Value: float64(c.n) / (24 * 60)}
	case Moment:
		minutes := hall.MinuteOf(c.at)
		return excelize.Cell{StyleID: s.moment, Value: float64(hall.DayOf(c.at)-hall.NewDay(1899, time.December, 30)) + float64(minutes)/(24*60)}
	}
	return c.Plain(l)
}
