package intake

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// done says what came of it, large and plain. What lies below it is the next visitor's form.
type done struct {
	env *views.Env
	in  hall.Intake
	res hall.IntakeResult

	later bool // the number was there already
}

// Load implements views.View.
func (v *done) Load() tea.Cmd { return nil }

// Update implements views.View.
func (v *done) Update(tea.Msg) tea.Cmd { return nil }

// Topics implements views.Reader: it shows what was written already.
func (v *done) Topics() []hall.Record { return []hall.Record{} }

// Title implements views.Titled.
func (v *done) Title() text.Message { return titleLabel }

// Hint implements views.Hinter.
func (v *done) Hint() text.Message { return hintDone }

// says is what came of it, and what the visitor is told.
func (v *done) says() (head, more text.Message) {
	in, r := v.in, v.res
	who, _ := hall.First(in.Of(hall.Applicant))
	switch in.End.Outcome {
	case hall.SeenNow:
		if v.later {
			return doneQueue.With("no", text.Queue(r.Queue)), doneLater.With("who", who)
		}
		if in.Bare() {
			return doneQueue.With("no", text.Queue(r.Queue)), text.Words(doneAhead.With("who", who).With("ahead", text.Ahead(r.Ahead)), doneBare)
		}
		return doneQueue.With("no", text.Queue(r.Queue)), doneAhead.With("who", who).With("ahead", text.Ahead(r.Ahead))
	case hall.AcceptedNow:
		return doneCase.With("no", r.Number), text.Message{}
	case hall.Booked:
		return doneBooked.With("when", v.env.Say(text.ShortDay(in.End.Slot.Day))+" "+text.Slot(in.End.Slot)), text.Raw(in.End.Room)
	case hall.AdviceOnly:
		return doneAdvice, text.Message{}
	case hall.NotAccepted:
		return text.Outcome(hall.NotAccepted), doneRefused.With("where", in.End.Referral)
	case hall.TransferredOut:
		return doneTransferred.With("to", in.End.To), text.Message{}
	}
	return doneRegistered, text.Message{}
}

// Draw implements views.View.
func (v *done) Draw(w, h int) views.Frame {
	st, say := v.env.Styles, v.env.Say
	who, _ := hall.First(v.in.Of(hall.Applicant))
	head, more := v.says()
	box := []string{""}
	for _, l := range widget.Wrap(say(head), 50) {
		box = append(box, st.Accent.Render("   "+l))
	}
	box = append(box, "")
	for _, l := range widget.Wrap(say(more), 50) {
		if l != "" {
			box = append(box, "   "+l)
		}
	}
	box = append(box, "")
	for i, a := range v.Actions() {
		box = append(box, "   "+st.KeyName.Render(fmt.Sprint(i+1))+"  "+say(a.Name))
	}
	framed := widget.Frame(st, who, append(box, ""), 60)
	out := make([]string, max((h-len(framed))/3, 0))
	for _, l := range framed {
		out = append(out, strings.Repeat(" ", (w-60)/2)+l)
	}
	return views.NewFrame(w, h, out)
}

// Actions implements views.View: each has its number, since nothing is being typed.
func (v *done) Actions() []views.Action {
	r := v.res
	goTo := func(to views.Route) func() tea.Cmd { return func() tea.Cmd { return views.Go(to) } }
	out := []views.Action{{Key: views.Key("Enter", "enter", "1"), Name: doneNext, Run: func() tea.Cmd { return views.Pop(nil) }}}
	add := func(shown, key string, name text.Message, to views.Route) {
		out = append(out, views.Action{Key: views.Key(shown, key, fmt.Sprint(len(out)+1)), Name: name, Run: goTo(to)})
	}
	if r.Case != 0 {
		add("Ctrl-O", "ctrl+o", doneOpen, views.Route{Screen: views.CaseFile, Case: r.Case})
	}
	switch {
	case r.Queue != 0:
		add("Ctrl-G", "ctrl+g", doneWalkIn, views.Route{Screen: views.WalkIn, Consultation: r.Consultation})
	case v.in.End.Outcome == hall.Booked:
		add("Ctrl-G", "ctrl+g", doneSlots, views.Route{Screen: views.Appointments, Consultation: r.Consultation})
	}
	return out
}
