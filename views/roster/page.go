package roster

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// The tabs of one mediator's page.
const (
	pageOverview = iota
	pageHistory
	pageTerms
	pageTrainings
	pagePosts
	pagePairs
	pageCases
	pageTabs
)

// page is one mediator's page.
type page struct {
	tab  int
	file *hall.MediatorFile // nil until it is read
	lost text.Message       // why it cannot be opened
	top  int                // the first line shown
}

type oneRead struct {
	id   hall.MediatorID
	file hall.MediatorFile
	err  error
}

func (v *View) readOne() tea.Cmd {
	desk, id := v.env.Desk, v.id
	return func() tea.Msg {
		file, err := desk.Mediator(background(), id)
		return oneRead{id, file, err}
	}
}

func (v *View) oneRead(m oneRead) tea.Cmd {
	switch {
	case m.id != v.id:
		return nil // another one was opened meanwhile
	case m.err != nil && v.page.file == nil:
		v.page.lost = text.Err(m.err)
		return nil
	case m.err != nil:
		return views.Fail(m.err)
	}
	v.page.file = &m.file
	return nil
}

func (v *View) pageKey(_ tea.Msg, k tea.KeyPressMsg) tea.Cmd {
	p := &v.page
	switch s := k.Keystroke(); s {
	case "up":
		p.top--
	case "down":
		p.top++
	case "pgup":
		p.top -= 10
	case "pgdown":
		p.top += 10
	case "tab", "right":
		p.tab, p.top = (p.tab+1)%pageTabs, 0
	case "shift+tab", "left":
		p.tab, p.top = (p.tab+pageTabs-1)%pageTabs, 0
	default:
		if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= pageTabs {
			p.tab, p.top = n-1, 0
		}
	}
	p.top = max(p.top, 0)
	return nil
}

func (v *View) drawPage(w, h int) views.Frame {
	p, st := &v.page, v.env.Styles
	switch {
	case !p.lost.IsZero():
		out := []string{"", ""}
		for _, s := range widget.Wrap(v.env.Say(p.lost), min(w-8, 80)) {
			out = append(out, "    "+s)
		}
		return views.NewFrame(w, h, out)
	case p.file == nil:
		return views.NewFrame(w, h, nil)
	}
	out := []string{v.pageHead(w), "", v.pageTabs(), ""}
	l := &lines{v: v, w: min(w-6, 110)}
	[]func(*lines){v.overview, v.history, v.terms, v.trainings, v.posts, v.pairs, v.cases}[p.tab](l)
	room := max(h-len(out), 1)
	p.top = max(min(p.top, len(l.out)-room), 0)
	for i, s := range l.out[p.top:min(len(l.out), p.top+room)] {
		if i == room-1 && p.top+room < len(l.out) {
			s = st.Muted.Render(st.Marks.More)
		}
		out = append(out, "   "+s)
	}
	return views.NewFrame(w, h, out)
}

func (v *View) pageHead(w int) string {
	m, st, say := v.page.file.Mediator, v.env.Styles, v.env.Say
	right, tone := say(text.MediatorStatus(m.Status)), st.Accent
	if m.Status != hall.Active {
		tone = st.Danger
	}
	room := w - widget.Width(right) - 4
	left := strings.Join(filled(m.Name, m.Grade, say(text.Full(m.FullTime)), m.Organisation), "  "+st.Marks.Dot+"  ")
	return " " + st.Title.Render(widget.Pad(widget.Cut(left, room, st.Marks.More), room)) + "  " + tone.Render(right)
}

// filled are the texts that say something.
func filled(all ...string) []string {
	var out []string
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			out = append(out, s)
		}
	}
	return out
}

func (v *View) pageTabs() string {
	t, st := text.RosterPage, v.env.Styles
	out := " "
	for i, name := range []text.Message{t.Overview, t.History, t.Terms, t.Trainings, t.Posts, t.Pairs, t.Cases} {
		label := fmt.Sprintf("%d%s", i+1, v.env.Say(name))
		if i == v.page.tab {
			label = st.Selected.Render(label)
		}
		out += label + " "
	}
	return out
}

