package intake

import (
	"fmt"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// widest is how wide a form grows: longer lines are hard to read.
const widest = 92

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch v.step {
	case stepPeople:
		return v.drawForm(v.people, w, h, v.warning(min(w-4, widest)))
	case stepWhere:
		return v.drawForm(v.where, w, h, nil)
	case stepRead:
		return v.drawSummary(w, h)
	}
	return v.drawDone(w, h)
}

func (v *View) drawForm(f *widget.Form, w, h int, foot []string) views.Frame {
	fw := min(w-4, widest)
	left := (w - fw) / 2
	rows := h - 1 - len(foot)
	body, cx, cy, ok := f.Draw(fw, rows)
	lines := []string{""}
	for _, l := range append(body, foot...) {
		lines = append(lines, strings.Repeat(" ", left)+l)
	}
	frame := views.NewFrame(w, h, lines)
	if ok {
		frame.Cursor = &views.Point{X: cx + left, Y: cy + 1}
	}
	return frame
}

// warning names a case that is perhaps the same, calmly.
func (v *View) warning(w int) []string {
	st, say, t := v.env.Styles, v.env.Say, text.Intake
	if v.relapse.ID != 0 {
		return []string{st.Accent.Render(widget.Cut(say(t.RelapseOn.With("no", v.relapse.Number)), w, st.Marks.More))}
	}
	if len(v.dups) == 0 {
		return nil
	}
	d := v.dups[0]
	line := "! " + say(t.Dup.With("no", d.Number).With("a", d.Applicant).With("b", d.Respondent).With("what", d.Subject).With("state", text.State(d.State)))
	if n := len(v.dups) - 1; n > 0 {
		line += say(t.DupMore.With("n", n))
	}
	what := t.DupClosed
	if d.State.Open() {
		what = t.DupOpen
	}
	return []string{"", st.Danger.Render(widget.Cut(line, w, st.Marks.More)), st.Muted.Render(widget.Cut("  "+say(what), w, st.Marks.More))}
}

// drawSummary shows everything once more, to be read over with the visitor.
func (v *View) drawSummary(w, h int) views.Frame {
	st := v.env.Styles
	fw := min(w-6, widest)
	var lines []string
	for _, r := range v.summary() {
		if r[1] == "" {
			continue
		}
		for i, l := range widget.Wrap(r[1], fw-14) {
			label := ""
			if i == 0 {
				label = r[0]
			}
			lines = append(lines, st.Muted.Render(widget.PadLeft(widget.Cut(label, 12, st.Marks.More), 12))+"  "+l)
		}
	}
	v.top = max(min(v.top, len(lines)-(h-2)), 0)
	out := []string{""}
	for _, l := range lines[v.top:] {
		out = append(out, "  "+l)
	}
	return views.NewFrame(w, h, out)
}

func (v *View) summary() [][2]string {
	say, t, in := v.env.Say, text.Intake, v.intake
	var out [][2]string
	add := func(label text.Message, value string) { out = append(out, [2]string{say(label), value}) }
	for _, p := range in.Parties {
		d := p.Details
		parts := []string{d.Name}
		if d.Sex != hall.SexUnknown {
			parts = append(parts, say(text.Sex(d.Sex)))
		}
		for _, s := range []string{d.Village, hall.MaskPhone(d.Phone), hall.MaskDoc(d.DocNumber), p.Guardian} {
			if s != "" {
				parts = append(parts, s)
			}
		}
		if p.Representative {
			parts = append(parts, say(t.RepMark))
		}
		add(text.Side(p.Side), strings.Join(parts, "  "))
	}
	add(t.Type, say(text.Type(v.env.Settings, in.Type))+"  "+in.Subject)
	add(t.Facts, in.Facts)
	add(t.Requests, in.Requests)
	if in.Amount > 0 {
		add(t.Amount, say(text.Money(in.Amount)))
	}
	add(t.Source, strings.TrimSpace(say(text.Source(in.Source))+"  "+in.SourceFrom))
	if in.Risk != hall.RiskNone || in.Flags != 0 {
		add(t.Risk, strings.TrimSpace(say(text.Risk(in.Risk))+"  "+say(text.Flag(in.Flags))))
	}
	add(t.Measures, in.Measures)
	if in.Police.Done() {
		add(t.PoliceAt, say(text.Moment(in.Police.At))+"  "+in.Police.Officer)
	}
	if in.Urgent {
		add(t.Urgent, in.UrgentWhy)
	}
	if in.Confidential {
		add(t.Secret, say(t.Yes))
	}
	if v.relapse.ID != 0 {
		add(t.Relapse, v.relapse.Number)
	}
	add(t.Where, v.leads())
	return out
}

// leads says the ending in one line.
func (v *View) leads() string {
	say, e := v.env.Say, v.intake.End
	parts := []string{say(text.Outcome(e.Outcome))}
	if e.Outcome == hall.Booked {
		parts = append(parts, say(text.ShortDay(e.Slot.Day)), text.Slot(e.Slot), say(text.Mode(e.Mode)), e.Room, e.Mediated)
	}
	parts = append(parts, e.To, e.Reason, e.Referral, e.Advice)
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, "  ")
}

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
	var box []string
	box = append(box, "")
	for _, l := range widget.Wrap(say(head), 50) {
		box = append(box, st.Accent.Render("   "+l))
	}
	box = append(box, "")
	for _, l := range widget.Wrap(say(more), 48) {
		box = append(box, "   "+l)
	}
	box = append(box, "")
	framed := widget.Frame(st, who, box, 60)
	out := make([]string, max((h-len(framed))/3, 0))
	for _, l := range framed {
		out = append(out, strings.Repeat(" ", (w-60)/2)+l)
	}
	return views.NewFrame(w, h, out)
}

func queueNumber(n int) string { return fmt.Sprintf("%03d", n) }
