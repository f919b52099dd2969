package paper

import (
	"fmt"
	"io"
	"iter"

	"github.com/xuri/excelize/v2"
)

// Column is a column of a spreadsheet: its heading, and its width in characters.
type Column struct {
	Title string
	Width float64
}

// Sheet writes a spreadsheet of one page (XLSX): a heading that stays in sight, then the rows
// as they come, so that a long list never stands in memory. A row that ends in an error stops
// it. What looks like a formula stays text.
func Sheet(w io.Writer, name string, columns []Column, rows iter.Seq2[[]string, error]) error {
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // nothing is left to be written
	if err := f.SetSheetName("Sheet1", name); err != nil {
		return fmt.Errorf("name a sheet: %w", err)
	}
	s, err := f.NewStreamWriter(name)
	if err != nil {
		return fmt.Errorf("begin a sheet: %w", err)
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return fmt.Errorf("begin a sheet: %w", err)
	}
	head := make([]any, len(columns))
	for i, c := range columns {
		head[i] = excelize.Cell{StyleID: bold, Value: c.Title}
		if err := s.SetColWidth(i+1, i+1, c.Width); err != nil {
			return fmt.Errorf("set a column: %w", err)
		}
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return fmt.Errorf("hold the heading: %w", err)
	}
	if err := s.SetRow("A1", head); err != nil {
		return fmt.Errorf("write a heading: %w", err)
	}
	n := 1
	for row, err := range rows {
		if err != nil {
			return err
		}
		n++
		cells := make([]any, len(row))
		for i, c := range row {
			cells[i] = c
		}
		if err := s.SetRow(fmt.Sprintf("A%d", n), cells); err != nil {
			return fmt.Errorf("write row %d: %w", n, err)
		}
	}
	if err := s.Flush(); err != nil {
		return fmt.Errorf("end a sheet: %w", err)
	}
	if err := f.Write(w); err != nil {
		return fmt.Errorf("write a spreadsheet: %w", err)
	}
	return nil
}
