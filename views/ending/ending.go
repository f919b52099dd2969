// Package ending is the part of a form that says where an intake or a walk-in leads: the
// outcome, and what that outcome needs. Intake and walk-in share it.
package ending

import (
	"context"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Part is the part of a form that it was made for. Its owner hands it the form's events.
type Part struct {
	// Advice is asked for whatever the outcome: hiding it for a moment would move the cursor.
	Advice   bool
	env      *views.Env
	form     *widget.Form
	outcomes []hall.Outcome
	found    []hall.MediatorRow
	mediator hall.MediatorRow // the one picked; his name stands in the field
}

// New makes the part for the outcomes an owner offers.
func New(env *views.Env, outcomes []hall.Outcome) *Part { return &Part{env: env, outcomes: outcomes} }

// Bind names the form that holds the Items.
func (p *Part) Bind(f *widget.Form) {
	p.form = f
	p.Show()
}

// Items are the part's questions.
func (p *Part) Items() []widget.Item {
	say := p.env.Say
	t := text.Ending
	yes := []widget.Option{{Key: "", Label: say(t.No), Initials: "f"}, {Key: "1", Label: say(t.Yes), Initials: "s"}}
	s := p.env.Settings
	hours := t.TimeHelp.With("a", text.Minutes(s.Open[0])).With("b", text.Minutes(s.Open[1])).
		With("c", text.Minutes(s.Open2[0])).With("d", text.Minutes(s.Open2[1]))
	return []widget.Item{
		{ID: "outcome", Label: say(t.Outcome), Kind: widget.Choice, Required: true, Options: p.options()},
		{ID: "terms", Label: say(t.Terms), Kind: widget.Notes, Rows: 3, Max: 2000, Help: say(t.OnSpotHelp)},
		{ID: "settled", Label: say(t.Amount), Max: 20},
		{ID: "performed", Label: say(t.Performed), Kind: widget.Choice, Options: yes},
		{ID: "day", Label: say(t.Day), Max: 20, Help: say(t.DayHelp)},
		{ID: "time", Label: say(t.Time), Max: 20, Help: say(hours)},
		{ID: "mode", Label: say(t.Mode), Kind: widget.Choice, Value: "0", Options: p.modes()},
		{ID: "room", Label: say(t.Room), Kind: widget.Choice, Options: p.rooms()},
		{ID: "place", Label: say(t.Place), Max: 60, Help: say(t.PlaceHelp)},
		{ID: "mediator", Label: say(t.Mediator), Max: 40, Choose: true, Help: say(t.MediatorHelp)},
		{ID: "to", Label: say(t.To), Max: 60},
		{ID: "reason", Label: say(t.Reason), Kind: widget.Notes, Rows: 2, Max: 1000},
		{ID: "referral", Label: say(t.Referral), Max: 100, Help: say(t.ReferralHelp),
			Suggest: []string{say(t.Court), say(t.Petition), say(t.Arbitration), say(t.Police)}},
		{ID: "advice", Label: say(t.Advice), Kind: widget.Notes, Rows: 3, Max: 2000},
	}
}

func (p *Part) options() []widget.Option {
	var out []widget.Option
	for _, o := range p.outcomes {
		out = append(out, widget.Option{
			Key: strconv.Itoa(int(o)), Label: p.env.Say(text.Outcome(o)), Initials: pinyin.First(text.Outcome(o).In(text.Zh)),
		})
	}
	return out
}

// Block gives the outcomes that are not possible now their reasons.
func (p *Part) Block(why func(hall.Outcome) text.Message) {
	opts := p.options()
	for i, o := range p.outcomes {
		opts[i].Reason = p.env.Say(why(o))
	}
	p.form.SetOptions("outcome", opts)
}

func (p *Part) modes() []widget.Option {
	var out []widget.Option
	for _, m := range []hall.Mode{hall.InRoom, hall.ByPhone, hall.ByVideo, hall.AtHome} {
		out = append(out, widget.Option{Key: strconv.Itoa(int(m)), Label: p.env.Say(text.Mode(m)), Initials: pinyin.First(text.Mode(m).In(text.Zh))})
	}
	return out
}

func (p *Part) rooms() []widget.Option {
	var out []widget.Option
	for _, r := range p.env.Settings.Rooms {
		out = append(out, widget.Option{Key: r, Label: r, Initials: pinyin.First(r)})
	}
	return out
}

// Outcome is the one chosen.
func (p *Part) Outcome() hall.Outcome {
	n, _ := strconv.Atoi(p.form.Raw("outcome"))
	return hall.Outcome(n)
}

// Show hides what the chosen outcome does not need.
func (p *Part) Show() {
	o := p.Outcome()
	need := map[string]bool{
		"terms": o == hall.SettledOnSpot, "settled": o == hall.SettledOnSpot, "performed": o == hall.SettledOnSpot,
		"day": o == hall.Booked, "time": o == hall.Booked, "mode": o == hall.Booked,
		"room":  o == hall.Booked && p.form.Raw("mode") == "0",
		"place": o == hall.Booked && p.form.Raw("mode") == strconv.Itoa(int(hall.AtHome)), "mediator": o == hall.Booked, "to": o == hall.TransferredOut,
		"reason":   o == hall.TransferredOut || o == hall.NotAccepted || o == hall.JointProposed,
		"referral": o == hall.NotAccepted, "advice": p.Advice || o == hall.AdviceOnly,
	}
	for id, show := range need {
		p.form.SetHidden(id, !show)
	}
}

// pause is how long typing must rest before a mediator is looked for.
const pause = 200 * time.Millisecond

type (
	searchMsg struct{ query string }
	foundMsg  struct {
		query string
		rows  []hall.MediatorRow
		err   error
	}
)

// Event takes what a key did to the form.
func (p *Part) Event(ev widget.Event) tea.Cmd {
	switch {
	case ev.PickedIn == "mediator" && ev.Picked < len(p.found):
		p.mediator = p.found[ev.Picked]
		p.form.SetValue("mediator", p.mediator.Name)
		p.form.SetSuggest("mediator", nil)
	case ev.PickedIn == "referral":
		t := text.Ending
		p.form.SetValue("referral", p.env.Say([]text.Message{t.Court, t.Petition, t.Arbitration, t.Police}[ev.Picked]))
	case ev.Changed == "outcome" || ev.Changed == "mode":
		p.Show()
	case ev.Changed == "mediator":
		return p.env.After(pause, searchMsg{p.form.Value("mediator")})
	}
	return nil
}

// Message takes the part's own messages; false for others.
func (p *Part) Message(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case searchMsg:
		if m.query != p.form.Value("mediator") || m.query == "" {
			return nil, true
		}
		desk := p.env.Desk
		return func() tea.Msg {
			rows, err := desk.FindMediators(context.Background(), m.query, 0, 6)
			return foundMsg{m.query, rows, err}
		}, true
	case foundMsg:
		if m.err != nil {
			return views.Fail(m.err), true
		}
		if m.query == p.form.Value("mediator") {
			p.found = m.rows
			var names []string
			for _, r := range m.rows {
				names = append(names, r.Name+"  "+r.Village)
			}
			p.form.SetSuggest("mediator", names)
		}
		return nil, true
	}
	return nil, false
}

