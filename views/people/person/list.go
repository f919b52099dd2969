package person

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/record"
	"sizhen/views/kit/list"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// entry is one thing that brought somebody here: a visit, or a case.
type entry struct {
	visit *hall.VisitRow
	said  string // what was advised
	file  *hall.CaseRow
}

func (e entry) key() string {
	if e.file != nil {
		return fmt.Sprint("c", e.file.ID)
	}
	return fmt.Sprint("v", e.visit.ID)
}

func (e entry) hidden() bool {
	return e.file != nil && e.file.Hidden || e.visit != nil && e.visit.Hidden
}

func (e entry) when() text.Message {
	switch {
	case e.file != nil:
		return text.ShortDay(e.file.Registered)
	case e.visit.Slot.Day != 0:
		return text.ShortDay(e.visit.Slot.Day)
	}
	return text.ShortDay(e.visit.Day)
}

func (e entry) what(s views.Session) text.Message {
	switch {
	case e.hidden():
		return text.Shut(true)
	case e.file != nil:
		return text.Words(text.Raw(e.file.Number), text.Versus(*e.file), text.About(s.Settings, e.file.Type, e.file.Subject))
	}
	return text.Words(text.Kind(e.visit.Kind), text.About(s.Settings, e.visit.Type, e.visit.Subject))
}

func (e entry) state() text.Message {
	switch {
	case e.file != nil:
		return text.State(e.file.State)
	case e.visit.State == hall.Ended && e.visit.Outcome != hall.OutcomeNone:
		return text.Outcome(e.visit.Outcome)
	}
	return text.VisitState(*e.visit)
}

// line is an entry in one line of the page.
func (e entry) line(s views.Session) text.Message {
	if e.hidden() {
		return text.Words(e.when(), text.Shut(true))
	}
	return text.Words(e.when(), e.what(s), e.state(), text.Raw(e.said))
}

// everything lists every visit and case, to be opened one by one.
func (v *View) everything() tea.Cmd {
	env := v.env
	col := func(title text.Message, width int, say func(entry) text.Message) ledger.Column[entry] {
		return ledger.Own(title, width, func(e entry) ledger.Cell { return ledger.Phrase(say(e)) })
	}
	return views.Push(list.New(env, list.Of[entry]{
		Title: allTitle, Empty: noVisits, Key: entry.key,
		Columns: []ledger.Column[entry]{
			col(whenColumn, 14, entry.when), col(stateColumn, 12, entry.state),
			col(whatColumn, 0, func(e entry) text.Message { return text.Words(e.what(env.Session), text.Raw(e.said)) }),
		},
		Read: func(ctx context.Context, s views.Session, _ list.Query) (list.Page[entry], error) {
			f, err := v.read(ctx, s)
			return listed(f), err
		},
		Tone: func(_ views.Session, e entry) widget.Tone {
			if e.hidden() {
				return widget.Muted
			}
			return widget.Normal
		},
		Why:   func(e entry) text.Message { return text.Shut(e.hidden()) },
		Enter: openIt, Open: v.open,
	}))
}

func listed(f hall.PersonFile) list.Page[entry] {
	var out list.Page[entry]
	var came, files []entry
	for _, r := range f.Visits {
		came = append(came, entry{visit: &r, said: f.Advised[r.ID]})
	}
	for i := range f.Cases {
		files = append(files, entry{file: &f.Cases[i]})
	}
	out.Add(list.Group{Head: visitsHead, None: noVisits}, came, len(came), text.Message{})
	out.Add(list.Group{Head: casesHead, None: noCases}, files, len(files), text.Message{})
	if f.More {
		out.Groups[1].Rest = older
	}
	return out
}

// open opens a case where cases are, and a visit as it was.
func (v *View) open(e entry) tea.Cmd {
	if e.file != nil {
		return views.Go(views.Route{Screen: views.CaseFile, Case: e.file.ID})
	}
	return record.Open(v.env, e.visit.ID)
}
