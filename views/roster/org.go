package roster

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/views"
)

// The organisation and the studio of an entry are typed as names, and those on file suggested
// meanwhile; the store knows one by its name.

// mostOrgs is how many are suggested: as many as there are digits.
const mostOrgs = 9

type (
	orgSearch struct{ id, query string }
	orgFound  struct {
		orgSearch
		names []string
		err   error
	}
)

// followOrg looks for what is being typed once typing rests.
func (v *View) followOrg(changed string) tea.Cmd {
	f := v.fill
	if f.what != doEdit || changed != "org" && changed != "studio" {
		return nil
	}
	f.form.SetSuggest(changed, nil)
	return v.env.After(pause, orgSearch{changed, f.form.Value(changed)})
}

// orgMessage takes the search and its answer.
func (v *View) orgMessage(msg tea.Msg) tea.Cmd {
	f := v.fill
	switch m := msg.(type) {
	case orgSearch:
		if m.query == "" || m.query != f.form.Value(m.id) {
			return nil
		}
		desk := v.env.Desk
		return func() tea.Msg {
			out := orgFound{orgSearch: m}
			if m.id == "org" {
				rows, err := desk.FindOrgs(background(), m.query, mostOrgs)
				for out.err = err; len(rows) > 0; rows = rows[1:] {
					out.names = append(out.names, rows[0].Name)
				}
				return out
			}
			rows, err := desk.FindStudios(background(), m.query, mostOrgs)
			for out.err = err; len(rows) > 0; rows = rows[1:] {
				out.names = append(out.names, rows[0].Name)
			}
			return out
		}
	case orgFound:
		if m.err != nil {
			return views.Fail(m.err)
		}
		if m.query != f.form.Value(m.id) {
			return nil
		}
		names := slices.DeleteFunc(m.names, func(n string) bool { return n == m.query })
		f.form.SetSuggest(m.id, names)
	}
	return nil
}

// pickOrg takes a suggestion.
func (v *View) pickOrg(id string, n int) bool {
	f := v.fill
	names := f.form.Suggested(id)
	if id != "org" && id != "studio" || n < 0 || n >= len(names) {
		return false
	}
	f.form.SetValue(id, names[n])
	f.form.SetSuggest(id, nil)
	return true
}
