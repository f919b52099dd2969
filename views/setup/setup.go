// Package setup is the first start: look around in a sample hall, or set this hall up in
// three steps, hall, administrator, review. It writes nothing itself: whoever opens it says
// what is done with the answers.
package setup

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Plan is what was filled in: the hall, and its first administrator.
type Plan struct {
	Settings                       hall.Settings
	Name, Login, Village, Password string
}

// Choice is how the first start ended: the screen's result.
type Choice uint8

// The ways it can end.
const (
	Left Choice = iota // nothing was done
	Look               // a sample hall is wanted
	Made               // the hall is set up
)

// Options is what the screen needs from whoever opens it.
type Options struct {
	Start  hall.Settings // what the forms begin with
	Config string        // where the settings will be written, to be shown
	Data   string        // where the store will be made, to be shown
	// Create sets the hall up. It may be called again after an error.
	Create func(context.Context, Plan) error
}

type step uint8

const (
	welcome step = iota
	theHall
	thePerson
	review
	working
)

// View is the screen.
type View struct {
	env    *views.Env
	o      Options
	step   step
	at     int // the line of the welcome the cursor stands on
	hall   *widget.Form
	person *widget.Form
	guess  guesses
	failed text.Message
}

// New makes the screen.
func New(env *views.Env, o Options) *View {
	v := &View{env: env, o: o}
	v.hall, v.person = v.hallForm(), v.personForm()
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message { return text.Setup.Title }

// Load implements views.View; there is nothing to read yet.
func (v *View) Load() tea.Cmd { return nil }

// created is the answer of Create.
type created struct{ err error }

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if done, ok := msg.(created); ok {
		return v.created(done.err)
	}
	switch v.step {
	case welcome:
		return v.updateWelcome(msg)
	case theHall, thePerson:
		return v.updateForm(msg)
	case review:
		if k, ok := msg.(tea.KeyPressMsg); ok && k.Keystroke() == "enter" {
			return v.create()
		}
	}
	return nil
}

func (v *View) updateWelcome(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch k.Keystroke() {
	case "up":
		v.at = max(v.at-1, 0)
	case "down":
		v.at = min(v.at+1, 2)
	case "1", "2", "3":
		v.at = int(k.Keystroke()[0] - '1')
		return v.choose()
	case "enter":
		return v.choose()
	}
	return nil
}

func (v *View) choose() tea.Cmd {
	switch v.at {
	case 0:
		return end(Look)
	case 1:
		v.step = theHall
		return nil
	}
	return end(Left)
}

// end closes the screen, and with it a program that shows only this.
func end(c Choice) tea.Cmd {
	return func() tea.Msg { return views.FinishMsg{Result: c} }
}

func (v *View) form() *widget.Form {
	if v.step == thePerson {
		return v.person
	}
	return v.hall
}

func (v *View) updateForm(msg tea.Msg) tea.Cmd {
	ev := v.form().Update(msg)
	if v.step == theHall && ev.Changed != "" {
		v.suggest(ev.Changed)
	}
	if ev.Submitted {
		return v.next()
	}
	return nil
}

// next goes on if what stands here will do.
func (v *View) next() tea.Cmd {
	switch v.step {
	case theHall:
		if v.checkHall() {
			v.step = thePerson
		}
	case thePerson:
		if v.checkPerson() {
			v.step, v.failed = review, text.Message{}
		}
	case review:
		return v.create()
	}
	return nil
}

func (v *View) create() tea.Cmd {
	v.step, v.failed = working, text.Message{}
	plan, create := v.plan(), v.o.Create
	return func() tea.Msg { return created{create(context.Background(), plan)} }
}

// created goes on into the program, or back to what has to be put right; nothing typed is lost.
func (v *View) created(err error) tea.Cmd {
	if err == nil {
		return end(Made)
	}
	v.step = review
	v.failed = words(err)
	v.blame(err)
	return nil
}

// words are what an error says: its own words when it brings some.
func words(err error) text.Message {
	if own, ok := err.(interface{ Say() text.Message }); ok {
		return own.Say()
	}
	return text.Err(err)
}

// Back implements views.Backer: a step back, with everything typed kept.
func (v *View) Back() (tea.Cmd, bool) {
	switch v.step {
	case welcome:
		return end(Left), true
	case working:
		return nil, true // a moment only, and it cannot be taken back
	}
	v.step--
	return nil, true
}

// Hint implements views.View.
func (v *View) Hint() text.Message {
	switch v.step {
	case welcome:
		return text.Setup.Choose
	case theHall, thePerson:
		return text.Setup.FormHint
	case working:
		return text.Setup.Working
	}
	return text.Setup.ReviewHint
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	switch v.step {
	case welcome:
		return []views.Action{
			{Key: views.Key("1", "1"), Name: text.Setup.Look},
			{Key: views.Key("2", "2"), Name: text.Setup.SetUp},
			{Key: views.Key("3", "3"), Name: text.Setup.Quit},
		}
	case theHall, thePerson:
		return []views.Action{
			{Key: views.Key("Ctrl-S", "ctrl+s"), Name: text.Setup.Next, Run: v.next},
			{Key: views.Key("Esc", "esc"), Name: text.Setup.Before},
		}
	case working:
		return nil
	}
	return []views.Action{
		{Key: views.Key("Enter", "enter"), Name: text.Setup.Create},
		{Key: views.Key("Esc", "esc"), Name: text.Setup.Before},
	}
}
