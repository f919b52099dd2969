package form

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// PickedKey names the number of what is picked in a field among the fields of a draft.
func PickedKey(field string) string { return pickedKey + field }

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

// Resume reads the draft that a route led to, and has its screen open the form it belongs to: a
// screen's First, or a page's Begin. No draft: nothing.
func Resume(env *views.Env, id hall.DraftID, open func(hall.Draft) tea.Cmd) tea.Cmd {
	if id == 0 {
		return nil
	}
	return menu.After(env, func(ctx context.Context, s views.Session) (hall.Draft, error) { return s.Desk.Draft(ctx, id) }, open)
}

// draft is the form as it is kept. Passwords are not.
func (v *View[R]) draft() hall.Draft {
	k := v.spec.Keep
	d := hall.Draft{Kind: k.Kind, Form: k.Form, Case: k.Case, Consultation: k.Visit, Fields: map[string]string{},
		Intake: hall.Intake{Matter: hall.Matter{Confidential: k.Private}}}
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
	if len(v.spec.Steps) > 0 {
		d.Fields["step"], d.Fields["focus"] = strconv.Itoa(v.form.Step()), v.form.Focused()
	}
	title := text.Message{}
	if k.Title != nil {
		r, _ := v.value()
		title = k.Title(r)
	}
	if k.Put != nil {
		r, _ := v.value()
		k.Put(r, &d)
	}
	if said := v.env.Say(title); said != "" || k.Put == nil {
		d.Title = said
	}
	if d.Title == "" && !k.Many {
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
	v.place(d)
}

// changed has the form kept once typing rests.
func (v *View[R]) changed() tea.Cmd {
	if into := v.spec.Keep.Into; into != nil {
		return into(v.draft())
	}
	if !v.kept() || v.from.ID == 0 && !v.touched() {
		return nil
	}
	return v.keep.changed()
}

// resumed says whose words are gone on with.
func (v *View[R]) resumed() tea.Cmd {
	if v.from.ID == 0 || v.spec.Keep.Into != nil {
		return nil
	}
	return views.Toast(views.Done, goneOn.With("by", v.from.ByName).With("at", text.Moment(v.from.At)))
}

// goOn puts the draft that was offered into the form. What was typed meanwhile is kept by itself.
func (v *View[R]) goOn() tea.Cmd {
	var leave tea.Cmd
	if v.touched() {
		leave = v.keep.leave()
	}
	d := v.offer
	v.offer = hall.Draft{}
	v.Begin(v.fresh(), d)
	if v.spec.Opened != nil {
		leave = tea.Batch(leave, v.spec.Opened())
	}
	return tea.Batch(leave, v.watch(), v.resumed(), v.entered(""), v.collide())
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
	if v.gone = true; v.spec.Stays {
		return tea.Batch(v.Anew(), views.Fail(why))
	}
	if d.ID == 0 {
		return v.barred(why)
	}
	v.from, v.keep, v.lost = d, keep(v.env, d, v.draft), v.words(d, why)
	return nil
}

// barred closes a form whose record cannot be written about.
func (v *View[R]) barred(why error) tea.Cmd {
	if bad := (*hall.Error)(nil); v.spec.Barred != nil && errors.As(why, &bad) {
		if cmd := v.spec.Barred(bad); cmd != nil {
			return cmd
		}
	}
	return tea.Batch(views.Fail(why), views.Pop(nil))
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

// Kept takes what comes of keeping the form's words, for a box whose words are kept with them.
func (v *View[R]) Kept(msg tea.Msg) (tea.Cmd, bool) { return v.keep.message(msg) }

// kept reports whether the form's words are kept as a draft of their own.
func (v *View[R]) kept() bool {
	return (v.spec.Keep.Form != "" || v.spec.Keep.Many) && v.spec.Keep.Into == nil
}

// place goes where a draft was left: reading over needs answers that are still in order.
func (v *View[R]) place(d hall.Draft) {
	n, _ := strconv.Atoi(d.Fields["step"])
	if n = min(n, len(v.spec.Steps)-1); n > 0 {
		r, bad := v.value()
		if v.form.SetStep(n); v.at().Show != nil && (len(bad) > 0 || v.spec.Check != nil && v.spec.Check(v.env.Session, r) != nil) {
			v.form.SetStep(n - 1)
		}
	}
	v.follow() // what the answers ask for can take the cursor
	if at := d.Fields["focus"]; v.field(at) != nil && v.field(at).item.Step == v.form.Step() {
		v.form.Focus(at)
	}
}

// Anew begins an empty form, and looks what else is unfinished.
func (v *View[R]) Anew() tea.Cmd {
	v.offer, v.drafts = hall.Draft{}, nil
	v.spec.Keep.ID, v.spec.Keep.From = 0, hall.Draft{}
	v.Begin(v.spec.Start, hall.Draft{})
	return v.read(false)
}

// unfinished are the drafts of a kind.
func unfinished(ctx context.Context, s views.Session, kind hall.DraftKind) ([]hall.DraftRow, error) {
	all, err := s.Desk.Drafts(ctx)
	return slices.DeleteFunc(all, func(d hall.DraftRow) bool { return d.Kind != kind }), err
}

// chooseDraft goes on with the draft that was left, or lets one of several be chosen.
func (v *View[R]) chooseDraft() tea.Cmd {
	open := func(id hall.DraftID) func() tea.Cmd {
		return func() tea.Cmd {
			return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
				d, err := s.Desk.Draft(ctx, id)
				return other[R]{v, d, err}
			})
		}
	}
	if len(v.drafts) == 1 {
		return open(v.drafts[0].ID)()
	}
	var items []menu.Item
	for _, d := range v.drafts {
		items = append(items, menu.Item{Name: draftLine.With("title", draftTitle(d.Title)).With("by", d.ByName).With("at", v.when(d.At)), Do: open(d.ID)})
	}
	return menu.Open(v.env, v.env.Say(resume), items)
}

// when is a time of today, or with its date.
func (v *View[R]) when(at time.Time) text.Message {
	if hall.DayOf(at) == v.env.Today() {
		return text.Raw(text.Clock(at))
	}
	return text.Moment(at)
}

func draftTitle(title string) text.Message {
	if title == "" {
		return nameless
	}
	return text.Raw(title)
}

// other is a draft that was chosen.
type other[R any] struct {
	of    *View[R]
	draft hall.Draft
	err   error
}

func (v *View[R]) turnTo(m other[R]) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	v.offer, v.drafts = m.draft, nil
	return v.goOn()
}
