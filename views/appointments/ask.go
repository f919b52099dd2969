package appointments

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The small questions. Their forms are kept until the answer was taken, so that neither Esc
// nor a refusal loses what was typed.

type (
	told struct {
		file hall.SlotFile
		form string // whose form it was
		n    hall.Notice
	}
	// whomTold and whomConfirms name one of the parties; nobody: it is somebody else.
	whomTold struct {
		file hall.SlotFile
		who  string
	}
	whomConfirms struct {
		file hall.SlotFile
		who  string
	}
	confirmed struct {
		file hall.SlotFile
		who  string
	}
	missed struct {
		file  hall.SlotFile
		sides string
	}
	cancel struct {
		file hall.SlotFile
		why  string
	}
	jump struct{ day string }
	// done is what an operation came to; again asks once more after a refusal.
	done struct {
		say   text.Message
		err   error
		form  string
		again func() tea.Cmd
	}
)

func (v *View) form(name string, items ...widget.Item) *widget.Form {
	return dialog.FormOf(v.env, v.forms, name, items)
}

// formOf names a question's form: one an appointment.
func formOf(what string, f hall.SlotFile) string { return fmt.Sprint(what, " ", f.Consultation.ID) }

// askMessage takes the messages of the small questions; false for others.
func (v *View) askMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case whomTold:
		return v.askTold(m.file, m.who), true
	case whomConfirms:
		if m.who == "" {
			return v.askConfirm(m.file), true
		}
		return v.confirm(confirmed(m)), true
	case told:
		return v.tell(m), true
	case confirmed:
		return v.confirm(m), true
	case missed:
		return v.miss(m), true
	case cancel:
		return v.cancel(m), true
	case jump:
		return v.jump(m), true
	case done:
		return v.done(m), true
	}
	return nil, false
}

// done takes what an operation came to. A refusal may come of what somebody did at another
// desk: it is read again, and what was typed is asked for again.
func (v *View) done(m done) tea.Cmd {
	if m.err == nil {
		delete(v.forms, m.form)
		return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
	}
	var bad *hall.Error
	errors.As(m.err, &bad)
	cmds := []tea.Cmd{v.Load(), views.Fail(m.err)}
	f := v.forms[m.form]
	if f == nil || m.again == nil || bad != nil && !f.Has(bad.Field) && bad.Code == hall.ErrVisitState {
		return tea.Batch(cmds...) // it is over: there is nothing to ask for any more
	}
	if bad != nil {
		f.SetError(bad.Field, v.env.Say(text.Err(bad)))
	}
	return tea.Batch(append(cmds, m.again())...)
}

func titleOf(t text.Message, f hall.SlotFile) text.Message {
	return t.With("who", text.Who(f.Consultation.Who, f.Consultation.Others))
}

// mostNames is how many parties a menu names; others are typed.
const mostNames = 8

// whom asks which of the parties it is about, by number; somebody else is typed.
func (v *View) whom(title text.Message, f hall.SlotFile, of func(who string) tea.Msg) tea.Cmd {
	var items []widget.MenuItem
	for i, e := range f.Parties[:min(len(f.Parties), mostNames)] {
		label := v.env.Say(text.Words(text.Raw(e.Name), text.Side(e.Side)))
		items = append(items, widget.MenuItem{ID: strconv.Itoa(i), Label: label})
	}
	items = append(items, widget.MenuItem{ID: "other", Label: v.env.Say(text.Calendar.SomebodyElse)})
	return views.Open(dialog.Menu(v.env, v.env.Say(titleOf(title, f)), items, func(id string) tea.Msg {
		if i, err := strconv.Atoi(id); err == nil {
			return of(f.Parties[i].Name)
		}
		return of("")
	}))
}

// whoItem asks for somebody by name who is none of the parties.
func (v *View) whoItem(id string, label text.Message) []widget.Item {
	return []widget.Item{{ID: id, Label: v.env.Say(label), Max: 30, Required: true, Help: v.env.Say(text.Calendar.WhoHelp)}}
}

// openAsk opens a question.
func (v *View) openAsk(title text.Message, form *widget.Form, answer func(map[string]string) tea.Msg) tea.Cmd {
	return views.Open(dialog.Ask(v.env.Styles, v.env.Say(title), "", form, answer))
}

// askTold asks how somebody was told, and whether he was reached.
func (v *View) askTold(f hall.SlotFile, to string) tea.Cmd {
	t, say := text.Calendar, v.env.Say
	var ways []widget.Option
	for _, w := range hall.NoticeWays() {
		ways = append(ways, widget.Option{Key: strconv.Itoa(int(w)), Label: say(text.NoticeWay(w)), Initials: pinyin.First(text.NoticeWay(w).In(text.Zh))})
	}
	yes := []widget.Option{{Key: "1", Label: say(t.Reached), Initials: "td"}, {Key: "0", Label: say(t.NobodyThere), Initials: "mlxs"}}
	var items []widget.Item
	if to == "" {
		items = v.whoItem("to", t.ToWhom)
	}
	items = append(items, widget.Item{ID: "way", Label: say(t.How), Kind: widget.Choice, Required: true, Options: ways},
		widget.Item{ID: "reached", Label: say(t.WasReached), Kind: widget.Choice, Required: true, Options: yes},
		widget.Item{ID: "note", Label: say(t.Note), Max: 60, Help: say(t.NoteHelp)})
	title := t.TitleHow.With("who", to)
	return v.openAsk(title, v.form(formOf("told "+to, f), items...), func(vs map[string]string) tea.Msg {
		way, _ := strconv.Atoi(vs["way"]) // one of the options
		return told{f, to, hall.Notice{Way: hall.NoticeWay(way), To: cmp.Or(to, strings.TrimSpace(vs["to"])), Reached: vs["reached"] == "1", Note: strings.TrimSpace(vs["note"])}}
	})
}

