package intake

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// drawDone says what came of it, large and plain.
func (v *View) drawDone(w, h int) views.Frame {
	st, say, t, in, r := v.env.Styles, v.env.Say, text.Intake, v.intake, v.result
	who, _ := hall.First(in.Of(hall.Applicant))
	head, more := t.DoneRegistered, text.Message{}
	switch in.End.Outcome {
	case hall.SeenNow:
		head, more = t.DoneQueue.With("no", queueNumber(r.Queue)), t.DoneAhead.With("who", who).With("n", r.Ahead)
	case hall.AcceptedNow:
		head = t.DoneCase.With("no", r.Number)
	case hall.Booked:
		head = t.DoneBooked.With("when", say(text.ShortDay(in.End.Slot.Day))+" "+text.Slot(in.End.Slot))
		more = text.Raw(in.End.Room)
	case hall.AdviceOnly:
		head = t.DoneAdvice
	case hall.NotAccepted:
		head, more = text.Outcome(hall.NotAccepted), t.DoneRefused.With("where", in.End.Referral)
	case hall.TransferredOut:
		head = t.DoneTransferred.With("to", in.End.To)
	}
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
	for i, n := range v.doneNext() {
		box = append(box, st.Muted.Render(fmt.Sprintf("   %d  %s", i+1, say(n.name))))
	}
	framed := widget.Frame(st, who, append(box, ""), 60)
	out := make([]string, max((h-len(framed))/3, 0))
	for _, l := range framed {
		out = append(out, strings.Repeat(" ", (w-60)/2)+l)
	}
	return views.NewFrame(w, h, out)
}

func queueNumber(n int) string { return fmt.Sprintf("%03d", n) }

// nextThing is what can be done once an intake is registered.
type nextThing struct {
	name text.Message
	keys []string
	run  func() tea.Cmd
}

// doneNext lists them; each has its number, since nothing is being typed.
func (v *View) doneNext() []nextThing {
	t, r := text.Intake, v.result
	goTo := func(to views.Route) func() tea.Cmd { return func() tea.Cmd { return views.Go(to) } }
	out := []nextThing{{t.DoneNext, []string{"enter"}, v.again}}
	if r.Case != 0 {
		out = append(out, nextThing{t.DoneOpen, []string{"ctrl+o"}, goTo(views.Route{Screen: views.CaseFile, Case: r.Case})})
	}
	switch {
	case r.Queue != 0:
		out = append(out, nextThing{t.DoneWalkIn, []string{"ctrl+g"}, goTo(views.Route{Screen: views.WalkIn, Consultation: r.Consultation})})
	case v.intake.End.Outcome == hall.Booked:
		out = append(out, nextThing{t.DoneSlots, []string{"ctrl+g"}, goTo(views.Route{Screen: views.Appointments, Consultation: r.Consultation})})
	}
	for i := range out {
		out[i].keys = append(out[i].keys, fmt.Sprint(i+1))
	}
	return out
}

func (v *View) doneActions() []views.Action {
	shown := map[string]string{"enter": "Enter", "ctrl+o": "Ctrl-O", "ctrl+g": "Ctrl-G"}
	var out []views.Action
	for _, n := range v.doneNext() {
		out = append(out, views.Action{Key: views.Key(shown[n.keys[0]], n.keys...), Name: n.name, Run: n.run})
	}
	return out
}

// again begins the next visitor's form.
func (v *View) again() tea.Cmd {
	v.reset(hall.Draft{})
	return nil
}
