package roster

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// mostOther is how many posts, pairs or reminders are listed.
const mostOther = 300

// other is one of the lists beside the roster.
type other struct {
	read  bool
	all   bool // those that are over too
	posts []hall.PostRow
	pairs []hall.Pair
	due   []hall.Reminder
	table widget.Table
}

type otherRead struct {
	tab   int
	posts []hall.PostRow
	pairs []hall.Pair
	due   []hall.Reminder
	err   error
}

func (v *View) readOther() tea.Cmd {
	desk, tab, all, by := v.env.Desk, v.tab, v.other[v.tab].all, v.env.Today()+30
	return func() tea.Msg {
		m := otherRead{tab: tab}
		switch tab {
		case tabPosts:
			m.posts, m.err = desk.Posts(background(), all, mostOther)
		case tabPairs:
			m.pairs, m.err = desk.Pairs(background(), all, mostOther)
		case tabDue:
			m.due, m.err = desk.Reminders(background(), by, mostOther)
			m.due = slices.DeleteFunc(m.due, func(r hall.Reminder) bool { return r.Mediator == 0 }) // organisations have a screen of their own
		}
		return m
	}
}

func (v *View) otherRead(m otherRead) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	o := &v.other[m.tab]
	o.read, o.posts, o.pairs, o.due = true, m.posts, m.pairs, m.due
	v.fillOther(m.tab)
	return nil
}

// fillOther makes the rows of a list.
func (v *View) fillOther(tab int) {
	o, say, today := &v.other[tab], v.env.Say, v.env.Today()
	var keys []string
	var cells [][]string
	var tones []widget.Tone
	add := func(key string, tone widget.Tone, row ...string) {
		keys, cells, tones = append(keys, key), append(cells, row), append(tones, tone)
	}
	for _, p := range o.posts {
		last, tone := "", widget.Normal
		if n := len(p.Post.Log); n > 0 {
			last = say(text.RosterPage.LogLine.With("day", text.ShortDay(p.Post.Log[n-1].Day)).With("what", p.Post.Log[n-1].What))
		}
		if p.Post.To != 0 {
			tone, last = widget.Muted, say(text.RosterPage.PostLeft.With("from", text.Day(p.Post.From)).With("to", text.Day(p.Post.To)))
		}
		add(fmt.Sprint(p.Mediator.ID, " ", p.At), tone, say(text.PostKind(p.Post.Kind)), p.Mediator.Name, p.Post.Where, last)
	}
	for _, p := range o.pairs {
		since, tone := say(text.RosterPage.PairHeld.With("from", text.Day(p.From))), widget.Normal
		if p.To != 0 {
			tone, since = widget.Muted, say(text.RosterPage.PairEnded.With("from", text.ShortDay(p.From)).With("to", text.Day(p.To)).With("why", p.Why))
		} else if n := len(p.Lessons); n > 0 {
			since += "  " + p.Lessons[n-1].What
		}
		add(fmt.Sprint(p.ID), tone, p.Mentor.Name, p.Learner.Name, since)
	}
	for _, r := range o.due {
		tone := widget.Normal
		if r.Day < today {
			tone = widget.Danger
		}
		add(fmt.Sprint(r.Day, r.Kind, r.Mediator), tone, say(text.Left(r.Day, today)), say(text.Day(r.Day)), r.Name, say(text.ReminderKind(r.Kind)))
	}
	o.table.SetRows(keys, cells, tones)
}

func (v *View) drawOther(w, h int) views.Frame {
	o, say, t, st := &v.other[v.tab], v.env.Say, text.Roster, v.env.Styles
	out := []string{v.head(), ""}
	if !o.read {
		return views.NewFrame(w, h, out)
	}
	v.fillOther(v.tab)
	if why := v.otherEmpty(); !why.IsZero() {
		for _, s := range widget.Wrap(say(why), min(w-6, 90)) {
			out = append(out, "   "+st.Muted.Render(s))
		}
		return views.NewFrame(w, h, out)
	}
	p := text.RosterPage
	o.table.Columns = map[int][]widget.Column{
		tabPosts: {{Title: say(p.Post), Width: 16}, {Title: say(t.Name), Width: 10}, {Title: say(text.RosterForm.PostWhere), Width: 12}, {Title: say(text.RosterForm.PostWhat)}},
		tabPairs: {{Title: say(text.Pairs.Mentor), Width: 12}, {Title: say(text.Pairs.Learner), Width: 12}, {Title: say(text.RosterForm.LessonWhat)}},
		tabDue:   {{Title: say(text.Pairs.Left), Width: 16}, {Title: say(text.Pairs.By), Width: 20}, {Title: say(t.Name), Width: 12}, {Title: say(text.Pairs.What)}},
	}[v.tab]
	for _, s := range o.table.Draw(w-2, max(h-len(out), 1), st) {
		out = append(out, " "+s)
	}
	return views.NewFrame(w, h, out)
}

// otherEmpty is why nothing is listed, and what would fill the list.
func (v *View) otherEmpty() text.Message {
	if v.other[v.tab].table.Len() > 0 {
		return text.Message{}
	}
	return map[int]text.Message{tabPosts: text.Roster.NoPosts, tabPairs: text.Roster.NoPairs, tabDue: text.Roster.NoDue}[v.tab]
}

// otherSwitch is what the key does that shows what is over, or hides it again.
func (v *View) otherSwitch() text.Message {
	if v.other[v.tab].all {
		return text.Roster.ShowHeld
	}
	return text.Roster.ShowAll
}

func (v *View) otherAll() tea.Cmd {
	v.other[v.tab].all = !v.other[v.tab].all
	return v.Load()
}

// otherEnter opens the mediator of a post or a reminder where it is dealt with; of a pair it
// lists what can be done.
func (v *View) otherEnter() tea.Cmd {
	o, t := &v.other[v.tab], text.Roster
	at := o.table.Cursor()
	switch v.tab {
	case tabPosts:
		return v.open(o.posts[at].Mediator.ID, pagePosts)
	case tabDue:
		return v.open(o.due[at].Mediator, pageTerms)
	}
	p := o.pairs[at]
	var items []widget.MenuItem
	for _, r := range []hall.MediatorRef{p.Mentor, p.Learner} {
		items = append(items, widget.MenuItem{ID: fmt.Sprint("open ", r.ID), Label: v.env.Say(text.Pairs.Open.With("name", r.Name))})
	}
	for _, do := range []struct {
		what string
		name text.Message
	}{{doTeach, t.Teach}, {doEndPair, t.EndPair}} {
		reason := v.mayPair(do.what, p)
		if p.To != 0 {
			reason = text.Err(hall.Refuse(hall.ErrPairOver, "day", p.To))
		}
		items = append(items, widget.MenuItem{ID: do.what, Label: v.env.Say(do.name), Reason: v.env.Say(reason)})
	}
	return views.Open(dialog.Menu(v.env, v.env.Say(text.RosterForm.PairRule.With("mentor", p.Mentor.Name).With("learner", p.Learner.Name)), items, func(id string) tea.Msg {
		var n uint64
		if _, err := fmt.Sscanf(id, "open %d", &n); err == nil {
			return openOne{hall.MediatorID(n), pagePairs}
		}
		return chosen{id, p.Mentor.ID, uint64(p.ID)}
	}))
}

// mayPair is why the signed-in person cannot do something with a pair: what was taught the
// two themselves may write down too.
func (v *View) mayPair(what string, p hall.Pair) text.Message {
	return text.Short(hall.Why(hall.PairCourse(), p, hall.Op(what), v.env.Actor, v.env.Now()))
}
