package settings

import (
	"context"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// edit is a part of the settings in a form, with the settings as they were read: what others change
// meanwhile is known by that.
type edit[T any] struct {
	Was hall.Settings
	V   T
}

// part declares a form over a part of the settings.
type part[T any] struct {
	title, rule text.Message
	name        string     // of the draft
	from        hall.Draft // the draft to go on with
	fields      []*form.Field[edit[T]]
	fresh       bool // something is added: what the form begins with is only proposed
	read        func(hall.Settings) (T, error)
	put         func(hall.Settings, T) hall.Settings
	check       func(hall.Settings, T) *hall.Error // before the rules of all settings; nil: those are all
	below       func(views.Session, T, int) []string
	preview     func(T) views.View // shows what comes of it before it is saved; nil: there is none
	done        text.Message
}

// over is the form of a part of the settings.
func over[T any](v *View, p part[T]) *form.View[edit[T]] {
	type R = edit[T]
	spec := form.Spec[R]{
		Title: p.title, Rule: p.rule, Fields: p.fields, Edit: !p.fresh,
		Read: func(_ context.Context, s views.Session) (R, error) {
			what, err := p.read(s.Settings)
			return R{s.Settings, what}, err
		},
		Keep: form.Keep[R]{Kind: hall.DraftSettings, Form: p.name, From: p.from, Offer: p.fresh},
		Check: func(_ views.Session, r R) *hall.Error {
			if p.check != nil {
				if err := p.check(r.Was, r.V); err != nil {
					return err
				}
			}
			return here(p.put(r.Was, r.V).Check())
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			return r, s.SaveSettings(ctx, s.Desk, draft, r.Was, p.put(r.Was, r.V))
		},
		Done: func(R) text.Message { return p.done },
	}
	if p.below != nil {
		spec.Below = func(s views.Session, r R, w int) []string { return p.below(s, r.V, w) }
	}
	if p.preview != nil {
		spec.Preview = func(r R) views.View { return p.preview(r.V) }
	}
	return form.New(v.env, spec)
}

// here has a refusal stand under the form's field: a list's place in the file is left out of its name.
func here(e *hall.Error) *hall.Error {
	if e != nil {
		e.Field = e.Field[strings.LastIndexByte(e.Field, '.')+1:]
	}
	return e
}
