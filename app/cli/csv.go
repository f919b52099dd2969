package cli

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// csvCases writes cases as RFC 4180 wants them, for people: headings and names in words.
type csvCases struct {
	out      io.Writer
	w        *csv.Writer
	lang     text.Lang
	bom      bool
	settings hall.Settings
	columns  []column
	row      []string
}

func newCSV(out io.Writer, lang text.Lang, bom bool) *csvCases {
	w := csv.NewWriter(out)
	w.UseCRLF = true
	return &csvCases{out: out, w: w, lang: lang, bom: bom, columns: columns()}
}

type column struct {
	head text.Message
	cell func(*csvCases, hall.Case) string
}

func columns() []column {
	h := text.ExportHeads
	side := func(s hall.Side, part func(hall.Details) string) func(*csvCases, hall.Case) string {
		return func(_ *csvCases, c hall.Case) string { return eachOf(c.Of(s), part) }
	}
	name := func(d hall.Details) string { return d.Name }
	doc := func(d hall.Details) string { return d.DocNumber }
	phone := func(d hall.Details) string { return d.Phone }
	plain := func(f func(hall.Case) string) func(*csvCases, hall.Case) string {
		return func(_ *csvCases, c hall.Case) string { return f(c) }
	}
	return []column{
		{h.ID, plain(func(c hall.Case) string { return strconv.FormatUint(uint64(c.ID), 10) })},
		{h.Number, plain(func(c hall.Case) string { return c.Number })},
		{h.State, func(w *csvCases, c hall.Case) string { return text.State(c.State).In(w.lang) }},
		{h.Type, func(w *csvCases, c hall.Case) string { return text.Type(w.settings, c.Type).In(w.lang) }},
		{h.Source, func(w *csvCases, c hall.Case) string { return text.Source(c.Source).In(w.lang) }},
		{h.Registered, plain(func(c hall.Case) string { return hall.DayOf(c.Registered).String() })},
		{h.Accepted, plain(func(c hall.Case) string { return c.Accepted.String() })},
		{h.Deadline, plain(func(c hall.Case) string { return c.Deadline.String() })},
		{h.Closed, plain(func(c hall.Case) string { return c.Closed.String() })},
		{h.Applicants, side(hall.Applicant, name)}, {h.ApplicantDocs, side(hall.Applicant, doc)}, {h.ApplicantPhones, side(hall.Applicant, phone)},
		{h.Respondents, side(hall.Respondent, name)}, {h.RespondentDocs, side(hall.Respondent, doc)}, {h.RespondentPhones, side(hall.Respondent, phone)},
		{h.Subject, plain(func(c hall.Case) string { return c.Subject })},
		{h.Facts, plain(func(c hall.Case) string { return c.Facts })},
		{h.Requests, plain(func(c hall.Case) string { return c.Requests })},
		{h.Amount, plain(func(c hall.Case) string { return yuan(c.Amount) })},
		{h.Mediators, plain(mediators)},
		{h.Sessions, plain(func(c hall.Case) string { return strconv.Itoa(c.Sessions) })},
		{h.Agreement, func(w *csvCases, c hall.Case) string { return form(c).In(w.lang) }},
		{h.Terms, plain(func(c hall.Case) string { return terms(c) })},
		{h.Performed, plain(func(c hall.Case) string { return performed(c) })},
		{h.Confidential, func(w *csvCases, c hall.Case) string { return yes(c.Confidential).In(w.lang) }},
	}
}

func (w *csvCases) head() error {
	if w.bom {
		if _, err := io.WriteString(w.out, "\ufeff"); err != nil {
			return err
		}
	}
	return w.line(func(c column) string { return c.head.In(w.lang) })
}

func (w *csvCases) write(c hall.Case) error {
	return w.line(func(col column) string { return col.cell(w, c) })
}

func (w *csvCases) line(cell func(column) string) error {
	w.row = w.row[:0]
	for _, c := range w.columns {
		w.row = append(w.row, harmless(cell(c)))
	}
	return w.w.Write(w.row)
}

func (w *csvCases) flush() error {
	w.w.Flush()
	return w.w.Error()
}

// harmless makes a cell one line that no spreadsheet takes for a formula.
func harmless(s string) string {
	s = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s))
	if s == "" {
		return s
	}
	switch first := []rune(s)[0]; first {
	case '=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20':
		return "'" + s
	}
	return s
}

// eachOf joins one part of several parties; a part that nobody has leaves the cell blank.
func eachOf(list []hall.Party, part func(hall.Details) string) string {
	var out []string
	some := false
	for _, p := range list {
		s := part(p.Details)
		some = some || s != ""
		out = append(out, s)
	}
	if !some {
		return ""
	}
	return strings.Join(out, "; ")
}

func mediators(c hall.Case) string {
	var out []string
	for _, m := range c.Mediators() {
		out = append(out, m.Name)
	}
	return strings.Join(out, "; ")
}

func form(c hall.Case) text.Message {
	switch {
	case c.Agreement == nil:
		return text.Message{}
	case c.Agreement.Written:
		return text.ExportHeads.Written
	}
	return text.ExportHeads.Oral
}

func terms(c hall.Case) string {
	if c.Agreement == nil {
		return ""
	}
	return c.Agreement.Terms
}

func performed(c hall.Case) string {
	if c.Agreement == nil {
		return ""
	}
	return c.Agreement.Performed.String()
}

func yes(b bool) text.Message {
	if b {
		return text.Settings.Yes
	}
	return text.Message{}
}

func yuan(fen int64) string { return strconv.FormatFloat(float64(fen)/100, 'f', 2, 64) }
