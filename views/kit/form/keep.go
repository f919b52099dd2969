package form

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/draft"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// pickedKey is what stands before a picked record's number among a draft's fields.
const pickedKey = "picked "

// kept is the draft of a name; zero when there is none.
func kept(ctx context.Context, s views.Session, form string, c hall.CaseID, visit hall.ConsultationID) (hall.Draft, error) {
	d, err := s.Desk.DraftFor(ctx, form, c, visit)
	if errors.Is(err, hall.Refuse(hall.ErrNotFound)) {
		return hall.Draft{}, nil
	}
	return d, err
}

// Resumed is a draft that somebody goes on with: its screen opens the form it belongs to.
type Resumed struct{ Draft hall.Draft }

// Resume reads the draft that a route led to. It answers with Resumed.
func Resume(env *views.Env, id hall.DraftID) tea.Cmd {
	return env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		d, err := s.Desk.Draft(ctx, id)
		if err != nil {
			return views.FailMsg{Err: err}
		}
		return Resumed{d}
	})
}

// draft is the form as it is kept. Passwords are not.
func (v *View[R]) draft() hall.Draft {
	k := v.spec.Keep
	d := hall.Draft{Kind: k.Kind, Form: k.Form, Case: k.Case, Consultation: k.Visit, Fields: map[string]string{}, Intake: hall.Intake{Confidential: k.Private}}
	if v.from.Form != "" {
		d.Form = v.from.Form
	}
	for _, f := range v.fields {
		if f.kind != secret {
			d.Fields[f.name] = v.form.Raw(f.name)
		}
		if f.pick != nil && (!f.pick.free || v.picks[f.name].at.ID != 0) {
			d.Fields[pickedKey+f.name] = v.picks[f.name].at.number()
		}
	}
	title := text.Message{}
	if k.Title != nil {
		r, _ := v.value()
		title = k.Title(r)
	}
	if d.Title = v.env.Say(title); d.Title == "" {
		d.Title = v.env.Say(v.spec.Title)
	}
	return d
}

// restore puts a draft's words into the fields.
func (v *View[R]) restore(d hall.Draft) {
	v.form.SetValues(d.Fields)
	for _, f := range v.fields {
		if no, ok := d.Fields[pickedKey+f.name]; ok && f.pick != nil {
			v.picks[f.name].at = Found{ID: idOf(no), Label: v.form.Value(f.name)}
		}
	}
}

// touched reports whether somebody wrote something: words, or more than one answer. One key
// pressed by mistake on a choice is nothing to go on with.
func (v *View[R]) touched() bool {
	answers := 0
	for _, f := range v.fields {
		now := v.form.Raw(f.name)
		if f.kind == list {
			now = strings.TrimRight(now, "、, ")
		}
		switch {
		case f.kind == secret || now == v.start[f.name]:
		case f.kind == choice:
			answers++
		default:
			return true
		}
	}
	return answers > 1
}

// changed has the form kept once typing rests.
func (v *View[R]) changed() tea.Cmd {
	if v.spec.Keep.Form == "" || v.from.ID == 0 && !v.touched() {
		return nil
	}
	return v.keep.Changed()
}

// resumed says whose words are gone on with.
func (v *View[R]) resumed() tea.Cmd {
	if v.from.ID == 0 {
		return nil
	}
	return views.Toast(views.Done, goneOn.With("by", v.from.ByName).With("at", text.Moment(v.from.At)))
}

// goOn puts the draft that was offered into the form. What was typed meanwhile is kept by itself.
func (v *View[R]) goOn() tea.Cmd {
	leave := v.keep.Leave()
	d := v.offer
	v.offer = hall.Draft{}
	v.Begin(v.base, d)
	return tea.Batch(leave, v.resumed(), v.entered(""), v.collide())
}

// Leave implements views.Leaver: what was typed is kept before the form is left.
func (v *View[R]) Leave() tea.Cmd {
	if v.gone || !v.ready || v.spec.Keep.Form == "" || !v.touched() {
		return nil
	}
	leave := v.keep.Leave()
	return func() tea.Msg {
		if failed := leave(); failed != nil {
			return failed
		}
		return views.ToastMsg{Level: views.Done, Text: keptAside}
	}
}

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
	return v.ask(Question{Title: discardTitle, Body: []text.Message{discardBody}, Yes: discardYes}, discard[R]{v})
}

// drop throws the draft away; a form that was never kept is only closed.
func (v *View[R]) drop() tea.Cmd {
	keep := v.keep
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		err := keep.Finish(func(id hall.DraftID) error {
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
	v.gone = true
	return tea.Batch(views.Toast(views.Done, discarded), views.Pop(nil))
}

// over closes a form whose record took another course at another desk: its words stay a draft.
func (v *View[R]) over(why error) tea.Cmd {
	if v.Leave() == nil {
		return tea.Batch(views.Fail(why), views.Pop(nil))
	}
	v.gone = true
	return v.keep.Aside(asidePut[R]{v, stopped.With("why", short(why))})
}

// short says why in few words.
func short(why error) text.Message {
	if bad := (*hall.Error)(nil); errors.As(why, &bad) {
		return text.Short(bad)
	}
	return text.Err(why)
}

// orphan is a form whose record cannot be read any more, or not be written to. Without a draft it
// closes; what was written about it is shown once more, to be kept or thrown away.
func (v *View[R]) orphan(d hall.Draft, why error) tea.Cmd {
	v.gone = true
	if d.ID == 0 {
		return tea.Batch(views.Fail(why), views.Pop(nil))
	}
	v.from, v.keep, v.lost = d, draft.New(v.env, d, v.draft), v.words(d, why)
	return nil
}

// words are what a draft holds, for a last look; the numbers of options are not.
func (v *View[R]) words(d hall.Draft, why error) []string {
	out := []string{d.Title, v.env.Say(orphan.With("why", short(why))), ""}
	for _, name := range slices.Sorted(maps.Keys(d.Fields)) {
		if s := d.Fields[name]; len([]rune(s)) > 1 && !strings.HasPrefix(name, pickedKey) {
			out = append(out, s)
		}
	}
	return out
}

// last are the lines of that last look.
func (v *View[R]) last(w int) []string {
	var out []string
	for _, l := range v.lost {
		out = append(out, widget.Wrap(l, w)...)
	}
	return out
}
