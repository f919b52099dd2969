package joint

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The parties' consent to outsiders taking part [law 20]: of each who speaks for a side
// whether he agrees, how he said so and when.

const (
	agrees  = "1"
	refuses = "0"
	oral    = "1"
	paper   = "0"
)

func consentID(field string, c hall.Consent) string {
	return fmt.Sprint(field, " ", uint8(c.Side), " ", uint64(c.Person), " ", c.Name)
}

func (v *View) consents() []hall.Consent {
	return hall.ConsentsOf(v.file.Case, v.file.Consultation.Joint.Consents)
}

func (v *View) consentItems() []widget.Item {
	t, say := text.JointForm, v.env.Say
	var out []widget.Item
	for _, c := range v.consents() {
		given, how, day := "", "", c.Day.String()
		if c.Day == 0 {
			day = v.env.Today().String()
		} else {
			given, how = refuses, paper
			if c.Given {
				given = agrees
			}
			if c.Oral {
				how = oral
			}
		}
		out = append(out,
			widget.Item{ID: consentID("given", c), Label: say(text.Joint.ConsentLine.With("name", c.Name).With("side", text.Side(c.Side))), Kind: widget.Choice, Value: given,
				Options: []widget.Option{{Key: agrees, Label: say(t.Yes), Initials: "ty"}, {Key: refuses, Label: say(t.No), Initials: "bty"}, {Key: "", Label: say(t.NotYet), Initials: "hmw"}}},
			widget.Item{ID: consentID("how", c), Label: say(t.How), Kind: widget.Choice, Value: how, Required: true,
				Options: []widget.Option{{Key: paper, Label: say(text.Joint.Paper), Initials: "sm"}, {Key: oral, Label: say(text.Joint.Oral), Initials: "kt"}}},
			widget.Item{ID: consentID("day", c), Label: say(t.Day), Max: 20, Value: day, Replace: true, Required: true, Help: say(t.DayHelp)})
	}
	return out
}

func (v *View) followConsents() {
	f := v.fill.Form
	for _, c := range v.consents() {
		asked := f.Raw(consentID("given", c)) != ""
		f.SetHidden(consentID("how", c), !asked)
		f.SetHidden(consentID("day", c), !asked)
		v.fill.NoteDay(consentID("day", c))
	}
}

func (v *View) saveConsents() (tea.Cmd, *hall.Error) {
	f := v.fill.Form
	all := v.consents()
	for i := range all {
		was, c := all[i], &all[i]
		given := f.Raw(consentID("given", was))
		if given == "" {
			*c = hall.Consent{Person: was.Person, Name: was.Name, Side: was.Side}
			continue
		}
		day, bad := v.fill.Day(consentID("day", was))
		if bad == nil && day > v.env.Today() {
			bad = hall.Refuse(hall.ErrDayFuture).In(consentID("day", was))
		}
		if bad != nil {
			return nil, bad
		}
		now := hall.Consent{Person: was.Person, Name: was.Name, Side: was.Side, Given: given == agrees, Day: day, Oral: f.Raw(consentID("how", was)) == oral}
		if was.Given == now.Given && was.Day == now.Day && was.Oral == now.Oral {
			now = was // recorded before, by whom and when
		}
		*c = now
	}
	id, rev, outsiders := v.id, v.fill.Rev, v.outsiders()
	return v.finish(v.fill.Keep, func(desk *store.Desk) (text.Message, error) {
		now, err := desk.Consents(context.Background(), id, rev, all)
		if err == nil && outsiders > 0 && !slices.ContainsFunc(now.Joint.Invited, func(i hall.Invitee) bool { return i.Kind.Outsider() }) {
			return text.JointForm.CrossedOff.With("n", outsiders), nil
		}
		return text.JointForm.ConsentSaved, err
	}, func(say text.Message, err error) tea.Msg { return formDone{say, err} }), nil
}

// outsiders are how many are invited from outside.
func (v *View) outsiders() int {
	n := 0
	for _, i := range v.file.Consultation.Joint.Invited {
		if i.Kind.Outsider() {
			n++
		}
	}
	return n
}
