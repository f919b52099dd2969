package form

import (
	"context"
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
)

// touched reports whether somebody wrote something: words, or more than one answer. One key
// pressed by mistake is nothing to go on with.
func (v *View[R]) touched() bool { return v.altered || v.written() > 1 }

// written is how much somebody wrote: 1 for an answer, or for a digit or letter alone; words are more.
func (v *View[R]) written() int {
	answers, r := 0, v.fresh()
	for _, f := range v.fields {
		now := v.form.Raw(f.name)
		if f.kind == list {
			now = strings.TrimRight(now, "、, ")
		}
		switch {
		case f.kind == secret || now == v.start[f.name]:
		case f.kind == choice, f.people != nil && f.only(v.env.Session, r, now), len(now) == 1:
			answers++
		default:
			answers += 2
		}
	}
	return answers
}

// remains is what a form that is left leaves behind.
type remains uint8

const (
	leavesNothing remains = iota
	leavesStray           // one key was pressed and no more: it is not kept
	leavesEmptied         // a draft in which nothing stands any more: it goes
	leavesWords
)

// remains is what stays of the form. A draft that holds more than fields is never emptied.
func (v *View[R]) remains() remains {
	if v.gone || !v.ready || !v.kept() {
		return leavesNothing
	}
	switch n := v.written(); {
	case v.altered || n > 1:
		return leavesWords
	case n == 0 && v.spec.Keep.Put == nil && (v.from.ID != 0 || v.keep.n > 0):
		return leavesEmptied
	case v.from.ID != 0:
		return leavesWords
	case n == 1:
		return leavesStray
	}
	return leavesNothing
}

// putDown keeps what stays of the form, or lets go of it, then answers with what answer makes of what
// is said of that; nil: nothing stays.
func (v *View[R]) putDown(answer func(said text.Message) tea.Msg) tea.Cmd {
	switch v.remains() {
	case leavesStray:
		return func() tea.Msg { return answer(slipped) }
	case leavesEmptied:
		return unless(v.let(), answer(text.Message{}))
	case leavesWords:
		return unless(v.keep.leave(), answer(v.keptWords()))
	}
	return nil
}

// Leave implements views.Leaver: what was typed is kept before the form is left.
func (v *View[R]) Leave() tea.Cmd {
	return v.putDown(func(said text.Message) tea.Msg {
		if said.IsZero() {
			return nil
		}
		return views.ToastMsg{Level: views.Done, Text: said}
	})
}

// Unkept implements views.Drafter.
func (v *View[R]) Unkept() (hall.Draft, bool) {
	if v.remains() != leavesWords {
		return hall.Draft{}, false
	}
	return v.keep.unkept()
}

// unless answers with a message once a command has nothing to complain of.
func unless(do tea.Cmd, answer tea.Msg) tea.Cmd {
	return func() tea.Msg {
		if failed := do(); failed != nil {
			return failed
		}
		return answer
	}
}

// keptWords says that the words are kept; a password is not, and has to be typed again.
func (v *View[R]) keptWords() text.Message {
	if slices.ContainsFunc(v.fields, func(f *Field[R]) bool { return f.kind == secret }) {
		return keptButSecret
	}
	return keptAside
}

// let throws away the draft of a form in which nothing stands any more.
func (v *View[R]) let() tea.Cmd {
	drop := v.drop()
	return func() tea.Msg {
		if m, ok := drop().(dropped[R]); ok && m.err != nil {
			return views.FailMsg{Err: m.err}
		}
		return nil
	}
}

// Holds implements views.Holder: what no draft keeps stays where it is while somebody is at another
// place. Passwords are not waited for.
func (v *View[R]) Holds() bool { return v.ready && !v.gone && !v.kept() && v.touched() }

// mayDiscard is why there is nothing to discard; zero: there is.
func (v *View[R]) mayDiscard() text.Message {
	if v.lost != nil {
		return text.Message{}
	}
	if !v.ready || v.from.ID == 0 && !v.touched() {
		return nothingTyped
	}
	return text.Message{}
}

func (v *View[R]) askDiscard() tea.Cmd {
	body := discardBody
	if v.from.ID != 0 && v.from.ByName != v.env.Actor.Name {
		body = discardOthers.With("by", v.from.ByName)
	}
	return v.ask(Question{Title: discardTitle, Body: []text.Message{body}, Yes: discardYes}, discard[R]{v})
}

// drop throws the draft away; a form that was never kept is only closed.
func (v *View[R]) drop() tea.Cmd {
	keep := v.keep
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		err := keep.finish(func(id hall.DraftID) error {
			if id == 0 {
				return nil
			}
			return s.Desk.DiscardDraft(ctx, id)
		})
		if errors.Is(err, hall.Refuse(hall.ErrNotFound)) {
			err = nil
		}
		return dropped[R]{v, err}
	})
}

func (v *View[R]) dropped(err error) tea.Cmd {
	if err != nil {
		return views.Fail(err)
	}
	if v.spec.Stays {
		return tea.Batch(v.Anew(), views.Toast(views.Done, discarded))
	}
	v.gone = true
	return tea.Batch(views.Toast(views.Done, discarded), views.Pop(nil))
}

// over closes a form whose record took another course at another desk: its words stay a draft.
func (v *View[R]) over(why error) tea.Cmd {
	if v.remains() != leavesWords {
		return tea.Batch(views.Fail(why), views.Pop(nil))
	}
	v.gone = true
	return unless(v.keep.leave(), asidePut[R]{v, stopped.With("why", short(why))})
}
