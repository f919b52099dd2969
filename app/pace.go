package app

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// frameTime is how long a frame stands at least. To draw one takes longer than to take a key: of a
// run of keys that comes faster (a card reader, a paste that the terminal does not mark as one) only
// what stands at the end of each such time is drawn. A key after a rest is drawn at once.
//
// A frame that is due waits for the end of the run: where a key was taken just now (lull) more are
// waiting behind it, and they are taken first, unless nothing was shown for long (overdue).
const (
	frameTime = 8 * time.Millisecond
	lull      = 4 * time.Millisecond
	overdue   = 120 * time.Millisecond
)

// frameDue says that a frame that was put off is drawn now.
type frameDue struct{}

// paced is the program as a terminal shows it.
type paced struct {
	*Model
	view  tea.View
	drawn time.Time
	taken time.Time // when the last message was
	due   bool      // what is shown is old, and a frameDue is on its way
}

// Update implements tea.Model.
func (p *paced) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if due, deliver, ok := Deferred(msg); ok {
		return p, tea.Tick(due, func(time.Time) tea.Msg { return deliver })
	}
	if _, ok := msg.(frameDue); ok {
		if now := p.mono(); now.Sub(p.taken) < lull && now.Sub(p.drawn) < overdue {
			return p, p.o.After(lull, frameDue{})
		}
		p.due = false
		return p, nil
	}
	_, cmd := p.Model.Update(msg)
	p.taken = p.mono()
	if p.due || p.mono().Sub(p.drawn) >= frameTime {
		return p, cmd
	}
	p.due = true
	return p, tea.Batch(cmd, p.o.After(frameTime, frameDue{}))
}

// View implements tea.Model.
func (p *paced) View() tea.View {
	if !p.due {
		p.view, p.drawn = p.Model.View(), p.mono()
	}
	return p.view
}
