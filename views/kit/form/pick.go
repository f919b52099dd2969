package form

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// rest is how long typing must rest before records are looked for.
const rest = 150 * time.Millisecond

// Found is a record that fits what was typed: its number, what it is called, and what tells it
// from its namesakes.
type Found struct {
	ID     uint64
	Label  string
	Detail string
	Does   string // it changes the record in this way instead of standing in the field

	others bool // it stands for those that fit too and are not listed
}

// Most is how many records are listed under a field. A finder asks for one more: see Upto.
const Most = 9

// Upto keeps so many of what was found, and has it said below them that there are others.
func Upto(found []Found, most int) []Found {
	if len(found) <= most {
		return found
	}
	return append(found[:most:most], Found{others: true})
}

// pick is what a field needs that holds one of the hall's records.
type pick[R any] struct {
	at   func(R) Found
	set  func(*R, Found)
	find func(ctx context.Context, s views.Session, query string) ([]Found, error)
	free bool // what is not picked is taken as it was typed
}

// picked is what stands in such a field.
type picked struct {
	at     Found
	offers []Found
	owed   bool // the field was left before what fits was found
}

// Pick is one of the hall's records, found while somebody types its name or initials; id and
// name are where it is kept.
func Pick[R any, ID ~uint64](name string, label text.Message, max int, id func(*R) *ID, called func(*R) *string,
	find func(ctx context.Context, s views.Session, query string) ([]Found, error)) *Field[R] {
	return &Field[R]{
		name: name, label: label, kind: picking, item: widget.Item{Max: max},
		show: func(_ views.Session, r R) string { return *called(&r) },
		pick: &pick[R]{
			at:   func(r R) Found { return Found{ID: uint64(*id(&r)), Label: *called(&r)} },
			set:  func(r *R, f Found) { *id(r), *called(r) = ID(f.ID), f.Label },
			find: find,
		},
	}
}

// Suggest offers what was written in such a field before; any other text will do as well.
func (f *Field[R]) Suggest(find func(ctx context.Context, s views.Session, query string) ([]Found, error)) *Field[R] {
	f.pick = &pick[R]{
		free: true, find: find,
		at:  func(r R) Found { return Found{Label: f.show(views.Session{}, r)} },
		set: func(r *R, p Found) { _ = f.read(views.Session{}, p.Label, r) }, // a text is always read
	}
	return f
}

// Free lets a text stand in a Pick that names none of the hall's records: another hall's case.
func (f *Field[R]) Free() *Field[R] { f.pick.free = true; return f }

func (p *pick[R]) into(at *picked, typed string, r *R) *hall.Error {
	switch {
	case typed == "":
		p.set(r, Found{})
	case p.free:
		p.set(r, Found{ID: at.at.ID, Label: typed})
	case at.at.Label != typed || at.at.ID == 0:
		return hall.Refuse(hall.ErrPickOne)
	default:
		p.set(r, at.at)
	}
	return nil
}

// Replies of a search carry their form: one that belongs to an earlier form is dropped.
type (
	seek[R any] struct {
		of          *View[R]
		name, query string
	}
	sought[R any] struct {
		of          *View[R]
		name, query string
		found       []Found
		err         error
	}
)

// search looks for the records that fit what stands in a field.
func (v *View[R]) search(name string) tea.Cmd {
	f := v.field(name)
	if f == nil || f.pick == nil {
		return nil
	}
	q, find := v.form.Value(name), f.pick.find
	return v.env.Do(func(ctx context.Context, s views.Session) tea.Msg {
		found, err := find(ctx, s, q)
		return sought[R]{v, name, q, found, err}
	})
}

func (v *View[R]) sought(m sought[R]) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	p, f := v.picks[m.name], v.field(m.name)
	switch {
	case m.query != v.form.Value(m.name) || p.at.ID != 0 && p.at.Label == m.query:
		return nil
	case v.form.Focused() == m.name:
		v.offers(m.name, m.found)
	case p.owed && !f.pick.free:
		p.owed, p.offers = false, m.found
		v.settle(m.name)
		v.judge(f)
	}
	return nil
}

// offers lists records under a field.
func (v *View[R]) offers(name string, found []Found) {
	all := len(found)
	found = slices.DeleteFunc(slices.Clone(found), func(c Found) bool { return c.others })
	v.picks[name].offers = found
	lines := make([]string, len(found))
	records, sole := 0, 0
	for i, c := range found {
		if lines[i] = strings.TrimSpace(c.Label + "  " + c.Detail); c.Does == "" {
			records, sole = records+1, i+1
		}
	}
	if records > 1 {
		sole = 0
	}
	v.form.SetSuggest(name, lines, sole)
	if len(found) < all {
		v.form.SetOthers(name)
	}
}

// take puts a record into a field.
func (v *View[R]) take(name string, n int) bool {
	if s := v.field(name).several; s != nil {
		return s.take(v, name, n)
	}
	p := v.picks[name]
	if p == nil || n < 0 || n >= len(p.offers) {
		return false
	}
	if p.at = p.offers[n]; v.field(name).taken == nil {
		v.form.SetValue(name, p.at.Label)
	}
	v.form.SetError(name, "")
	v.offers(name, nil)
	return true
}

// settle takes the record whose name was typed in full, or the only one that fits, should a
// field be left without one picked.
func (v *View[R]) settle(name string) {
	p, f := v.picks[name], v.field(name)
	typed := v.form.Value(name)
	switch {
	case p == nil:
		return
	case typed == "":
		p.at = Found{}
	case p.at.Label != typed:
		n := slices.IndexFunc(p.offers, func(c Found) bool { return c.Label == typed && f.taken == nil })
		if n < 0 && len(p.offers) == 1 && !f.pick.free {
			n = 0
		}
		if p.at = (Found{}); n >= 0 {
			v.take(name, n)
		}
	}
	v.offers(name, nil)
}