func (v *View) overview(l *lines) {
	f, t, say, today := v.page.file, text.RosterPage, v.env.Say, v.env.Today()
	m := f.Mediator
	org, studio := m.Organisation, m.StudioName
	if m.OrgHead && org != "" {
		org += say(t.OrgHead)
	}
	if m.StudioLead && studio != "" {
		studio += say(t.StudioLead)
	}
	standing := say(text.MediatorStatus(m.Status))
	if m.Since != 0 {
		standing += "  " + say(t.Since.With("day", text.Day(m.Since)))
	}
	if n := len(m.Past); n > 0 && m.Past[n-1].Why != "" {
		standing += "  " + say(t.Why.With("why", m.Past[n-1].Why))
	}
	l.add(t.Standing, standing)
	l.add(t.Org, org)
	l.add(t.Studio, studio)
	l.add(t.Village, strings.TrimSpace(m.Village+"  "+m.Area))
	l.add(t.Grade, strings.TrimSpace(m.Grade+"  "+say(text.Full(m.FullTime))))
	l.add(t.Specialities, say(text.Types(v.env.Settings, m.Specialities)))
	l.add(t.Backgrounds, say(text.Backgrounds(m.Backgrounds)))
	l.add(t.Trade, m.Trade)
	l.add(t.Knows, m.Knows)
	if m.Sex != hall.SexUnknown {
		l.add(t.Sex, say(text.Sex(m.Sex)))
	}
	l.add(t.Birth, say(text.Day(m.Birth)))
	l.add(t.Phone, m.Phone)
	if f.Masked {
		l.labelled(text.Message{}, say(t.Masked), v.env.Styles.Muted)
	}
	if m.Servant {
		l.add(t.Servant, say(t.ServantYes))
	}
	l.add(t.Joined, say(text.Day(m.Joined)))
	v.duties(l, m, today)
	if f.Away != 0 {
		l.add(t.Away, say(text.Roster.Away.With("day", text.Day(f.Away))))
	}
	l.add(t.Load, say(text.Roster.Loads.With("n", f.Load)))
	l.add(t.Duty, v.dutyDays(f.Duty))
	for i, b := range f.Bookings {
		name := t.Booked
		if i > 0 {
			name = text.Message{}
		}
		if i == 5 {
			break
		}
		l.add(name, v.booking(b))
	}
}

// dutyDays names the first days of duty.
func (v *View) dutyDays(days []hall.Day) string {
	var out []string
	for i, d := range days {
		if i == 4 {
			out = append(out, v.env.Styles.Marks.More)
			break
		}
		out = append(out, v.env.Say(text.ShortDay(d)))
	}
	return strings.Join(out, "  ")
}

// duties are his term, what is to be reported, and what he holds.
func (v *View) duties(l *lines, m hall.Mediator, today hall.Day) {
	t, say, st := text.RosterPage, v.env.Say, v.env.Styles
	if end := hall.TermEnd(m.Terms); end != 0 {
		if end < today && m.Status != hall.Left {
			l.labelled(t.Term, say(t.TermPast.With("day", text.Day(end))), st.Danger)
		} else {
			l.add(t.Term, say(t.TermTo.With("day", text.Day(end))))
		}
	}
	if u, ok := hall.Unfiled(m.Filings); ok {
		tone, say2 := interface{ Render(...string) string }(st.Text), t.FilingOpen
		if u.Due < today {
			tone, say2 = st.Danger, t.FilingLate
		}
		l.labelled(t.Filing, say(text.FilingCause(u.What))+"  "+say(say2.With("due", text.Day(u.Due)).With("left", text.Left(u.Due, today))), tone)
	}
	var posts, pairs []string
	for _, p := range m.OpenPosts() {
		posts = append(posts, strings.TrimSpace(say(text.PostKind(p.Kind))+" "+p.Where))
	}
	for _, p := range v.page.file.OpenPairs(today) {
		pairs = append(pairs, v.with(p))
	}
	l.add(t.Post, strings.Join(posts, "  "))
	l.add(t.Pair, strings.Join(pairs, "  "))
}

// with says a pair from this mediator's side.
func (v *View) with(p hall.Pair) string {
	if p.Mentor.ID == v.id {
		return v.env.Say(text.RosterPage.Teaches.With("name", p.Learner.Name))
	}
	return v.env.Say(text.RosterPage.Learns.With("name", p.Mentor.Name))
}

func (v *View) booking(b hall.VisitRow) string {
	who := b.Who
	if b.Hidden {
		who = v.env.Say(text.Joint.Hidden)
	}
	return strings.Join(filled(v.env.Say(text.ShortDay(b.Slot.Day))+" "+text.Slot(b.Slot), v.env.Say(text.Kind(b.Kind)), who, b.Room), "  ")
}
