// Package setup is the first start: look around in a sample hall, or set this hall up in
// three steps, hall, administrator, review. Where a hall was kept before and its store is missing it
// says so, and asks before a second hall is set up in its place. It writes nothing itself: whoever opens it says
// what is done with the answers.
package setup

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
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
	// Missing is the hall that was kept here; nil: a true first start.
	Missing *Missing
	// Create sets the hall up. It may be called again after an error.
	Create func(context.Context, Plan) error
}

// Missing is a hall whose settings are here and whose store is not.
type Missing struct {
	Name   string // as the settings have it; may be empty
	File   string // where the store was
	Copies []string
}

// View is the welcome. The form lies over it, and keeps what was typed when it is left.
type View struct {
	env    *views.Env
	o      Options
	at     int // the line that the cursor stands on
	filled *form.View[answers]
}

// New makes the screen.
func New(env *views.Env, o Options) *View {
	v := &View{env: env, o: o}
	if o.Missing != nil {
		v.at = 2 // nothing is done before somebody has looked for the store
	}
	v.filled = v.form()
	return v
}

// Title implements views.Titled.
func (v *View) Title() text.Message {
	if v.o.Missing != nil {
		return missingTitle
	}
	return title
}

// Hint implements views.Hinter.
func (v *View) Hint() text.Message { return hintWelcome }

// Load implements views.View; there is nothing to read yet.
func (v *View) Load() tea.Cmd { return nil }

// ways are what can be done first.
func (v *View) ways() []views.Action {
	if v.o.Missing != nil {
		return []views.Action{
			{Key: views.Key("1", "1"), Name: look, Help: lookHelp, Run: func() tea.Cmd { return end(Look) }},
			{Key: views.Key("2", "2"), Name: anew, Help: anewHelp, Run: v.askAnew},
			{Key: views.Key("3", "3"), Name: find, Help: findHelp, Run: func() tea.Cmd { return end(Left) }},
		}
	}
	return []views.Action{
		{Key: views.Key("1", "1"), Name: look, Help: lookHelp, Run: func() tea.Cmd { return end(Look) }},
		{Key: views.Key("2", "2"), Name: setUp, Help: setUpHelp, Run: func() tea.Cmd { return views.Push(v.filled) }},
		{Key: views.Key("3", "3"), Name: quit, Run: func() tea.Cmd { return end(Left) }},
	}
}

// askAnew asks before a hall is set up in the place of one whose store is missing: its numbers would
// begin again from the first.
func (v *View) askAnew() tea.Cmd {
	say, body := v.env.Say, []string{v.env.Say(anewBody.With("file", v.o.Missing.File))}
	if n := len(v.o.Missing.Copies); n > 0 {
		body = append(body, say(anewCopies.With("n", n)))
	}
	return menu.Confirm(v.env, say(anewTitle), body, say(anewYes), func() tea.Cmd { return views.Push(v.filled) })
}

// Actions implements views.View.
func (v *View) Actions() []views.Action {
	ways := v.ways()
	return append(ways,
		views.Action{Key: views.Key("Enter", "enter"), Name: text.Dialog.Run, Run: ways[v.at].Run, Hidden: true},
		views.Action{Key: views.Key("Esc", "esc"), Name: quit.Inside(), Run: ways[2].Run, Hidden: true})
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.Keystroke() {
		case "up":
			v.at = max(v.at-1, 0)
		case "down":
			v.at = min(v.at+1, 2)
		}
	}
	return nil
}

// end closes the screen, and with it a program that shows only this.
func end(c Choice) tea.Cmd {
	return func() tea.Msg { return views.FinishMsg{Result: c} }
}

const left = 4 // cells before everything

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	st, say := v.env.Styles, v.env.Say
	pad := strings.Repeat(" ", left)
	lines := append([]string{""}, v.greeting(w-2*left)...)
	for i := range lines {
		lines[i] = pad + lines[i]
	}
	lines = append(lines, "", pad+say(what), "")
	for i, way := range v.ways() {
		label := " " + widget.Digit(i) + "  " + widget.Pad(say(way.Name), 28)
		if i == v.at {
			label = st.Selected.Render(st.Marks.Cursor + label)
		} else {
			label = " " + label
		}
		lines = append(lines, pad+label)
		for _, l := range widget.Wrap(say(way.Help), max(w-2*left-5, 10)) {
			lines = append(lines, pad+"      "+st.Muted.Render(l))
		}
	}
	return views.NewFrame(w, h, lines)
}

// greeting is what stands above what can be done.
func (v *View) greeting(w int) []string {
	st, say, lost := v.env.Styles, v.env.Say, v.o.Missing
	if lost == nil {
		return []string{"", st.Title.Render(say(welcome)), st.Muted.Render(say(welcomeMore))}
	}
	var out []string
	add := func(m text.Message) { out = append(out, widget.Wrap(say(m), max(w, 10))...) }
	head := missingNamed.With("name", lost.Name)
	if lost.Name == "" {
		head = missingNameless
	}
	for _, l := range widget.Wrap(say(head), max(w, 10)) {
		out = append(out, st.Title.Render(l))
	}
	add(missingFile.With("file", lost.File))
	add(missingWhere)
	for _, c := range lost.Copies[:min(len(lost.Copies), shownCopies)] {
		add(missingCopy.With("file", c))
	}
	if n := len(lost.Copies) - shownCopies; n > 0 {
		add(missingMore.With("n", n))
	}
	if len(lost.Copies) > 0 {
		add(missingTake)
	} else {
		add(missingNoCopy)
	}
	return out
}

// shownCopies is how many copies are named: the newest.
const shownCopies = 2
