package list

import (
	"context"
	"io"
	"iter"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// Sheet is how a list leaves the hall: the rows that are listed, with all the columns they have.
type Sheet struct {
	Ledger ledger.Ledger // its name, its formats, whether somebody answers for it
	// Write writes what a query asks for, to its end, and says how many rows that were.
	Write func(ctx context.Context, s views.Session, w io.Writer, f ledger.Format, q Query) (int, error)
	// Public is what may be put up of it for everybody to read. Nil: there is no such list.
	Public *Sheet
}

// Rows is the sheet of a list that shows the rows of a ledger.
func Rows[R any](l ledger.List[R], read func(context.Context, views.Session, Query) (Page[R], error)) *Sheet {
	return &Sheet{Ledger: l.Ledger(), Write: func(ctx context.Context, s views.Session, w io.Writer, f ledger.Format, q Query) (int, error) {
		return l.Lay(Scene(s), every(ctx, s, q, read)).Write(w, f)
	}}
}

// Scene is what a session writes with.
func Scene(s views.Session) ledger.Scene {
	return ledger.Scene{Here: ledger.Here{Hall: s.Settings, Today: s.Today()}, Now: s.Now(), Lang: s.Lang}
}

// every reads page after page.
func every[R any](ctx context.Context, s views.Session, q Query, read func(context.Context, views.Session, Query) (Page[R], error)) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		for q.After, q.Limit = nil, most; ; {
			p, err := read(ctx, s, q)
			if err != nil {
				var none R
				yield(none, err)
				return
			}
			for i, row := range p.Rows {
				if _, leads := p.ways[i]; !leads && !yield(row, nil) {
					return
				}
			}
			if q.After = p.Next; q.After == nil {
				return
			}
		}
	}
}

// most is how many rows are read at a time when all are written.
const most = 500

// sheets are the formats in the order in which somebody at a desk wants them.
func sheets(l ledger.Ledger) []ledger.Format {
	return slices.DeleteFunc([]ledger.Format{ledger.XLSX, ledger.CSV, ledger.DOCX, ledger.JSONL}, func(f ledger.Format) bool {
		return !slices.Contains(l.Formats, f)
	})
}

// exporting is the key that writes the list into a file.
func (v *View[R]) exporting() views.Action {
	return views.Action{Key: views.Key("Ctrl-E", "ctrl+e"), Name: export, Run: v.export, Blocked: func() text.Message {
		switch {
		case v.env.Export == nil:
			return noFiles
		case v.writing:
			return writing
		case len(v.shown.rows) == 0:
			return nothing
		}
		return text.Message{}
	}}
}

// export asks as what the list is to be written.
func (v *View[R]) export() tea.Cmd {
	return offer(v.env, v.of.Sheet, v.write)
}

// offer lists the formats of a sheet, and of what may be put up of it.
func offer(env *views.Env, sheet *Sheet, write func(*Sheet, ledger.Format) tea.Cmd) tea.Cmd {
	var items []menu.Item
	for _, f := range sheets(sheet.Ledger) {
		items = append(items, menu.Item{Name: formats[f], Do: func() tea.Cmd { return write(sheet, f) }})
	}
	if p := sheet.Public; p != nil {
		for _, f := range sheets(p.Ledger) {
			items = append(items, menu.Item{Name: publicly.With("as", formats[f]), Do: func() tea.Cmd { return write(p, f) }})
		}
	}
	return menu.Open(env, env.Say(exportTitle.With("what", sheet.Ledger.Title)), items)
}

// file writes a sheet into a file and says where it lies. What is private is in the journal before
// it is in a file; what is confidential is in none: that is asked for in a command only.
func (sheet *Sheet) file(ctx context.Context, s views.Session, f ledger.Format, q Query) (n int, path string, err error) {
	l := sheet.Ledger
	if !l.Open {
		if err = s.Desk.Exported(ctx, l.Name, string(f), 0, 0, false); err != nil {
			return 0, "", err
		}
	}
	s.Desk = s.Desk.Veiled()
	name := s.Say(fileName.With("what", l.Title).With("day", s.Today().String())) + "." + string(f)
	path, err = s.Export(ctx, name, func(w io.Writer) (err error) {
		n, err = sheet.Write(ctx, s, w, f, q)
		return err
	})
	return n, path, err
}

// written is what became of a file.
type written struct {
	of   any // the list that asked
	rows int
	path string
	err  error
}

// write hands the list out as it is narrowed now.
func (v *View[R]) write(sheet *Sheet, f ledger.Format) tea.Cmd {
	v.writing = true
	q, of := Query{Text: v.shown.query.Text, Where: v.where}, v
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		n, path, err := sheet.file(ctx, s, f, q)
		return written{of: of, rows: n, path: path, err: err}
	})
}

// wrote says where the file lies.
func (v *View[R]) wrote(m written) tea.Cmd {
	if m.of != v {
		return nil
	}
	v.writing = false
	if m.err != nil {
		return views.Fail(m.err)
	}
	return views.Toast(views.Done, exported.With("n", m.rows).With("path", m.path))
}
