package settings

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// The drafts of a year's forms are named by the year, and that of a run by its first day.
const (
	dayDraft   = "settings day "
	pasteDraft = "settings notice "
)

// daysOf is a run of days with what is done on them.
type daysOf struct {
	hall.SpecialDay
	Kind kindOfDay
}

func (d daysOf) day() hall.SpecialDay {
	d.Legal, d.Open = d.Kind <= stateWorked, d.Kind == stateWorked || d.Kind == ownOpen
	return d.SpecialDay
}

// dayForm is the form of a run of days of a year; a zero one is new.
func (v *View) dayForm(year int, was hall.SpecialDay, from hall.Draft) views.View {
	type R = edit[daysOf]
	name := fmt.Sprint(dayDraft, year)
	title := addDayTitle.With("year", year)
	if was.From != 0 {
		name, title = name+" "+dayKey(was), changeDayTitle.With("year", year)
	}
	day := func(name string, label text.Message, at func(*R) *hall.Day) *form.Field[R] {
		return form.Read(name, label, 40, at, func(_ views.Session, d hall.Day) text.Message { return text.Day(d) },
			func(s views.Session, typed string) (hall.Day, *hall.Error) {
				if typed == "" {
					return 0, nil
				}
				return text.ReadDay(typed, hall.NewDay(year, 7, 1), s.Calendar()) // so that a date without a year is of this one
			})
	}
	return over(v, part[daysOf]{
		title: title, rule: dayRule, name: name, from: from, fresh: was.From == 0, done: daySaved,
		fields: []*form.Field[R]{
			day("from", dayFrom, func(r *R) *hall.Day { return &r.V.From }).Required().Help(dayFromHelp),
			day("to", dayTo, func(r *R) *hall.Day { return &r.V.To }).Help(dayToHelp),
			form.Enum("kind", kindColumn, func(r *R) *kindOfDay { return &r.V.Kind }, kindsOfDay(), kindName).Given(),
			form.Text("name", nameColumn, hall.MaxDayName/2, func(r *R) *string { return &r.V.Name }).Required().Help(dayNameHelp),
		},
		read: func(s hall.Settings) (daysOf, error) {
			if was.From != 0 && !slices.Contains(s.Days, was) {
				return daysOf{}, hall.Refuse(hall.ErrNotFound)
			}
			return daysOf{was, kindOf(was)}, nil
		},
		put: func(s hall.Settings, d daysOf) hall.Settings { return s.WithDay(was, d.day()) },
		check: func(_ hall.Settings, d daysOf) *hall.Error {
			if d.From.Year() != year && d.Last().Year() != year {
				return hall.Refuse(hall.ErrNoticeDate, "year", year, "text", d.From.String()).In("from")
			}
			return nil
		},
	})
}

// pasted is the State Council's notice of a year as somebody put it in.
type pasted struct {
	Year int
	Text string
}

func (p pasted) read() hall.HolidayNotice { return hall.ReadNotice(p.Year, p.Text) }

// most of a notice in characters: a whole one has some six hundred.
const mostNotice = 4000

// pasteForm takes the notice of a year. What was understood of it is shown before it is kept.
func (v *View) pasteForm(year int, from hall.Draft) views.View {
	type R = edit[pasted]
	wrong := func(p pasted) *hall.Error {
		if all := p.read().Faults; p.Text != "" && len(all) > 0 {
			return all[0].Why
		}
		return nil
	}
	return over(v, part[pasted]{
		title: pasteTitle.With("year", year), rule: pasteRule, name: fmt.Sprint(pasteDraft, year), from: from, fresh: true, done: noticeSaved.With("year", year),
		fields: []*form.Field[R]{
			form.Notes("notice", noticeLabel, mostNotice, func(r *R) *string { return &r.V.Text }).Rows(8).Required().Help(noticeHelp).
				Check(func(_ views.Session, r R) *hall.Error { return wrong(r.V) }),
		},
		read:    func(hall.Settings) (pasted, error) { return pasted{Year: year}, nil },
		put:     func(s hall.Settings, p pasted) hall.Settings { return s.Adopted(p.read()) },
		below:   understood,
		preview: v.preview,
	})
}

// understood says below the notice what is wrong in which sentence of it, or how much was understood.
func understood(s views.Session, p pasted, w int) []string {
	if strings.TrimSpace(p.Text) == "" {
		return nil
	}
	n := p.read()
	var out []string
	for _, f := range n.Faults {
		m := text.Err(f.Why)
		if f.Sentence != "" {
			m = faultIn.With("sentence", f.Sentence).With("why", m)
		}
		out = append(out, widget.Wrap(s.Say(m), w)...)
	}
	if len(out) == 0 {
		off, worked := 0, 0
		for _, d := range n.Days {
			if d.Open {
				worked += d.Length()
			} else {
				off += d.Length()
			}
		}
		out = widget.Wrap(s.Say(noticeRead.With("off", off).With("worked", worked)), w)
	}
	return out
}

// preview shows every day that was understood, before anything is kept.
func (v *View) preview(p pasted) views.View {
	accept := func(pasted) tea.Cmd { return views.Pop(form.Accepted{}) }
	return page.Show(v.env, page.Of[pasted]{
		Title: func(pasted) text.Message { return previewTitle.With("year", p.Year) },
		Read:  func(context.Context, views.Session) (pasted, error) { return p, nil },
		Show:  func(s views.Session, p pasted) *page.Doc { return orders(s, p.read()) },
		Enter: previewYes, Open: accept,
		Keys: func(pasted, bool) []views.Action {
			return []views.Action{{Key: views.Key("Ctrl-S", "ctrl+s"), Name: previewYes, Run: func() tea.Cmd { return accept(p) }}}
		},
		Hint: func(pasted) text.Message { return previewHint },
	})
}

// orders writes what a notice orders, holiday by holiday.
func orders(s views.Session, n hall.HolidayNotice) *page.Doc {
	d := page.New(s)
	last := ""
	for _, run := range n.Days {
		if run.Name != last {
			last = run.Name
			d.Section(text.Holiday(run.Name), text.Message{})
		}
		label := kindHoliday
		if run.Open {
			label = kindWorkday
		}
		d.Say(label, runDays.With("days", runOf(run.From, run.To)).With("n", run.Length()))
	}
	return d
}
