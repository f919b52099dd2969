package followup

import (
	"context"
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/paper"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// trip is the list for one trip: what is due until a day, village by village.
type trip struct {
	until hall.Day
	stops []hall.Stop
	rest  int
	read  bool
	top   int
	lines []string // as drawn last
	width int      // for so many cells
	lang  text.Lang
}

const (
	usualTrip = 14  // days ahead
	mostStops = 100 // on one list
)

type (
	tripRead struct {
		until hall.Day
		stops []hall.Stop
		rest  int
		err   error
	}
	tripChosen struct{ what string }
	tripUntil  struct{ day string }
	tripSaved  struct {
		path string
		err  error
	}
)

const (
	tripOther = "other"
	tripSave  = "save"
	tripBack  = "back"
)

// planTrip shows the trip of the coming days.
func (v *View) planTrip() tea.Cmd {
	v.trip = &trip{until: v.env.Today() + usualTrip}
	return v.readTrip()
}

func (v *View) readTrip() tea.Cmd {
	desk, until := v.env.Desk, v.trip.until
	return func() tea.Msg {
		stops, rest, err := desk.Trip(context.Background(), until, mostStops)
		return tripRead{until, stops, rest, err}
	}
}

// tripMessage takes the messages of the trip; false for others.
func (v *View) tripMessage(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case tripRead:
		switch {
		case m.err != nil:
			return views.Fail(m.err), true
		case v.trip != nil && v.trip.until == m.until:
			v.trip.stops, v.trip.rest, v.trip.read, v.trip.width = m.stops, m.rest, true, 0
		}
		return nil, true
	case tripChosen:
		return v.tripRun(m.what), true
	case tripUntil:
		return v.tripTo(m), true
	case tripSaved:
		if m.err != nil {
			return views.Fail(m.err), true
		}
		return views.Toast(views.Done, text.FollowForm.TripSaved.With("path", m.path)), true
	}
	return nil, false
}

// noTripFile is why the list cannot be saved as a file.
func (v *View) noTripFile() text.Message {
	switch {
	case v.env.Export == nil:
		return text.FollowForm.TripSample
	case v.trip == nil || len(v.trip.stops) == 0:
		return text.FollowForm.TripNone.With("day", text.ShortDay(v.trip.until))
	}
	return text.Message{}
}

func (v *View) tripMenu() tea.Cmd {
	t, say := text.FollowForm, v.env.Say
	return views.Open(dialog.Menu(v.env, say(t.TripMenu), []widget.MenuItem{
		{ID: tripOther, Label: say(t.TripOther)}, {ID: tripSave, Label: say(t.TripSave), Reason: say(v.noTripFile())}, {ID: tripBack, Label: say(t.TripBack)},
	}, func(id string) tea.Msg { return tripChosen{id} }))
}

func (v *View) tripRun(what string) tea.Cmd {
	switch {
	case v.trip == nil:
		return nil
	case what == tripOther:
		return v.askUntil()
	case what == tripSave:
		return v.saveTrip()
	}
	cmd, _ := v.Back()
	return cmd
}

func (v *View) askUntil() tea.Cmd {
	t, say := text.FollowForm, v.env.Say
	f := v.form(tripOther, widget.Item{ID: "day", Label: say(t.TripUntil), Max: 20, Required: true, Help: say(t.TripUntilHelp)})
	return views.Open(dialog.Ask(v.env.Styles, say(t.TripOther), "", f, func(vs map[string]string) tea.Msg { return tripUntil{vs["day"]} }))
}

// tripTo takes the day until which visits are due; today at least.
func (v *View) tripTo(m tripUntil) tea.Cmd {
	if v.trip == nil {
		return nil
	}
	f := v.forms[tripOther]
	day, bad := dialog.Day(v.env, f, "day")
	if bad == nil && day < v.env.Today() {
		bad = hall.Refuse(hall.ErrDayBefore, "day", v.env.Today()).In("day")
	}
	if bad != nil {
		f.SetError("day", v.env.Say(text.Err(bad)))
		return v.askUntil()
	}
	delete(v.forms, tripOther)
	v.trip = &trip{until: day}
	return v.readTrip()
}

// page is the list as it is read on the screen and on paper.
func (v *View) page() paper.Trip {
	t := v.trip
	return paper.Trip{Hall: v.env.Settings.Name, By: v.env.Actor.Name, Today: v.env.Today(), Until: t.until, Stops: t.stops, Rest: t.rest}
}

func (v *View) saveTrip() tea.Cmd {
	if why := v.noTripFile(); !why.IsZero() {
		return views.Toast(views.Warn, why)
	}
	export, p, lang := v.env.Export, v.page(), v.env.Lang
	file := text.FollowForm.TripFile.With("day", p.Today.String()).In(lang)
	return func() tea.Msg {
		path, err := export(context.Background(), file, func(w io.Writer) error {
			_, err := io.WriteString(w, strings.Join(p.Lines(lang, paperWidth), "\n")+"\n")
			return err
		})
		return tripSaved{path, err}
	}
}

// paperWidth is how many cells a line on paper takes: what an A4 page holds in 10 point.
const paperWidth = 84

func (v *View) drawTrip(w, h int) views.Frame {
	t, st, say := v.trip, v.env.Styles, v.env.Say
	head := text.FollowForm.TripReading
	switch {
	case t.read && len(t.stops) == 0:
		head = text.FollowForm.TripNone.With("day", text.ShortDay(t.until))
	case t.read:
		head = text.FollowForm.TripHead.With("day", text.ShortDay(t.until)).With("n", len(t.stops))
	}
	out := []string{" " + st.Title.Render(widget.Cut(say(head), w-2, st.Marks.More)), ""}
	if bw := min(w-6, 110); t.width != bw || t.lang != v.env.Lang {
		t.lines, t.width, t.lang = v.page().Body(v.env.Lang, bw), bw, v.env.Lang
	}
	body := t.lines
	room := max(h-len(out), 1)
	t.top = max(min(t.top, len(body)-room), 0)
	for i, l := range body[t.top:min(len(body), t.top+room)] {
		if i == room-1 && t.top+room < len(body) {
			l = st.Muted.Render(st.Marks.More)
		}
		out = append(out, "   "+l)
	}
	return views.NewFrame(w, h, out)
}
