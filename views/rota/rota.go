// Package rota is where duty is planned (值班安排): the month of both kinds of duty, plans and
// leaves with what they change before they are saved, the teams, swaps, and a county's year.
package rota

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/entry"
	"sizhen/views/text"
)

// page is what stands behind forms and previews.
type page uint8

const (
	pageMonth page = iota
	pageTeam
	pageLeaves
	pageSwaps
	pageCounty
)

// wide is from where on the details stand beside the list.
const wide = 120

// View is the screen: a page, over it a form, over that what would come of it.
type View struct {
	env     *views.Env
	page    page
	day     hall.Day // under the cursor
	month   hall.DutyMonth
	read    bool
	team    team
	leaves  leaves
	swaps   swaps
	county  county
	sheet   *entry.Sheet
	preview *preview
	redo    func(context.Context) (func(), error) // works out anew what the preview shows
	draft   hall.DraftID                          // to be gone on with, once
	direct  bool                                  // a route led to the page: Esc leaves the screen
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env, day: r.Day, draft: r.Draft}
	if v.day == 0 {
		v.day = env.Today()
	}
	if r.Swap != 0 {
		v.page, v.direct = pageSwaps, true
		v.swaps.list.Select(swapKey(r.Swap))
	}
	return v
}

// Title implements views.View.
func (v *View) Title() text.Message {
	t := text.Rota
	switch v.page {
	case pageTeam:
		return t.TitleTeam
	case pageLeaves:
		return t.TitleLeaves
	case pageSwaps:
		return t.TitleSwaps
	case pageCounty:
		return t.TitleCounty
	}
	return t.Title
}

// Load implements views.View.
func (v *View) Load() tea.Cmd {
	var resume tea.Cmd
	if v.draft != 0 {
		resume = v.resume(v.draft)
		v.draft = 0
	}
	return tea.Batch(v.readPage(), resume)
}

func (v *View) readPage() tea.Cmd {
	switch v.page {
	case pageTeam:
		return v.readTeam()
	case pageLeaves:
		return v.readLeaves()
	case pageSwaps:
		return v.readSwaps()
	case pageCounty:
		return v.readCounty()
	}
	return v.readMonth()
}

// turn shows another page.
func (v *View) turn(p page) tea.Cmd {
	v.page, v.direct = p, false
	return v.readPage()
}

// done is what a write that needed no form came to.
type done struct {
	say text.Message
	err error
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if v.sheet != nil {
		if cmd, ok := v.sheet.Message(msg); ok {
			return cmd
		}
	}
	switch m := msg.(type) {
	case monthRead:
		return v.showMonth(m)
	case jumped:
		return v.jump(m.typed)
	case chosen:
		return v.run(m)
	case opened:
		return v.openSheet(m)
	case entry.Aside:
		v.sheet = nil
		return tea.Batch(v.Load(), views.Toast(views.Done, text.Rota.Kept))
	case done:
		if m.err != nil {
			return tea.Batch(v.Load(), views.Fail(m.err))
		}
		return tea.Batch(v.Load(), views.Toast(views.Done, m.say))
	}
	for _, take := range []func(tea.Msg) (tea.Cmd, bool){
		v.assignMessage, v.swapMessage, v.previewMessage, v.teamMessage, v.leaveMessage, v.swapsMessage, v.countyMessage, v.exportMessage,
	} {
		if cmd, ok := take(msg); ok {
			return cmd
		}
	}
	return v.key(msg)
}

// key gives a key to what is in front.
func (v *View) key(msg tea.Msg) tea.Cmd {
	switch {
	case v.preview != nil:
		v.preview.scroll(msg)
		return nil
	case v.sheet != nil:
		return v.sheet.Update(msg)
	}
	switch v.page {
	case pageTeam:
		v.team.list.Update(msg)
	case pageLeaves:
		v.leaves.table.Update(msg)
	case pageSwaps:
		v.swaps.list.Update(msg)
	case pageCounty:
		return v.countyKey(msg)
	default:
		return v.monthKey(msg)
	}
	return nil
}

// Leave implements views.Leaver: what was typed is kept.
func (v *View) Leave() tea.Cmd {
	if v.sheet == nil {
		return nil
	}
	return v.sheet.Leave()
}

// Back implements views.Backer: Esc closes the preview, then the form, then the page.
func (v *View) Back() (tea.Cmd, bool) {
	switch {
	case v.preview != nil:
		v.preview = nil
		return v.Load(), true
	case v.sheet != nil:
		return v.sheet.Back(), true
	case v.page != pageMonth && !v.direct:
		return v.turn(pageMonth), true
	}
	return nil, false
}

// Draw implements views.View.
func (v *View) Draw(w, h int) views.Frame {
	switch {
	case v.preview != nil:
		return v.drawPreview(w, h)
	case v.sheet != nil:
		return v.sheet.Draw(w, h)
	}
	switch v.page {
	case pageTeam:
		return v.drawTeam(w, h)
	case pageLeaves:
		return v.drawLeaves(w, h)
	case pageSwaps:
		return v.drawSwaps(w, h)
	case pageCounty:
		return v.drawCounty(w, h)
	}
	return v.drawMonth(w, h)
}

// mayPlan says why the signed-in person cannot plan; empty when he can.
func (v *View) mayPlan() text.Message {
	if v.env.Actor.May(hall.MayPlan) {
		return text.Message{}
	}
	return text.Rota.NoRight
}

// isCode reports whether an error is a refusal of that code.
func isCode(err error, c hall.Code) bool { return errors.Is(err, hall.Refuse(c)) }
