package form

import (
	"slices"
	"strconv"

	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// widest is how wide a form's column of questions becomes.
const widest = 96

// Draw implements views.View.
func (v *View[R]) Draw(w, h int) views.Frame {
	room := min(w-4, widest)
	if !v.ready {
		out := []string{""}
		for _, l := range v.last(room) {
			out = append(out, "  "+l)
		}
		return views.NewFrame(w, h, out)
	}
	above, below := append([]string{""}, v.above(room)...), v.below(room)
	top := len(above)
	body, cx, cy, ok := v.draw(room, max(h-top-len(below), 1))
	var out []string
	for _, l := range slices.Concat(above, body, below) {
		out = append(out, "  "+l)
	}
	f := views.NewFrame(w, h, out)
	if ok && cy+top < h {
		f.Cursor = &views.Point{X: min(cx+2, w-1), Y: cy + top}
	}
	return f
}

// above is the rule that the form follows, and a blank line.
func (v *View[R]) above(w int) []string {
	if steps := v.steps(w); steps != nil {
		return steps
	}
	if v.spec.Rule.IsZero() {
		return nil
	}
	var out []string
	for _, l := range widget.Wrap(v.env.Say(v.spec.Rule), w) {
		out = append(out, v.env.Styles.Muted.Render(l))
	}
	return append(out, "")
}

func (v *View[R]) below(w int) []string {
	if v.spec.Below == nil {
		return v.clash.lines(v.env.Session, w)
	}
	r, _ := v.value()
	return append(v.spec.Below(v.env.Session, r, w), v.clash.lines(v.env.Session, w)...)
}

// Actions implements views.View: the keys of a form, and those of the field the cursor is in.
func (v *View[R]) Actions() []views.Action {
	switch {
	case v.lost != nil:
		return []views.Action{{Key: views.Key("Ctrl-D", "ctrl+d"), Name: discardKey, Run: v.askDiscard}}
	case !v.ready:
		return nil
	}
	out := append(v.fieldKeys(), views.Action{Key: views.Key("Ctrl-S", "ctrl+s"), Name: v.yes(), Run: v.Submit})
	switch {
	case len(v.drafts) > 0:
		out = append(out, views.Action{Key: views.Key("Ctrl-R", "ctrl+r"), Name: resume, Run: v.chooseDraft})
	case v.offer.ID != 0:
		out = append(out, views.Action{Key: views.Key("Ctrl-R", "ctrl+r"), Name: resume, Run: v.goOn})
	}
	if v.spec.Keys != nil {
		out = append(out, v.spec.Keys()...)
	}
	if v.at() != nil && v.form.Step() > 0 {
		out = append(out, views.Action{Key: views.Key("Esc", "esc"), Name: stepBack, Run: v.stepBack, Hidden: true})
	}
	return append(out,
		views.Action{Key: views.Key("Ctrl-D", "ctrl+d"), Name: discardKey, Run: v.askDiscard, Blocked: v.mayDiscard, Hidden: !v.mayDiscard().IsZero()},
		views.Action{Key: views.Key("Ctrl-U", "ctrl+u"), Name: clearKey, Hidden: true},
	)
}

// fieldKeys are the keys that the field with the cursor takes.
func (v *View[R]) fieldKeys() []views.Action {
	next := views.Action{Key: views.Key("Enter", "enter"), Name: text.Dialog.Next}
	if v.form.Ends() {
		next.Name = v.yes()
	}
	f := v.field(v.form.Focused())
	switch at := v.at(); {
	case at != nil && at.Show != nil:
		return v.readKeys()
	case f == nil:
		return []views.Action{next}
	case f.kind == choice:
		return []views.Action{{Key: views.Key(digitsOf(v.form.Options(f.name))), Name: text.Dialog.Choose}, next}
	case f.kind == notes:
		return []views.Action{next, {Key: views.Key("Ctrl-J", "ctrl+j"), Name: newLine}}
	case v.form.Among():
		return []views.Action{{Key: views.Key(digitsOf(len(v.form.Suggested(f.name)))), Name: suggestions}, {Key: views.Key("Enter", "enter"), Name: takeIt}}
	case len(v.form.Suggested(f.name)) > 0:
		return []views.Action{{Key: views.Key("↓"), Name: suggestions}, next}
	}
	return []views.Action{next}
}

// digitsOf names the digits that choose among n options.
func digitsOf(n int) string {
	if n < 2 {
		return "1"
	}
	return "1-" + strconv.Itoa(n)
}

// helpLine is what stands under a field: its own help, else what follows from its kind.
func (f *Field[R]) helpLine() text.Message {
	if !f.help.IsZero() {
		return f.help
	}
	switch f.kind {
	case day:
		return helpDay
	case clock:
		return helpTime
	case money:
		return helpMoney
	case picking:
		return helpPick
	case list:
		return helpList
	case secret:
		return helpSecret
	}
	return text.Message{}
}

// Hint implements views.View.
func (v *View[R]) Hint() text.Message {
	switch {
	case v.lost != nil:
		return hintOrphan
	case !v.ready:
		return text.Message{}
	case len(v.drafts) == 1 && v.form.Step() == 0: // on a later page it would stand in place of what to do there
		d := v.drafts[0]
		return offeredOne.With("title", draftTitle(d.Title)).With("by", d.ByName).With("at", v.when(d.At))
	case len(v.drafts) > 1 && v.form.Step() == 0:
		return offeredMany.With("n", len(v.drafts))
	case v.busy:
		return saving
	case v.at() != nil && !v.at().Hint.IsZero():
		return v.at().Hint
	case v.offer.ID != 0:
		return offered.With("title", v.offer.Title).With("by", v.offer.ByName).With("at", v.when(v.offer.At))
	case !v.kept() && v.spec.Keep.Into == nil:
		return hintUnkept
	}
	return hint
}

var _ interface {
	views.View
	views.Leaver
} = (*View[struct{}])(nil)

// draw is the column of questions, or what is read over instead.
func (v *View[R]) draw(w, h int) (lines []string, cx, cy int, ok bool) {
	if at := v.at(); at != nil && at.Show != nil {
		return v.drawShow(w, h), 0, 0, false
	}
	return v.form.Draw(w, h)
}
