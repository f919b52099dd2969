package form

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Field is one question of a form over R. The kinds below make it; its methods say the rest.
type Field[R any] struct {
	name    string
	label   text.Message
	kind    kind
	item    widget.Item
	help    text.Message
	holder  func(views.Session, R) text.Message
	show    func(views.Session, R) string
	read    func(s views.Session, typed string, r *R) *hall.Error
	echo    func(s views.Session, typed string) text.Message
	note    func(views.Session, R) text.Message
	when    func(R) bool
	check   func(views.Session, R) *hall.Error
	options func(views.Session, R) []Option
	pick    *pick[R]
	several *several[R]
	people  func(views.Session, R) []string // whom a digit adds or takes away
	propose func(views.Session, R) string
	taken   func(context.Context, views.Session, Found) (func(*R), error)
	does    func(*R, string)
	leaves  func(*R)
	tidy    func(string) string      // writes what is typed as it is kept
	shape   func(string) *hall.Error // what is wrong with the form of it
	sealed  func(R) string
	called  func(R) text.Message
	spelled map[string]string // the initials of options, by name
	named   bool              // a name: one of digits only, or of one character, is asked about
	given   bool              // its zero value is an answer
}

// kind says how a field is filled in: its help and its keys follow from it.
type kind uint8

const (
	line kind = iota
	notes
	choice
	day
	clock
	money
	number
	picking
	list
	secret
)

// Option is one answer to a choice: its key is what the draft keeps.
type Option struct {
	Key  string
	Name text.Message
	Why  text.Message // why it cannot be chosen now; zero: it can
}

// Required says that the field must be filled in.
func (f *Field[R]) Required() *Field[R] { f.item.Required = true; return f }

// Later folds the field away until it is asked for.
func (f *Field[R]) Later() *Field[R] { f.item.Later = true; return f }

// Rows is how many lines of a text are shown.
func (f *Field[R]) Rows(n int) *Field[R] { f.item.Rows = n; return f }

// Help stands under the field while the cursor is in it, before what follows from its kind.
func (f *Field[R]) Help(m text.Message) *Field[R] { f.help = m; return f }

// Plain takes letters, digits and signs only: what is typed wide is made narrow.
func (f *Field[R]) Plain() *Field[R] { f.item.Plain = true; return f }

// Named says that a name is asked for (Who): one of digits only, or of one character, is asked
// about before it is saved.
func (f *Field[R]) Named() *Field[R] { f.named = true; return f.Who() }

// If shows the field only where an earlier answer, or its own, calls for it; elsewhere it is empty.
func (f *Field[R]) If(when func(R) bool) *Field[R] { f.when = when; return f }

// Given says that the zero value is the usual answer, and stands in the field of a new record.
func (f *Field[R]) Given() *Field[R] { f.given = true; return f }

// Holder stands in the field while it is empty.
func (f *Field[R]) Holder(m text.Message) *Field[R] {
	f.holder = func(views.Session, R) text.Message { return m }
	return f
}

// Note says right of the field what follows from the answers.
func (f *Field[R]) Note(note func(views.Session, R) text.Message) *Field[R] { f.note = note; return f }

// Propose writes into the field what the other answers call for, until somebody writes something
// else there.
func (f *Field[R]) Propose(propose func(views.Session, R) string) *Field[R] {
	f.propose = propose
	return f
}

// Check says, when the field is left, what is wrong with its value.
func (f *Field[R]) Check(check func(views.Session, R) *hall.Error) *Field[R] {
	f.check = check
	return f
}

// Text is a line of at most most characters.
func Text[R any](name string, label text.Message, most int, at func(*R) *string) *Field[R] {
	return &Field[R]{
		name: name, label: label, item: widget.Item{Max: most},
		show: func(_ views.Session, r R) string { return *at(&r) },
		read: func(_ views.Session, typed string, r *R) *hall.Error { *at(r) = typed; return nil },
	}
}

