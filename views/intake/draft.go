package intake

import (
	"context"
	"encoding/json"
	"maps"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
)

type (
	discardMsg struct{}
	discarded  struct{ err error }
)

// What a draft's fields are called beyond the form's own: those of the second step, and of
// the box, carry a prefix.
const (
	secondStep = "2."
	ofBox      = "x."
)

// snapshot is the draft as the forms stand: what was typed, word for word, the people behind
// it, and where the cursor stands.
func (v *View) snapshot() hall.Draft {
	fields := v.people.Values()
	maps.Copy(fields, withPrefix(secondStep, v.where.Values()))
	fields["step"], fields["focus"], fields["other"] = strconv.Itoa(v.step), v.people.Focused(), v.other
	fields["2focus"] = v.where.Focused()
	fields["mediator.id"] = v.part.Keep()
	for _, s := range bothSides() {
		if v.known[s].Details.Name != "" {
			fields[letter(s)+"known"] = record(v.known[s])
		}
		fields[letter(s)+"rep"] = tick(v.reps[s])
	}
	if v.relapse.ID != 0 {
		fields["relapse"] = record(v.relapse)
	}
	if b := v.box; b != nil {
		maps.Copy(fields, withPrefix(ofBox, b.form.Values()))
		fields["box"], fields["box.at"], fields["box.known"], fields["box.open"] = "1", strconv.Itoa(b.at), record(b.was), tick(v.boxOpen)
	}
	maps.DeleteFunc(fields, func(_, s string) bool { return s == "" })
	in := hall.Intake{Parties: v.extra, Confidential: v.people.Raw("secret") == "1", Type: v.people.Raw("type")}
	return hall.Draft{Kind: hall.DraftIntake, Title: v.people.Value("a.name"), Fields: fields, Intake: in}
}

func record(x any) string {
	b, err := json.Marshal(x)
	if err != nil {
		return ""
	}
	return string(b)
}

// restore takes a draft up again, exactly as it was left.
func (v *View) restore(d hall.Draft) {
	if len(d.Fields) == 0 { // kept as records only
		v.write(answersOf(d.Intake))
		return
	}
	v.extra = d.Intake.Parties
	for _, s := range bothSides() {
		_ = json.Unmarshal([]byte(d.Fields[letter(s)+"known"]), &v.known[s])
		v.reps[s] = d.Fields[letter(s)+"rep"] == "1"
	}
	_ = json.Unmarshal([]byte(d.Fields["relapse"]), &v.relapse)
	v.people.SetValues(d.Fields)
	v.where.SetValues(cutPrefix(d.Fields, secondStep))
	v.part.Restore(d.Fields["mediator.id"])
	v.other = d.Fields["other"]
	v.restoreBox(d.Fields)
	v.show() // what the answers ask for can take the cursor
	v.people.Focus(d.Fields["focus"])
	v.where.Focus(d.Fields["2focus"])
	v.restoreStep(d.Fields["step"])
}

// write fills the forms with answers.
func (v *View) write(a answers) {
	v.known, v.reps, v.extra = a.known, a.reps, a.extra
	v.people.SetValues(a.text)
	v.where.SetValues(a.text)
	v.part.Restore(a.text["mediator.id"])
}

func (v *View) restoreBox(fields map[string]string) {
	if fields["box"] == "" {
		return
	}
	at, _ := strconv.Atoi(fields["box.at"])
	p := hall.Party{}
	if at >= 0 && at < len(v.extra) {
		p = v.extra[at]
	} else {
		at = -1
	}
	v.box = v.newBox(at, p)
	_ = json.Unmarshal([]byte(fields["box.known"]), &v.box.was)
	v.box.form.SetValues(cutPrefix(fields, ofBox))
	v.box.show()
	v.boxOpen = fields["box.open"] == "1"
}

// restoreStep goes to the step the draft was left in. Reading over needs answers that are
// still in order.
func (v *View) restoreStep(step string) {
	switch n, _ := strconv.Atoi(step); n {
	case stepWhere, stepRead:
		v.step = stepWhere
		if n == stepRead && v.check() == nil {
			v.step = stepRead
		}
	}
}

func cutPrefix(fields map[string]string, prefix string) map[string]string {
	out := map[string]string{}
	for id, s := range fields {
		if rest, ok := strings.CutPrefix(id, prefix); ok {
			out[rest] = s
		}
	}
	return out
}

// nothing takes the forms as they are for untouched.
func (v *View) nothing() {
	v.blank, v.blankExtra = [2]map[string]string{v.people.Values(), v.where.Values()}, len(v.extra)
}

// empty reports whether nothing was typed yet.
func (v *View) empty() bool {
	return v.box == nil && len(v.extra) == v.blankExtra && maps.Equal(v.people.Values(), v.blank[0]) && maps.Equal(v.where.Values(), v.blank[1])
}

func (v *View) nothingTyped() text.Message {
	if v.empty() {
		return text.Intake.NothingTyped
	}
	return text.Message{}
}

func (v *View) confirmDiscard() tea.Cmd {
	say, t := v.env.Say, text.Intake
	return views.Open(dialog.Confirm(v.env, say(t.Discard), []string{v.people.Value("a.name"), say(t.DiscardBody)}, say(t.DiscardYes), say(t.DiscardNo), discardMsg{}))
}

func (v *View) discard() tea.Cmd {
	desk, keep := v.env.Desk, v.keep
	return func() tea.Msg {
		return discarded{keep.Finish(func(id hall.DraftID) error {
			if id == 0 {
				return nil
			}
			return desk.DiscardDraft(context.Background(), id)
		})}
	}
}

func (v *View) discarded(m discarded) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	v.reset(hall.Draft{})
	return views.Toast(views.Done, text.Intake.Discarded)
}
