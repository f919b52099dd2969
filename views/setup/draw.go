package setup

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const left = 4 // cells before everything

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch v.step {
	case welcome:
		return v.drawWelcome(w, h)
	case theHall:
		return v.drawForm(w, h, text.Setup.HallTitle, text.Setup.Later)
	case thePerson:
		return v.drawForm(w, h, text.Setup.PersonTitle, text.Setup.PersonHint)
	}
	return v.drawReview(w, h)
}

func (v *View) drawWelcome(w, h int) views.Frame {
	st, say := v.env.Styles, v.env.Say
	pad := strings.Repeat(" ", left)
	lines := []string{"", "", pad + st.Title.Render(say(text.Setup.Welcome)), pad + st.Muted.Render(say(text.Setup.WelcomeMore)), "",
		pad + say(text.Setup.Ask), ""}
	for i, row := range [][2]text.Message{
		{text.Setup.Look, text.Setup.LookHelp}, {text.Setup.SetUp, text.Setup.SetUpHelp}, {text.Setup.Quit, {}},
	} {
		label := " " + string(rune('1'+i)) + "  " + widget.Pad(say(row[0]), 28)
		mark := " "
		if i == v.at {
			mark, label = st.Marks.Cursor, st.Selected.Render(label)
		}
		lines = append(lines, pad+mark+label)
		for _, l := range widget.Wrap(say(row[1]), max(w-2*left-5, 10)) {
			lines = append(lines, pad+"      "+st.Muted.Render(l))
		}
	}
	return views.NewFrame(w, h, lines)
}

func (v *View) drawForm(w, h int, title, under text.Message) views.Frame {
	st, say := v.env.Styles, v.env.Say
	pad := strings.Repeat(" ", left)
	lines := []string{pad + st.Title.Render(say(title))}
	for _, l := range widget.Wrap(say(under), max(w-2*left, 10)) {
		lines = append(lines, pad+st.Muted.Render(l))
	}
	lines = append(lines, "")
	top := len(lines)
	body, cx, cy, ok := v.form().Draw(max(w-left, 1), max(h-top, 1))
	for _, l := range body {
		lines = append(lines, pad+l)
	}
	f := views.NewFrame(w, h, lines)
	if ok && top+cy < h && left+cx < w {
		f.Cursor = &views.Point{X: left + cx, Y: top + cy}
	}
	return f
}

func (v *View) drawReview(w, h int) views.Frame {
	st, say := v.env.Styles, v.env.Say
	pad := strings.Repeat(" ", left)
	p := v.plan()
	rows := [][2]string{
		{say(text.Settings.Name), p.Settings.Name}, {say(text.Settings.Word), p.Settings.Word}, {say(text.Settings.Code), p.Settings.Code},
		{say(text.Settings.Level), say(text.LevelName(p.Settings.Level))}, {say(text.Settings.Class), say(text.ClassName(p.Settings.Class))},
		{say(text.Settings.Rooms), text.Listed(p.Settings.Rooms)}, {},
		{say(text.Setup.Person), p.Name}, {say(text.Setup.Login), p.Login}, {say(text.Setup.Village), p.Village}, {say(text.Setup.Password), say(text.Setup.Hidden)},
		{say(text.Setup.Roles), say(text.Setup.AllRoles)}, {},
	}
	wide := 0
	for _, r := range rows {
		wide = max(wide, ansi.StringWidth(r[0]))
	}
	lines := []string{pad + st.Title.Render(say(text.Setup.ReviewTitle)), ""}
	for _, r := range rows {
		value := widget.Wrap(r[1], max(w-left-wide-4, 10))
		lines = append(lines, pad+st.Muted.Render(widget.PadLeft(r[0], wide))+"  "+value[0])
		for _, more := range value[1:] {
			lines = append(lines, pad+strings.Repeat(" ", wide+2)+more)
		}
	}
	switch {
	case v.step == working:
		lines = append(lines, pad+st.Accent.Render(say(text.Setup.Working)))
	case !v.failed.IsZero():
		for _, l := range widget.Wrap("! "+say(text.Setup.Failed.With("what", v.failed)), max(w-2*left, 10)) {
			lines = append(lines, pad+st.Danger.Render(l))
		}
	default:
		for _, m := range []text.Message{text.Setup.WillWrite.With("file", v.o.Config), text.Setup.WillMake.With("file", v.o.Data)} {
			lines = append(lines, pad+st.Muted.Render(widget.Cut(say(m), max(w-2*left, 10), st.Marks.More)))
		}
	}
	return views.NewFrame(w, h, lines)
}
