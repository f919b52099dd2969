package board

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// swaps are the swaps of duty that wait for the reader's consent.
func (v *View) swaps() []line {
	var out []line
	for _, s := range v.board.Swaps {
		who := s.Who.Name
		if s.Who.Is(v.env.Actor) { // the head wrote it down for both
			who = s.With.Name
		}
		said := v.say(swap.With("who", who).With("day", text.ShortDay(s.Day)))
		out = append(out, line{key: fmt.Sprint("w", s.ID), to: views.Route{Screen: views.Rota, Swap: s.ID}, tone: widget.Accent,
			draw: func(w int) string { return v.cut(said, w) }})
	}
	return out
}

// swapsOver say what became of swaps, until the reader has seen it: Enter shows the swap.
func (v *View) swapsOver() []line {
	var out []line
	for _, s := range v.board.SwapsOver {
		state := text.SwapState(s.State)
		if s.State == hall.SwapDone && s.Undoes != 0 {
			state = text.SwapState(hall.SwapUndone)
		}
		said := v.say(swapOver.With("state", state).With("who", s.Who.Name).With("with", s.With.Name).With("day", text.ShortDay(s.Day)))
		see := func() tea.Cmd {
			return v.env.Do(func(ctx context.Context, ses views.Session) tea.Msg {
				if err := ses.Desk.SawSwap(ctx, s.ID); err != nil {
					return views.FailMsg{Err: err}
				}
				return views.GoMsg{To: views.Route{Screen: views.Rota, Swap: s.ID}}
			})
		}
		out = append(out, line{key: fmt.Sprint("o", s.ID), do: see, tone: widget.Accent, draw: func(w int) string { return v.cut(said, w) }})
	}
	return out
}

// gaps say to who plans that somebody stands in the plan who will not come, and lead to where another
// is put there.
func (v *View) gaps() []line {
	all := v.board.Gaps
	if len(all) == 0 {
		return nil
	}
	first := all[0]
	at := slices.IndexFunc(first.Places, hall.DutyPlace.Empty)
	said := v.say(gapWord.With("n", len(all)).With("day", text.ShortDay(first.Day)).With("who", first.Places[at].Who.Name))
	return []line{{key: "gaps", to: views.Route{Screen: views.Rota, Day: first.Day}, tone: widget.Accent, draw: func(w int) string { return v.cut(said, w) }}}
}

// missing says why somebody who is planned will not come.
func missing(p hall.DutyPlace) text.Message {
	if p.Left {
		return goneWord
	}
	return awayWord
}