func (v *View) tell(m told) tea.Cmd {
	desk, c, t := v.env.Desk, m.file.Consultation, text.Calendar
	say := t.ToldNow.With("to", m.n.To)
	if !m.n.Reached {
		say = t.TriedNow.With("to", m.n.To)
	}
	return func() tea.Msg {
		_, err := desk.Notify(context.Background(), c.ID, 0, m.n)
		return done{say, err, formOf("told "+m.form, m.file), func() tea.Cmd { return v.askTold(m.file, m.form) }}
	}
}

func (v *View) askConfirm(f hall.SlotFile) tea.Cmd {
	t := text.Calendar
	form := v.form(formOf("confirm", f), v.whoItem("who", t.WhoConfirms)...)
	return v.openAsk(titleOf(t.TitleConfirm, f), form, func(vs map[string]string) tea.Msg { return confirmed{f, strings.TrimSpace(vs["who"])} })
}

func (v *View) confirm(m confirmed) tea.Cmd {
	desk, c := v.env.Desk, m.file.Consultation
	return func() tea.Msg {
		_, err := desk.Confirm(context.Background(), c.ID, 0, m.who)
		return done{text.Calendar.ConfirmedNow.With("who", m.who), err, formOf("confirm", m.file), func() tea.Cmd { return v.askConfirm(m.file) }}
	}
}

// askMissed asks which side did not come: it is seen when they are booked again.
func (v *View) askMissed(f hall.SlotFile) tea.Cmd {
	t, say := text.Calendar, v.env.Say
	of := map[hall.Side][]string{}
	for _, e := range f.Parties {
		of[e.Side] = append(of[e.Side], e.Name)
	}
	var items []widget.MenuItem
	for _, side := range []hall.Side{hall.Applicant, hall.Respondent} {
		if n := of[side]; len(n) > 0 {
			items = append(items, widget.MenuItem{ID: strconv.Itoa(int(side)), Label: say(t.SideMissed.With("side", text.Side(side)).With("name", text.Who(n[0], len(n)-1)))})
		}
	}
	if len(items) != 1 {
		items = append(items, widget.MenuItem{ID: "all", Label: say(t.AllMissed)})
	}
	return views.Open(dialog.Menu(v.env, say(titleOf(t.TitleMissed, f)), items, func(id string) tea.Msg { return missed{f, id} }))
}

func (v *View) miss(m missed) tea.Cmd {
	sides := []hall.Side{hall.Applicant, hall.Respondent}
	if n, err := strconv.Atoi(m.sides); err == nil {
		sides = []hall.Side{hall.Side(n)}
	}
	desk, c := v.env.Desk, m.file.Consultation
	var who []string
	for _, e := range m.file.Parties {
		for _, s := range sides {
			if e.Side == s {
				who = append(who, e.Name)
			}
		}
	}
	if len(who) == 0 {
		who = append(who, c.Who)
	}
	return func() tea.Msg {
		return done{say: text.Calendar.MissedNow.With("who", text.Names(who)), err: desk.NoShow(context.Background(), c.ID, sides...)}
	}
}

func (v *View) askCancel(f hall.SlotFile) tea.Cmd {
	t := text.Calendar
	form := v.form(formOf("cancel", f), widget.Item{ID: "reason", Label: v.env.Say(t.Reason), Kind: widget.Notes, Rows: 2, Max: 300, Required: true})
	return v.openAsk(titleOf(t.TitleCancel, f), form, func(vs map[string]string) tea.Msg { return cancel{f, strings.TrimSpace(vs["reason"])} })
}

func (v *View) cancel(m cancel) tea.Cmd {
	desk, c := v.env.Desk, m.file.Consultation
	say := titleOf(text.Calendar.Cancelled, m.file)
	return func() tea.Msg {
		return done{say, desk.CancelAppointment(context.Background(), c.ID, m.why), formOf("cancel", m.file), func() tea.Cmd { return v.askCancel(m.file) }}
	}
}

const jumping = "day"

func (v *View) askDay() tea.Cmd {
	t, say := text.Calendar, v.env.Say
	f := v.form(jumping, widget.Item{ID: "day", Label: say(t.Day), Max: 20, Required: true, Help: say(t.JumpHelp)})
	return v.openAsk(t.JumpTitle, f, func(vs map[string]string) tea.Msg { return jump{strings.TrimSpace(vs["day"])} })
}

func (v *View) jump(m jump) tea.Cmd {
	day, err := text.ParseDate(m.day, v.env.Today())
	if err != nil {
		if f := v.forms[jumping]; f != nil {
			f.SetError("day", v.env.Say(text.Err(err)))
		}
		return v.askDay()
	}
	delete(v.forms, jumping)
	if v.grab != nil {
		return v.shift(func(b *hall.Booking) { b.Slot.Day = day })
	}
	return v.goDay(day)
}
