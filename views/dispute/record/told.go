package record

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

// Told asks which of the parties of a consultation was told of it: by telephone, or through the village
// where none is on record.
func Told(env *views.Env, f hall.JointFile) tea.Cmd {
	c := f.Consultation
	ways := map[string]hall.CallRow{}
	for _, p := range f.Case.Parties {
		ways[p.Details.Name] = hall.CallRow{Phone: p.Phone()}
	}
	return party(env, DoTold, c, func(e hall.Expected) text.Message {
		if c.Heard(e) {
			return text.Party(c, e)
		}
		return text.Message{}
	}, func(i int, e hall.Expected) tea.Cmd {
		return notify(env, c, hall.Notice{Way: ways[e.Name].Way(), Reached: true}, i, PartyTold.With("who", e.Name))
	})
}

// Untold asks of which party it was put down by mistake that it was told.
func Untold(env *views.Env, c hall.Consultation) tea.Cmd {
	return party(env, DoUntold, c, func(e hall.Expected) text.Message {
		if c.Heard(e) {
			return text.Message{}
		}
		return text.Party(c, e)
	}, func(i int, e hall.Expected) tea.Cmd { return Untell(env, c, i) })
}

// Untell puts down that a party was not told after all.
func Untell(env *views.Env, c hall.Consultation, i int) tea.Cmd {
	e := c.Expected[i]
	return notify(env, c, hall.Notice{Way: c.LastNotice(e).Way, Void: true}, i, PartyUntold.With("who", e.Name))
}

func party(env *views.Env, title text.Message, c hall.Consultation, why func(hall.Expected) text.Message, do func(int, hall.Expected) tea.Cmd) tea.Cmd {
	var items []menu.Item
	for i, e := range c.Expected {
		items = append(items, menu.Item{Name: text.Words(text.Raw(e.Name), text.Side(e.Side)), Why: why(e), Do: func() tea.Cmd { return do(i, e) }})
	}
	return menu.Open(env, env.Say(title), items)
}

func notify(env *views.Env, c hall.Consultation, n hall.Notice, i int, said text.Message) tea.Cmd {
	return env.Act(func(ctx context.Context, s views.Session) (text.Message, error) {
		_, err := s.Desk.Notify(ctx, c.ID, c.Rev, n, i)
		return said, err
	})
}
