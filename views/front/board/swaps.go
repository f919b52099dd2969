package board

import (
	"fmt"

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
