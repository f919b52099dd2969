package intake

import (
	"context"
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// pause is how long typing must rest before people are looked for, and mostFound how many
// are offered.
const (
	pause     = 200 * time.Millisecond
	mostFound = 5
)

// finder looks people up while their name or a number of theirs is typed into a form.
type finder struct {
	env    *views.Env
	form   *widget.Form
	prefix func(field string) string // what stands before the plain name of a field
	offers []offer                   // as they stand under the field
	denied string                    // what was typed when somebody said: nobody of these
}

// offer is one line under the field: somebody found, or a way to go on without.
type offer struct {
	person hall.PersonRow
	does   deed
}

type deed uint8

const (
	takePerson deed = iota
	takeNobody      // somebody new
	switchKind      // an organisation, or a person after all
)

// Replies carry their finder: one that belongs to an earlier form is dropped.
type (
	searchMsg struct {
		of           *finder
		field, query string
	}
	foundMsg struct {
		of           *finder
		field, query string
		rows         []hall.PersonRow
		err          error
	}
	personMsg struct {
		of     *finder
		field  string
		person hall.Person
		err    error
	}
)

// typed looks people up once typing rests: one Chinese character is enough, of letters and
// digits two.
func (f *finder) typed(field string) tea.Cmd {
	switch strings.TrimPrefix(field, f.prefix(field)) {
	case "name", "phone", "id":
	default:
		return nil
	}
	f.form.SetSuggest(field, nil)
	q := f.form.Value(field)
	han := strings.IndexFunc(q, func(r rune) bool { return unicode.Is(unicode.Han, r) }) >= 0
	if !han && len(q) < 2 {
		return nil
	}
	return f.env.After(pause, searchMsg{f, field, q})
}

// current reports whether a reply still answers what stands in the field.
func (f *finder) current(of *finder, field, query string) bool {
	return f == of && f.form.Focused() == field && f.form.Value(field) == query && f.denied != query
}

// message takes the finder's own messages; false for others.
func (f *finder) message(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case searchMsg:
		if !f.current(m.of, m.field, m.query) {
			return nil, true
		}
		desk := f.env.Desk
		return func() tea.Msg {
			rows, err := desk.FindPeople(context.Background(), m.query, mostFound)
			return foundMsg{f, m.field, m.query, rows, err}
		}, true
	case foundMsg:
		if m.err == nil && f.current(m.of, m.field, m.query) {
			f.show(m.field, m.rows)
		}
		return nil, true
	}
	return nil, false
}

// show puts the offers under the field. Somebody new, and an organisation, are offered where
// a digit is needed to say so; Enter alone always goes on with what was typed.
func (f *finder) show(field string, rows []hall.PersonRow) {
	t, say := text.Intake, f.env.Say
	f.offers = nil
	var lines []string
	for _, r := range rows {
		f.offers = append(f.offers, offer{person: r})
		lines = append(lines, f.line(r))
	}
	if len(rows) > 0 {
		f.offers = append(f.offers, offer{does: takeNobody})
		lines = append(lines, say(t.Somebody))
	}
	kind := f.prefix(field) + "kind"
	natural := enum[hall.PersonKind](f.form.Raw(kind)) == hall.Natural
	if strings.HasSuffix(field, "name") && (len(rows) > 0 || natural && looksLikeOrganisation(f.form.Value(field))) {
		f.offers = append(f.offers, offer{does: switchKind})
		if natural {
			lines = append(lines, say(t.IsOrganisation))
		} else {
			lines = append(lines, say(t.IsPerson))
		}
	}
	f.form.SetSuggest(field, lines)
}

func (f *finder) line(r hall.PersonRow) string {
	s := r.Name
	if r.Village != "" {
		s += "（" + r.Village + "）"
	}
	if r.Phone != "" {
		s += " " + r.Phone
	}
	return s + "  " + visits(f.env, r.Visits, r.Last, r.LastFor)
}

// visits says how often somebody was here, and when and why last.
func visits(env *views.Env, n int, last hall.Day, what string) string {
	if n == 0 {
		return ""
	}
	kind := text.Message{}
	if what != "" {
		kind = text.Type(env.Settings, what)
	}
	return strings.TrimSpace(env.Say(text.Intake.Visits.With("n", n).With("day", text.LastDay(last, env.Today())).With("what", kind)))
}

// picked does what an offer says.
func (f *finder) picked(ev widget.Event) tea.Cmd {
	if ev.PickedIn == "" || ev.Picked >= len(f.offers) {
		return nil
	}
	field, o := ev.PickedIn, f.offers[ev.Picked]
	f.form.SetSuggest(field, nil)
	switch o.does {
	case takeNobody:
		f.denied = f.form.Value(field)
	case switchKind:
		kind := f.prefix(field) + "kind"
		if enum[hall.PersonKind](f.form.Raw(kind)) == hall.Natural {
			f.form.SetValue(kind, number(hall.Organisation))
		} else {
			f.form.SetValue(kind, number(hall.Natural))
		}
		f.denied = f.form.Value(field)
	default:
		desk := f.env.Desk
		return func() tea.Msg {
			p, err := desk.Person(context.Background(), o.person.ID)
			return personMsg{f, field, p, err}
		}
	}
	return nil
}