// Notes is a text of several lines.
func Notes[R any](name string, label text.Message, most int, at func(*R) *string) *Field[R] {
	f := Text(name, label, most, at)
	f.kind, f.item.Kind, f.item.Rows = notes, widget.Notes, 3
	return f
}

// Secret is a password: it is shown as stars, and no draft keeps it.
func Secret[R any](name string, label text.Message, at func(*R) *string) *Field[R] {
	f := Text(name, label, 64, at)
	f.kind, f.item.Mask = secret, true
	return f
}

// Choice is one of some options, which may follow from the answers.
func Choice[R any](name string, label text.Message, at func(*R) *string, options func(views.Session, R) []Option) *Field[R] {
	return &Field[R]{
		name: name, label: label, kind: choice, item: widget.Item{Kind: widget.Choice}, options: options,
		show: func(_ views.Session, r R) string { return *at(&r) },
		read: func(_ views.Session, typed string, r *R) *hall.Error { *at(r) = typed; return nil },
	}
}

// Enum is one of a list of constants, numbered in its order.
func Enum[R any, E comparable](name string, label text.Message, at func(*R) *E, all []E, say func(E) text.Message) *Field[R] {
	options := make([]Option, len(all))
	byKey := make(map[string]E, len(all))
	for i, e := range all {
		options[i] = Option{Key: KeyOf(e), Name: say(e)}
		byKey[options[i].Key] = e
	}
	return &Field[R]{
		name: name, label: label, kind: choice, item: widget.Item{Kind: widget.Choice},
		options: func(views.Session, R) []Option { return options },
		show: func(_ views.Session, r R) string {
			if _, ok := byKey[KeyOf(*at(&r))]; ok {
				return KeyOf(*at(&r))
			}
			return ""
		},
		read: func(_ views.Session, typed string, r *R) *hall.Error { *at(r) = byKey[typed]; return nil },
	}
}

// Flag is a question of two answers, of which the first is the usual one: false.
func Flag[R any](name string, label, no, yes text.Message, at func(*R) *bool) *Field[R] {
	return Enum(name, label, at, []bool{false, true}, func(b bool) text.Message {
		if b {
			return yes
		}
		return no
	})
}

// YesNo is a question answered with no or yes.
func YesNo[R any](name string, label text.Message, at func(*R) *bool) *Field[R] {
	return Flag(name, label, text.No, text.Yes, at)
}

// Read is a line that is kept as something else: write puts it into words, read takes it from
// what was typed. Where the two differ, what was understood is said back.
func Read[R, V any](name string, label text.Message, most int, at func(*R) *V, write func(views.Session, V) text.Message,
	read func(views.Session, string) (V, *hall.Error)) *Field[R] {
	return &Field[R]{
		name: name, label: label, item: widget.Item{Max: most},
		show: func(s views.Session, r R) string { return s.Say(write(s, *at(&r))) },
		read: func(s views.Session, typed string, r *R) *hall.Error {
			out, bad := read(s, typed)
			if bad == nil {
				*at(r) = out
			}
			return bad
		},
		echo: func(s views.Session, typed string) text.Message {
			out, bad := read(s, typed)
			if said := s.Say(write(s, out)); bad == nil && said != typed {
				return text.Raw(said)
			}
			return text.Message{}
		},
	}
}

// KeyOf writes a constant for a draft: its number or its text, whatever it is called.
func KeyOf(e any) string {
	v := reflect.ValueOf(e)
	switch {
	case v.CanUint():
		return strconv.FormatUint(v.Uint(), 10)
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10)
	case v.Kind() == reflect.Bool:
		if v.Bool() {
			return "1"
		}
		return "0"
	}
	return fmt.Sprint(e)
}

// Number is a whole number between two bounds, with what it counts behind it.
func Number[R any](name string, label text.Message, least, most int, unit text.Message, at func(*R) *int) *Field[R] {
	return &Field[R]{
		name: name, label: label, kind: number, item: widget.Item{Max: 12},
		show: func(_ views.Session, r R) string { return strconv.Itoa(*at(&r)) },
		read: func(_ views.Session, typed string, r *R) *hall.Error {
			if typed == "" {
				*at(r) = 0
				return nil
			}
			n, err := text.ReadNumber(typed, least, most)
			if err != nil {
				return err
			}
			*at(r) = n
			return nil
		},
		echo: func(views.Session, string) text.Message { return unit },
	}
}

