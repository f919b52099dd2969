package paper

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// Roster is the roster of mediators as a list on paper: the one that is made public (名册公示)
// with who mediates where, or the hall's own with everybody who was ever on it. Neither has
// anything private.
type Roster struct {
	Settings hall.Settings
	Lang     text.Lang
	Day      hall.Day
	Public   bool
}

// each hands every entry over, in order.
type each = func(fn func(hall.Mediator) error) error

// FileName is what a file with the list is called, without its ending.
func (r Roster) FileName() string {
	return fmt.Sprintf("%s %s %s", r.Settings.Name, r.title().In(r.Lang), r.Day)
}

func (r Roster) title() text.Message {
	if r.Public {
		return text.RosterPaper.Public
	}
	return text.RosterPaper.Internal
}

// column is a column of the list: how wide it is in both kinds of files, and what stands in it.
type column struct {
	name  text.Message
	sheet float64
	share int
	own   bool // in the hall's own list only
	value func(hall.Mediator) string
}

func (r Roster) columns() []column {
	t, say := text.RosterPaper, func(m text.Message) string { return m.In(r.Lang) }
	all := []column{
		{t.Name, 12, 9, false, func(m hall.Mediator) string { return m.Name }},
		{t.Sex, 6, 5, false, func(m hall.Mediator) string {
			if m.Sex == hall.SexUnknown {
				return ""
			}
			return say(text.Sex(m.Sex))
		}},
		{t.Org, 32, 24, false, func(m hall.Mediator) string { return m.Organisation }},
		{t.Post, 10, 8, false, func(m hall.Mediator) string {
			if m.OrgHead {
				return say(text.Roster.Head)
			}
			return say(text.Roster.Member)
		}},
		{t.Studio, 20, 12, true, func(m hall.Mediator) string { return m.StudioName }},
		{t.Village, 14, 10, true, func(m hall.Mediator) string { return strings.TrimSpace(m.Village + " " + m.Area) }},
		{t.Time, 8, 6, false, func(m hall.Mediator) string { return say(text.Full(m.FullTime)) }},
		{t.Grade, 8, 6, false, func(m hall.Mediator) string { return m.Grade }},
		{t.Specialities, 26, 18, false, func(m hall.Mediator) string { return say(text.Types(r.Settings, m.Specialities)) }},
		{t.Backgrounds, 22, 14, true, func(m hall.Mediator) string { return say(text.Backgrounds(m.Backgrounds)) }},
		{t.Term, 34, 20, false, func(m hall.Mediator) string { return r.term(m) }},
		{t.State, 8, 6, true, func(m hall.Mediator) string { return say(text.MediatorStatus(m.Status)) }},
		{t.Filed, 22, 12, true, func(m hall.Mediator) string { return filedUnder(m) }},
	}
	var out []column
	for _, c := range all {
		if !c.own || !r.Public {
			out = append(out, c)
		}
	}
	return out
}

func (r Roster) term(m hall.Mediator) string {
	if len(m.Terms) == 0 {
		return ""
	}
	t := m.Terms[len(m.Terms)-1]
	for _, one := range m.Terms {
		if r.Day >= one.From && r.Day <= one.To {
			t = one
		}
	}
	return text.RosterPaper.Span.With("from", text.FormDay(t.From)).With("to", text.FormDay(t.To)).In(r.Lang)
}

// filedUnder is the number under which his last change was reported.
func filedUnder(m hall.Mediator) string {
	for i := len(m.Filings) - 1; i >= 0; i-- {
		if f := m.Filings[i]; f.Filed != 0 {
			return f.Number
		}
	}
	return ""
}

// rows are the list's lines, numbered.
func (r Roster) rows(e each) iter.Seq2[[]string, error] {
	columns := r.columns()
	return func(yield func([]string, error) bool) {
		n, stopped := 0, false
		err := e(func(m hall.Mediator) error {
			if stopped || r.Public && m.Status != hall.Active {
				return nil
			}
			n++
			row := []string{fmt.Sprint(n)}
			for _, c := range columns {
				row = append(row, Outward(c.value(m)))
			}
			stopped = !yield(row, nil)
			return nil
		})
		if err != nil && !stopped {
			yield(nil, err)
		}
	}
}

// Sheet writes the list as a spreadsheet.
func (r Roster) Sheet(w io.Writer, e each) error {
	columns := []Column{{text.RosterPaper.No.In(r.Lang), 6}}
	for _, c := range r.columns() {
		columns = append(columns, Column{c.name.In(r.Lang), c.sheet})
	}
	return Sheet(w, r.title().In(r.Lang), columns, r.rows(e))
}

// Document writes the list as a document, ready to be put up.
func (r Roster) Document(w io.Writer, e each) error {
	t := text.RosterPaper
	d := Doc{Landscape: true}
	d.Title(Outward(r.Settings.Name) + r.title().In(r.Lang))
	heads, widths := []string{t.No.In(r.Lang)}, []int{4}
	for _, c := range r.columns() {
		heads, widths = append(heads, c.name.In(r.Lang)), append(widths, c.share)
	}
	var rows [][]string
	for row, err := range r.rows(e) {
		if err != nil {
			return err
		}
		rows = append(rows, row)
	}
	d.Table(widths, heads, rows)
	d.Small(t.Count.With("n", len(rows)).With("day", text.FormDay(r.Day)).In(r.Lang))
	if r.Public {
		d.Small(t.Note.In(r.Lang))
	}
	_, err := d.WriteTo(w)
	return err
}
