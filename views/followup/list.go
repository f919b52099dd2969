package followup

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// page is how many of each group are listed at first, most how many at last.
const (
	page   = 60
	most   = 200
	wide   = 120 // from here on list and detail stand side by side
	beside = 46  // cells of the detail beside the list
	foot   = 7   // lines of the detail under it
)

type listed struct {
	all hall.FollowUps
	err error
}

func (v *View) readList() tea.Cmd {
	desk, limit := v.env.Desk, v.limit
	return func() tea.Msg {
		all, err := desk.AllFollowUps(context.Background(), limit)
		return listed{all, err}
	}
}

func (v *View) showList(m listed) tea.Cmd {
	if m.err != nil {
		return views.Fail(m.err)
	}
	v.all, v.read = m.all, true
	v.list.SetGroups(v.groups())
	if v.draft != 0 && v.id == 0 {
		id := v.draft
		v.draft = 0
		return tea.Batch(v.readFile(), v.resume(id))
	}
	return v.readFile()
}

// pages are the groups in the order in which they stand.
func (v *View) pages() []hall.VisitPage {
	return []hall.VisitPage{v.all.Overdue, v.all.Soon, v.all.Later, v.all.Ended}
}

func keyOf(id hall.ConsultationID) string { return strconv.FormatUint(uint64(id), 10) }

// groups are the follow-ups under their headings.
func (v *View) groups() []widget.Group {
	t, say := text.FollowUps, v.env.Say
	var out []widget.Group
	for i, p := range v.pages() {
		g := widget.Group{
			Head: say([]text.Message{t.Overdue, t.Soon, t.Later, t.Ended}[i].With("n", p.Total)),
			None: say([]text.Message{t.NoneOverdue, t.NoneSoon, t.NoneLater, t.NoneEnded}[i]),
		}
		if rest := p.Total - len(p.Rows); rest > 0 && len(p.Rows) > 0 {
			g.Rest = say(t.Rest.With("n", rest))
		}
		for _, r := range p.Rows {
			g.Keys = append(g.Keys, keyOf(r.ID))
			g.Rows = append(g.Rows, v.cells(r))
			g.Tone = append(g.Tone, []widget.Tone{widget.Danger, widget.Normal, widget.Normal, widget.Muted}[i])
		}
		out = append(out, g)
	}
	return out
}

// cells are a row of the list: when, how far off or what came of it, whom, where, how.
func (v *View) cells(r hall.VisitRow) []string {
	say := v.env.Say
	out := []string{say(text.ShortDay(r.Day))}
	if r.State == hall.Ended {
		out = append(out, say(text.Relapse(r.Relapse)))
	} else {
		out = append(out, say(text.Left(r.Day, v.env.Today())))
	}
	how := say(text.FollowWay(r.Way))
	if r.Slot.To > 0 && r.State == hall.Waiting {
		how = text.Minutes(r.Slot.From) + " " + how
	}
	return append(out, v.whom(r), r.Village, how)
}

func (v *View) whom(r hall.VisitRow) string {
	if r.Hidden {
		return v.env.Say(text.FollowUps.Hidden)
	}
	return v.env.Say(text.Sides(r))
}

// selected is the row under the cursor; nil in an empty list.
func (v *View) selected() *hall.VisitRow {
	at := v.list.Key()
	for _, p := range v.pages() {
		for i := range p.Rows {
			if keyOf(p.Rows[i].ID) == at {
				return &p.Rows[i]
			}
		}
	}
	return nil
}

func (v *View) listKey(msg tea.Msg) tea.Cmd {
	if !v.list.Update(msg) {
		return nil
	}
	if v.list.Index() >= v.list.Len()-5 && v.limit < most {
		for _, p := range v.pages() {
			if len(p.Rows) < p.Total {
				v.limit = most
				return v.readList()
			}
		}
	}
	if v.file == nil || v.file.Consultation.ID != v.current() {
		v.file, v.soon = nil, false
		return v.readFile()
	}
	return nil
}

// closed is why nothing can be done with the row under the cursor.
func (v *View) closed() text.Message {
	switch r := v.selected(); {
	case r == nil:
		return text.FollowUps.Empty
	case r.Hidden:
		return text.Err(hall.Refuse(hall.ErrClosedCase))
	}
	return text.Message{}
}

func (v *View) drawList(w, h int) views.Frame {
	if !v.read {
		return views.NewFrame(w, h, nil)
	}
	st := v.env.Styles
	if v.list.Len() == 0 {
		out := []string{"", ""}
		for _, l := range widget.Wrap(v.env.Say(text.FollowUps.Empty), min(w-6, 90)) {
			out = append(out, "   "+st.Muted.Render(l))
		}
		return views.NewFrame(w, h, out)
	}
	lw, lh := w-2, h-1
	var body []string
	if w >= wide {
		lw -= beside + 3
		body = widget.Beside(v.list.Draw(lw, lh, st), lw, v.detail(beside, false), beside, 3)
	} else {
		lh -= foot
		body = append(widget.Fill(v.list.Draw(lw, lh, st), lw, lh), st.Muted.Render(strings.Repeat(st.Marks.Rule, lw)))
		body = append(body, widget.Fill(v.detail(lw, true), lw, foot-1)...)
	}
	out := []string{""}
	for _, l := range body {
		out = append(out, " "+l)
	}
	return views.NewFrame(w, h, out)
}
