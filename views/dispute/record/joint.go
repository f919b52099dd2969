package record

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/task"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Meetings are the meetings of a joint consultation that was held more than once, each with its day and
// what it CameWord to.
func Meetings(d *page.Doc, s views.Session, f hall.JointFile) {
	if len(f.Meetings) < 2 {
		return
	}
	d.Section(meetingsHead, text.Message{})
	for _, c := range f.Meetings {
		n := 1
		if c.Joint != nil {
			n = max(c.Joint.Meeting, 1)
		}
		mark := s.Styles.Marks.Open
		if c.ID == f.Consultation.ID {
			mark = s.Styles.Marks.Cursor
		}
		at := text.Message{} // proposed, and without a day yet
		if c.Slot.Day != 0 {
			at = When(c)
		}
		d.Text(mark + " " + s.Say(text.Words(meetingNo.With("n", n), at, text.VisitState(hall.VisitRowOf(c)), Gist(c))))
	}
}

// Invitations are what the parties said to outsiders taking part, the Convener and the invited.
func Invitations(d *page.Doc, s views.Session, f hall.JointFile) {
	consents(d, s, f)
	invitations(d, s, f)
}

// consents are what the parties said to outsiders taking part, and about whom they are to be asked.
func consents(d *page.Doc, s views.Session, f hall.JointFile) {
	all := f.Discussion().ConsentsOf(f.Case)
	if len(all) == 0 && len(f.Discussion().Invited) > 0 {
		d.Else(outsiders, "", internal)
	}
	for _, c := range all {
		said, tone, how := Agrees, widget.Normal, Paper
		if !c.Given {
			said, tone = Refuses, widget.Danger
		}
		if c.Oral {
			how = Oral
		}
		about := text.Words(said, how, text.ShortDay(c.Day))
		if c.Lapsed {
			about, tone = text.Words(about, lapsed.With("day", text.ShortDay(c.On))), widget.Muted
		}
		if c.Day == 0 {
			about, tone = NotAsked, widget.Muted
		}
		var whom []string
		for _, i := range c.For {
			whom = append(whom, i.Name)
		}
		d.Under(outsiders, s.Say(text.Words(ConsentLine.With("name", c.Name).With("side", text.Side(c.Side)), about, text.Names(whom))), tone)
	}
}

// invitations are the Convener and the invited, one below the other.
func invitations(d *page.Doc, s views.Session, f hall.JointFile) {
	j := f.Discussion()
	if j.Convener.Name == "" {
		d.Else(Convener, "", NotSet)
	} else {
		d.Lined(Convener, [][]string{invitation(s, f, j.Convener)})
	}
	var all [][]string
	for _, i := range j.Invited {
		all = append(all, invitation(s, f, i))
	}
	if d.Lined(invited, all); len(all) == 0 {
		d.Else(invited, "", nobodyYet)
	}
	for _, i := range j.Off {
		d.Under(crossedOff, i.Name+"  "+s.Say(stale), widget.Danger)
	}
}

// invitation is one of the invited in a line: who, what he said, or, once it was held,
// whether he CameWord, and from where.
func invitation(s views.Session, f hall.JointFile, i hall.Invitee) []string {
	parts := []string{i.Name}
	ended := f.Consultation.State == hall.Ended
	switch {
	case ended && i.Came:
		parts = append(parts, s.Say(CameWord))
	case ended:
		parts = append(parts, s.Say(AbsentWord))
	case !i.Same(f.Discussion().Convener):
		if i.Must {
			parts = append(parts, s.Say(Must))
		}
		parts = append(parts, s.Say(text.Answer(i.Answer)))
	}
	if i.Stale {
		parts = append(parts, "! "+s.Say(stale))
	}
	return append(parts, i.Note, i.Unit, f.Phone(i))
}

// Results are what they agreed on, who carries it out, the tasks, and what each said.
func Results(d *page.Doc, s views.Session, f hall.JointFile) {
	j := f.Discussion()
	d.Section(resultHead, text.Message{})
	d.Add(text.Consult.Line, j.Line)
	d.Add(text.Consult.Opinion, j.Opinion)
	d.Say(ByWhom, text.Consult.ByDay.With("who", j.Who).With("day", text.ShortDay(j.By)))
	if j.Secrecy != hall.SecrecyUnsaid {
		d.Say(text.Consult.Secrecy, text.Secrecy(j.Secrecy))
	}
	if len(f.Tasks) > 0 {
		d.Section(tasks, text.Message{})
	}
	task.Show(d, s, f.Tasks)
	d.Section(opinions, text.Message{})
	for _, i := range j.All() {
		said := text.Raw(i.Opinion)
		if i.Dissent != "" {
			said = text.Words(said, dissents.With("what", i.Dissent))
		}
		if i.Came {
			d.Say(text.Raw(i.Name), said)
		}
	}
	d.Add(others, j.Present)
	Corrections(d, s, f.Consultation)
}

// Corrections are what was put right of it, with what stood there before.
func Corrections(d *page.Doc, s views.Session, c hall.Consultation) {
	if len(c.Corrections) > 0 {
		d.Section(correctedLabel, text.Message{})
	}
	for _, fix := range c.Corrections {
		d.Muted(text.CorrectedOf(c.Kind, fix, s.Settings))
	}
}

// Tell puts down who of those who were invited has heard what no longer holds.
func Tell(env *views.Env, f hall.JointFile) tea.Cmd {
	var items []menu.Item
	for _, i := range f.Discussion().ToTell() {
		items = append(items, menu.Item{Name: text.Words(text.Raw(i.Name), text.Raw(f.Phone(i))), Do: func() tea.Cmd {
			return env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
				_, err := s.Desk.TellInvited(ctx, f.Consultation.ID, f.Consultation.Rev, i)
				return toldNow.With("name", i.Name), err
			})
		}})
	}
	return menu.Open(env, env.Say(DoTell), items)
}
