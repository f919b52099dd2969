package ledger

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"sizhen/views/paper"
	"sizhen/views/text"
)

// Format is a kind of file that a list is written as.
type Format string

// The formats of every list. CSV, XLSX and JSONL are for other programs, with typed cells; DOCX
// is paper for people.
const (
	CSV   Format = "csv"
	XLSX  Format = "xlsx"
	JSONL Format = "jsonl"
	DOCX  Format = "docx"
)

// Formats lists them.
func Formats() []Format { return []Format{CSV, XLSX, JSONL, DOCX} }

// Output is what is written of a list: its columns and the rows, as they come.
type Output[R any] struct {
	Here    Here
	Lang    text.Lang
	Title   text.Message
	Columns []Column[R]
	Rows    iter.Seq2[R, error]        // a row with an error ends it
	Foot    func(n int) []text.Message // small lines under a printed list of n rows
	NoBOM   bool                       // CSV without the mark by which spreadsheets know UTF-8
}

// Write writes the list and returns how many rows it had. On an error what was written is no
// whole file: the caller throws it away.
func (o Output[R]) Write(w io.Writer, f Format) (int, error) {
	out := bufio.NewWriterSize(w, 64<<10)
	write := map[Format]func(io.Writer) (int, error){CSV: o.csv, XLSX: o.xlsx, JSONL: o.jsonl, DOCX: o.docx}[f]
	if write == nil {
		return 0, fmt.Errorf("write a list as %q: no such format", f)
	}
	n, err := write(out)
	if err == nil {
		err = out.Flush()
	}
	return n, err
}

// cell is a row's value in a column, as it may leave the hall.
func (o Output[R]) cell(c Column[R], r R) Cell {
	v := c.Value(o.Here, r)
	if c.Numbers {
		return v
	}
	return v.outward()
}

// outward masks identity numbers and telephones that somebody wrote into a text.
func (c Cell) outward() Cell {
	switch c.kind {
	case Text:
		zh, en := paper.Outward(c.say.In(text.Zh)), paper.Outward(c.say.In(text.En))
		c.say, c.full = text.Both(zh, en), zh != "" || en != ""
	case Many:
		many := make([]string, len(c.many))
		for i, s := range c.many {
			many[i] = paper.Outward(s)
		}
		c.many = many
	}
	return c
}

func (o Output[R]) csv(w io.Writer) (int, error) {
	if !o.NoBOM {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return 0, fmt.Errorf("begin a table: %w", err)
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	columns := Select(o.Columns, File)
	line := make([]string, len(columns))
	for i, c := range columns {
		line[i] = c.heading().In(o.Lang)
	}
	if err := out.Write(line); err != nil {
		return 0, fmt.Errorf("write a heading: %w", err)
	}
	n := 0
	for r, err := range o.Rows {
		if err != nil {
			return n, err
		}
		for i, c := range columns {
			v := o.cell(c, r)
			line[i] = v.Plain(o.Lang)
			if v.kind == Text || v.kind == Word || v.kind == Many {
				line[i] = harmless(line[i])
			}
		}
		if err := out.Write(line); err != nil {
			return n, fmt.Errorf("write a row: %w", err)
		}
		n++
	}
	out.Flush()
	return n, out.Error()
}

// harmless keeps a spreadsheet program from taking a text for a formula.
func harmless(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, s)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " "))
	if strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	return s
}

func (o Output[R]) jsonl(w io.Writer) (int, error) {
	n := 0
	var line strings.Builder
	for r, err := range o.Rows {
		if err != nil {
			return n, err
		}
		line.Reset()
		for _, c := range Select(o.Columns, File) { // in the columns' order, which a map would lose
			b, err := encoded(o.cell(c, r).JSON(o.Lang))
			if err != nil {
				return n, fmt.Errorf("write %s: %w", c.Key, err)
			}
			if line.Len() > 0 {
				line.WriteByte(',')
			}
			fmt.Fprintf(&line, "%q:%s", c.Key, b)
		}
		if _, err := fmt.Fprintf(w, "{%s}\n", line.String()); err != nil {
			return n, fmt.Errorf("write a row: %w", err)
		}
		n++
	}
	return n, nil
}

func encoded(v any) (string, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return strings.TrimSuffix(b.String(), "\n"), err
}

// docx sets the list on paper: across, its heading repeated on each sheet, the page's width
// shared out. Few columns stand upright.
func (o Output[R]) docx(w io.Writer) (int, error) {
	columns := Select(o.Columns, Sheet)
	heads, widths := []string{numberHead.In(o.Lang)}, []int{4}
	for _, c := range columns {
		heads, widths = append(heads, c.heading().In(o.Lang)), append(widths, c.share())
	}
	var rows [][]string
	for r, err := range o.Rows {
		if err != nil {
			return len(rows), err
		}
		line := []string{fmt.Sprint(len(rows) + 1)}
		for _, c := range columns {
			line = append(line, o.cell(c, r).In(o.Lang))
		}
		rows = append(rows, line)
	}
	d := paper.Doc{Landscape: len(columns) > 4}
	d.Title(paper.Outward(text.Words(text.Raw(o.Here.Hall.Name), o.Title).In(o.Lang)))
	d.Table(widths, heads, rows)
	foot := []text.Message{countLine.With("n", len(rows)).With("day", text.FormDay(o.Here.Today))}
	if o.Foot != nil {
		foot = o.Foot(len(rows))
	}
	for _, line := range foot {
		d.Small(line.In(o.Lang))
	}
	_, err := d.WriteTo(w)
	return len(rows), err
}

var (
	numberHead = text.M("序号", "No.")
	countLine  = text.M("共 {n} 行，{day}", "{n:row|rows}, {day}")
)