// Named is one of a list: its code, and its name in both languages.
type Named struct {
	Code string
	Name text.Message
}

// several is what a field needs that names several of a list.
type several[R any] struct {
	all    func(views.Session) []Named
	offers []Named
}

// Several is a line that names several of a list, and suggests the rest while somebody types:
// several of eighteen, without eighteen questions.
func Several[R any](name string, label text.Message, max int, at func(*R) *[]string, all func(views.Session) []Named) *Field[R] {
	s := &several[R]{all: all}
	return &Field[R]{
		name: name, label: label, kind: list, item: widget.Item{Max: max}, several: s,
		show: func(v views.Session, r R) string { return s.line(v, *at(&r), nil) },
		read: func(v views.Session, typed string, r *R) *hall.Error {
			codes, unknown := s.typed(v, typed)
			if len(unknown) > 0 {
				return hall.Refuse(hall.ErrNotListed, "name", unknown[0])
			}
			*at(r) = codes
			return nil
		},
	}
}

// Names has some names offered, by what is typed of them.
func Names(all []string) func(context.Context, views.Session, string) ([]Found, error) {
	return func(_ context.Context, _ views.Session, q string) ([]Found, error) {
		var out []Found
		for _, n := range all {
			if strings.Contains(n, q) {
				out = append(out, Found{Label: n})
			}
		}
		return out, nil
	}
}

// Either offers the same options whatever else was answered.
func Either[R any](options ...Option) func(views.Session, R) []Option {
	return func(views.Session, R) []Option { return options }
}

// Rooms are the rooms of a hall, as a Choice offers them.
func Rooms[R any](s views.Session, _ R) []Option {
	var out []Option
	for _, r := range s.Settings.Rooms {
		out = append(out, Option{Key: r, Name: text.RoomName(s.Settings, r)})
	}
	return out
}

// Types are the dispute types of a hall.
func Types(s views.Session) []Named {
	var out []Named
	for _, t := range s.Settings.Types {
		out = append(out, Named{t.Code, text.Type(s.Settings, t.Code)})
	}
	return out
}

// typed splits a line into what it names, by code, and what names nothing.
func (l *several[R]) typed(s views.Session, line string) (codes, unknown []string) {
	all := l.all(s)
	for _, part := range text.ListOf(line) {
		at := slices.IndexFunc(all, func(c Named) bool {
			return strings.EqualFold(part, c.Name.In(text.Zh)) || strings.EqualFold(part, c.Name.In(text.En)) || part == c.Code
		})
		switch {
		case at < 0:
			unknown = append(unknown, part)
		case !slices.Contains(codes, all[at].Code):
			codes = append(codes, all[at].Code)
		}
	}
	return codes, unknown
}

// line writes it.
func (l *several[R]) line(s views.Session, codes, unknown []string) string {
	all, names := l.all(s), make([]string, 0, len(codes)+len(unknown))
	for _, code := range codes {
		name := code
		if i := slices.IndexFunc(all, func(c Named) bool { return c.Code == code }); i >= 0 {
			if said := s.Say(all[i].Name); len(text.ListOf(said)) == 1 { // a comma in it would make two of one
				name = said
			}
		}
		names = append(names, name)
	}
	return s.Say(text.Names(append(names, unknown...)))
}

// offer suggests what fits what is being typed or, before anything is, what is not named yet.
func (l *several[R]) offer(v *View[R], name string) {
	codes, unknown := l.typed(v.env.Session, v.form.Raw(name))
	part := ""
	if len(unknown) > 0 {
		part = strings.ToLower(unknown[len(unknown)-1])
	}
	var names []string
	l.offers = nil
	for _, c := range l.all(v.env.Session) {
		zh := c.Name.In(text.Zh)
		fits := strings.Contains(zh, part) || strings.Contains(strings.ToLower(c.Name.In(text.En)), part) || strings.HasPrefix(pinyin.First(zh), part)
		if fits && !slices.Contains(codes, c.Code) {
			l.offers = append(l.offers, c)
			names = append(names, v.env.Say(c.Name))
		}
	}
	v.form.SetSuggest(name, names, 0)
}

// take puts a suggestion in the place of what was being typed, and makes room for a further one.
func (l *several[R]) take(v *View[R], name string, n int) bool {
	if n < 0 || n >= len(l.offers) {
		return false
	}
	codes, unknown := l.typed(v.env.Session, v.form.Raw(name))
	if len(unknown) > 0 {
		unknown = unknown[:len(unknown)-1]
	}
	v.form.SetValue(name, l.line(v.env.Session, append(codes, l.offers[n].Code), unknown)+v.env.Say(text.Dialog.Comma))
	l.offer(v, name)
	return true
}

// left writes the line back as it is understood.
func (l *several[R]) left(v *View[R], name string) {
	codes, unknown := l.typed(v.env.Session, v.form.Raw(name))
	v.form.SetValue(name, l.line(v.env.Session, codes, unknown))
	v.form.SetSuggest(name, nil, 0)
}

// number writes a record's number for a draft; idOf reads it again.
func (f Found) number() string { return strconv.FormatUint(f.ID, 10) }

func idOf(number string) uint64 {
	n, _ := strconv.ParseUint(number, 10, 64) // its own number, or nothing
	return n
}