// Keep is what a draft needs to find the picked mediator again.
func (p *Part) Keep() string { return strconv.FormatUint(uint64(p.mediator.ID), 10) }

// Restore takes up what Keep gave.
func (p *Part) Restore(kept string) {
	if id, err := strconv.ParseUint(kept, 10, 64); err == nil && id != 0 {
		p.mediator = hall.MediatorRow{ID: hall.MediatorID(id), Name: p.form.Value("mediator")}
	}
}

// Read makes the ending of what was filled in. A field that cannot be read is an error in
// that field.
func (p *Part) Read() (hall.Ending, *hall.Error) {
	f := p.form
	end := hall.Ending{Outcome: p.Outcome()}
	switch end.Outcome {
	case hall.SettledOnSpot:
		end.Terms, end.Performed = f.Value("terms"), f.Raw("performed") == "1"
		if s := f.Value("settled"); s != "" {
			fen, err := text.ParseMoney(s)
			if err != nil {
				return end, err.(*hall.Error).In("settled")
			}
			end.Amount = fen
		}
	case hall.Booked:
		return p.readSlot(end)
	case hall.TransferredOut:
		end.To, end.Reason = f.Value("to"), f.Value("reason")
	case hall.NotAccepted:
		end.Reason, end.Referral = f.Value("reason"), f.Value("referral")
	case hall.JointProposed:
		end.Reason = f.Value("reason")
	case hall.AdviceOnly:
		end.Advice = f.Value("advice")
	}
	return end, nil
}

func (p *Part) readSlot(end hall.Ending) (hall.Ending, *hall.Error) {
	f := p.form
	if f.Value("day") == "" {
		return end, hall.Refuse(hall.ErrRequired).In("day")
	}
	day, err := text.ParseDate(f.Value("day"), p.env.Today())
	if err != nil {
		return end, err.(*hall.Error).In("day")
	}
	if f.Value("time") == "" {
		return end, hall.Refuse(hall.ErrRequired).In("time")
	}
	from, to, err := text.ParseSlot(f.Value("time"))
	if err != nil {
		return end, err.(*hall.Error).In("time")
	}
	if to == 0 {
		to = from + p.env.Settings.Slot
	}
	mode, _ := strconv.Atoi(f.Raw("mode"))
	end.Slot, end.Mode = hall.Slot{Day: day, From: from, To: to}, hall.Mode(mode)
	if end.Mode == hall.InRoom {
		if end.Room = f.Raw("room"); end.Room == "" {
			return end, hall.Refuse(hall.ErrRequired).In("room")
		}
	}
	if end.Mode == hall.AtHome {
		end.Place = f.Value("place")
	}
	if name := f.Value("mediator"); name != "" {
		if name != p.mediator.Name {
			return end, hall.Refuse(hall.ErrNeedMediator).In("mediator")
		}
		end.Mediator, end.Mediated = p.mediator.ID, p.mediator.Name
	}
	return end, nil
}

// Note shows the weekday behind the typed day: a slip is seen at once.
func (p *Part) Note() {
	note := ""
	if day, err := text.ParseDate(p.form.Value("day"), p.env.Today()); err == nil && p.form.Value("day") != "" {
		note = p.env.Say(text.ShortDay(day))
		if on := p.env.Calendar().On(day); !on.Open {
			note = p.env.Say(text.Ending.Closed.With("day", note).With("why", on.Name))
		}
	}
	p.form.SetNote("day", note)
}
