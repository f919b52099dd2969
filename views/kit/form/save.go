package form

import (
	"context"
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Submit saves the form when nothing is missing or wrong in it. What has to be asked before that, or
// because of it, comes by itself.
func (v *View[R]) Submit() tea.Cmd { return views.Unasked(v.submit(true)) }

// SubmitPart is Submit where fields that must be filled in may be filled in later: the record's own
// rules say whether what is there is enough.
func (v *View[R]) SubmitPart() tea.Cmd { return views.Unasked(v.submit(false)) }

func (v *View[R]) submit(whole bool) tea.Cmd {
	if v.busy || !v.ready {
		return nil
	}
	v.form.ClearErrors()
	v.found = nil
	for name := range v.picks {
		v.settle(name)
	}
	if whole {
		v.form.Missing()
	}
	r, bad := v.value()
	if v.checkFields(r, bad) {
		return v.toError()
	}
	if v.spec.Check != nil {
		if err := v.spec.Check(v.env.Session, r); err != nil && v.concerns(err) {
			if v.form.Has(err.Field) {
				v.fault(err)
			}
			return v.refused(saved[R]{tried: r, err: err})
		}
	}
	if f := v.doubtful(); f != nil {
		name, title, body := v.form.Value(f.name), digitsTitle, digitsBody
		switch {
		case f.unpicked(name):
			title = lettersTitle
		case !digits(name):
			title, body = shortTitle, shortBody
		}
		return v.ask(Question{Title: title.With("label", f.label), Body: []text.Message{body.With("name", name)}, Yes: digitsYes}, surely[R]{v, f.name, name})
	}
	if !v.final() {
		return v.next(r)
	}
	if v.spec.Preview != nil {
		return tea.Batch(v.keep.save(), views.Push(v.spec.Preview(r)))
	}
	if v.spec.Confirm != nil {
		if q := v.spec.Confirm(r); q != nil {
			return v.ask(*q, confirmed[R]{v, r})
		}
	}
	if v.spec.Ask != nil {
		return v.lookAndAsk(r)
	}
	return v.run(r)
}

// lookedUp is a question that had to be looked up.
type lookedUp[R any] struct {
	of  *View[R]
	r   R
	q   *Question
	err error
}

func (v *View[R]) lookAndAsk(r R) tea.Cmd {
	if v.busy {
		return nil
	}
	v.busy = true
	look := v.spec.Ask
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		q, err := look(ctx, s, r)
		return lookedUp[R]{v, r, q, err}
	})
}

// put asks what was looked up, or saves where there is nothing to ask.
func (v *View[R]) put(m lookedUp[R]) tea.Cmd {
	v.busy = false
	switch {
	case m.err != nil:
		return v.refused(saved[R]{tried: m.r, err: m.err})
	case m.q != nil:
		return v.ask(*m.q, confirmed[R]{v, m.r})
	}
	return v.run(m.r)
}

func digits(name string) bool {
	return strings.Trim(name, "0123456789０１２３４５６７８９ ") == ""
}

// unpicked reports whether a name is initials, meant for a list of which nothing was chosen.
func (f *Field[R]) unpicked(name string) bool { return f.pick != nil && widget.Initials(name) }

// doubtful is a name of digits only, of one character, or of initials that chose nobody, unless somebody said that it is meant so.
func (v *View[R]) doubtful() *Field[R] {
	for _, f := range v.fields {
		if f.item.Step > v.form.Step() { // asked where it can be seen and mended
			continue
		}
		at := v.form.Value(f.name)
		if !f.named || at == "" || at == v.sure[f.name] || at == v.start[f.name] {
			continue
		}
		if digits(at) || f.unpicked(at) || utf8.RuneCountInString(at) == 1 {
			return f
		}
	}
	return nil
}

func (v *View[R]) ask(q Question, yes tea.Msg) tea.Cmd {
	body := make([]string, len(q.Body))
	for i, b := range q.Body {
		body[i] = v.env.Say(b)
	}
	return views.Push(menu.Question(v.env, v.env.Say(q.Title), body, v.env.Say(q.Yes), v.env.Say(text.Dialog.No), yes))
}

func (v *View[R]) run(r R) tea.Cmd {
	if v.busy {
		return nil
	}
	v.busy = true
	keep, save, again, many, others := v.keep, v.spec.Save, v.again, v.spec.Keep.Many, slices.Clone(v.others)
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		for _, name := range others {
			s.Desk = s.Desk.Another(name)
		}
		m := saved[R]{of: v, tried: r}
		if many && !again && keep.lost() { // it is done already, elsewhere
			m.err = hall.Refuse(hall.ErrAlreadyFinished)
			return m
		}
		m.err = keep.finish(func(id hall.DraftID) (err error) {
			if m.out, err = save(ctx, s, id, r); again && errors.Is(err, hall.Refuse(hall.ErrAlreadyFinished)) {
				m.out, err = save(ctx, s, 0, r)
			}
			return err
		})
		return m
	})
}

func (v *View[R]) saved(m saved[R]) tea.Cmd {
	v.busy = false
	if m.err != nil {
		return v.refused(m)
	}
	var cmds []tea.Cmd
	if v.gone = true; v.spec.Stays {
		cmds = append(cmds, v.Anew())
	}
	if v.spec.Done != nil {
		cmds = append(cmds, views.Toast(views.Done, v.spec.Done(m.out)))
	}
	if v.spec.Then != nil {
		return tea.Batch(append(cmds, v.spec.Then(m.out))...)
	}
	return tea.Batch(append(cmds, views.Pop(Saved[R]{m.out}))...)
}

// refused takes a refusal of the store's: the form may have an answer of its own.
func (v *View[R]) refused(m saved[R]) tea.Cmd {
	var bad *hall.Error
	if v.spec.Refused != nil && errors.As(m.err, &bad) {
		save := func(r R) tea.Cmd {
			v.again = bad.Code == hall.ErrAlreadyFinished
			return v.run(r)
		}
		if cmd := v.spec.Refused(m.tried, bad, v.clash.all, save); cmd != nil {
			return cmd
		}
	}
	if cmd := v.whoIsMeant(m); cmd != nil {
		return cmd
	}
	return v.refuse(m.err)
}

// refuse says a refusal under the field it belongs to, or where there is none in the line
// below. A record that was changed at another desk is read anew.
func (v *View[R]) refuse(err error) tea.Cmd {
	var bad *hall.Error
	switch {
	case !errors.As(err, &bad):
		return views.Fail(err)
	case bad.Code == hall.ErrConflict && v.spec.Read != nil:
		v.busy = true
		return v.read(true)
	case !v.form.Has(bad.Field):
		return views.Fail(err)
	}
	return v.complain(bad)
}