// made is the field as the column of questions takes it.
func (f *Field[R]) made(s views.Session, r R, edit bool) widget.Item {
	it := f.item
	it.ID, it.Label, it.Help = f.name, s.Say(f.label), s.Say(f.helpLine())
	it.Value = f.shown(s, r, edit)
	it.Replace = it.Kind == widget.Text && f.people == nil && (!edit || f.kind == day || f.kind == clock) // of a time nothing is gone on with
	if f.people != nil {
		it.Help = s.Say(peopleHelp(f.people(s, r)))
	}
	if f.holder != nil {
		it.Placeholder = s.Say(f.holder(s, r))
	}
	if f.options != nil {
		it.Options = f.optionsOf(s, f.options(s, r))
	}
	it.Choose, it.Names = f.pick != nil && !f.pick.free, f.pick != nil && f.named
	if it.Value != "" && f.sealed != nil {
		it.Whole = f.sealed(r) == it.Value
	}
	return it
}

// shown is what stands in the field of a record. In a new record a zero value is no answer.
func (f *Field[R]) shown(s views.Session, r R, edit bool) string {
	if zero := *new(R); !edit && !f.given && (f.kind == choice || f.kind == number) && f.show(s, r) == f.show(s, zero) {
		return ""
	}
	return f.show(s, r)
}

// optionsOf are options as they are drawn. They are made anew at every key, and spelled once.
func (f *Field[R]) optionsOf(s views.Session, all []Option) []widget.Option {
	if f.spelled == nil {
		f.spelled = map[string]string{}
	}
	out := make([]widget.Option, len(all))
	for i, o := range all {
		name := o.Name.In(text.Zh)
		initials, ok := f.spelled[name]
		if !ok {
			initials = pinyin.First(name)
			f.spelled[name] = initials
		}
		out[i] = widget.Option{Key: o.Key, Label: s.Say(o.Name), Initials: initials, Reason: s.Say(o.Why)}
	}
	return out
}

// into reads the field into the record; what is hidden is read as empty.
func (f *Field[R]) into(v *View[R], r *R) *hall.Error {
	typed := v.form.Value(f.name)
	if f.kind == secret || f.kind == notes {
		typed = v.form.Raw(f.name)
	}
	if f.kind == notes {
		typed = strings.TrimSpace(typed)
	}
	bad := f.put(v, typed, r)
	if f.when != nil && !f.when(*r) {
		_ = f.put(v, "", r) // nothing can always be read
		return nil
	}
	if bad == nil {
		return nil
	}
	return bad.In(f.name)
}

// put reads what is typed into the record.
func (f *Field[R]) put(v *View[R], typed string, r *R) *hall.Error {
	if f.pick != nil {
		return f.pick.into(v.picks[f.name], typed, r)
	}
	return f.read(v.env.Session, typed, r)
}

// Barred says why an option cannot be chosen now, by its key; zero: it can.
func (f *Field[R]) Barred(why func(s views.Session, r R, key string) text.Message) *Field[R] {
	all := f.options
	f.options = func(s views.Session, r R) []Option {
		out := slices.Clone(all(s, r))
		for i := range out {
			out[i].Why = why(s, r, out[i].Key)
		}
		return out
	}
	return f
}

// Title is what the field is called.
func (f *Field[R]) Title(label text.Message) *Field[R] { f.label = label; return f }

// Lead stands before the field's name: whom it is about.
func (f *Field[R]) Lead(who text.Message) *Field[R] {
	f.label = led(who, f.label)
	if called := f.called; called != nil {
		f.called = func(r R) text.Message { return led(who, called(r)) }
	}
	return f
}

func led(who, label text.Message) text.Message {
	return text.Both(who.In(text.Zh)+" "+label.In(text.Zh), who.In(text.En)+" "+label.In(text.En))
}
