package followup

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// What somebody writes down when a follow-up was made (回访记录).

const (
	yes = "1"
	no  = "0"
)

// option is an answer that is one of several values, found by its number and its initials.
func (v *View) option(n int, m text.Message) widget.Option {
	initials := pinyin.First(m.In(text.Zh))
	if v.env.Lang == text.En {
		initials = m.In(text.En)[:1]
	}
	return widget.Option{Key: strconv.Itoa(n), Label: v.env.Say(m), Initials: initials}
}

func (v *View) ways(at hall.FollowWay) widget.Item {
	it := widget.Item{ID: "way", Label: v.env.Say(text.FollowForm.Way), Kind: widget.Choice, Required: true, Value: strconv.Itoa(int(at))}
	for _, w := range []hall.FollowWay{hall.FollowVisit, hall.FollowPhone, hall.FollowHall} {
		it.Options = append(it.Options, v.option(int(w), text.FollowWay(w)))
	}
	return it
}

func (v *View) recordItems(f hall.JointFile) []widget.Item {
	t, say := text.FollowForm, v.env.Say
	var performances, relapses, content []widget.Option
	for _, p := range []hall.Performance{hall.PerformanceFull, hall.PerformancePart, hall.PerformanceNone, hall.PerformanceNotDue} {
		performances = append(performances, v.option(int(p), text.Performance(p)))
	}
	for _, r := range []hall.Relapse{hall.RelapseNone, hall.RelapseRisk, hall.RelapseBack} {
		relapses = append(relapses, v.option(int(r), text.Relapse(r)))
	}
	for _, n := range []int{5, 4, 3, 2, 1, 0} { // the best first, as on every other scale; what is kept means what it meant
		content = append(content, v.option(n, text.Satisfaction(n)))
	}
	return []widget.Item{
		{ID: "on", Label: say(t.On), Max: 20, Required: true, Value: v.env.Say(text.FollowForm.Today), Replace: true, Help: say(t.DayHelp)},
		v.ways(f.Consultation.Visit.Way),
		{ID: "performance", Label: say(t.Performance), Kind: widget.Choice, Required: true, Options: performances},
		{ID: "satisfaction", Label: say(t.Satisfaction), Kind: widget.Choice, Required: true, Options: content},
		{ID: "relapse", Label: say(text.FollowUps.Relapse), Kind: widget.Choice, Required: true, Options: relapses, Help: say(t.RelapseHelp)},
		{ID: "findings", Label: say(text.FollowUps.Findings), Kind: widget.Notes, Rows: 3, Max: 2000, Required: true, Help: say(t.FindingsHelp)},
		{ID: "measures", Label: say(text.FollowUps.Measures), Kind: widget.Notes, Rows: 2, Max: 1000, Required: true, Help: say(t.MeasuresHelp)},
		{ID: "lawsuit", Label: say(text.FollowUps.Lawsuit), Kind: widget.Choice, Value: no, Options: []widget.Option{{Key: no, Label: say(t.No), Initials: "m"}, {Key: yes, Label: say(t.Yes), Initials: "y"}}},
		{ID: "next", Label: say(text.FollowUps.Next), Max: 20, Help: say(t.NextHelp)},
	}
}

// number is an answer that is one of several values.
func (v *View) number(id string) int {
	n, _ := strconv.Atoi(v.fill.Form.Raw(id)) // one of the options, or not answered yet
	return n
}

// answers is what is filled in so far, with the days that can be read.
func (v *View) answers() (hall.FollowUpRecord, *hall.Error) {
	f := v.fill.Form
	rec := hall.FollowUpRecord{
		Way: hall.FollowWay(v.number("way")), Performance: hall.Performance(v.number("performance")), Satisfaction: v.number("satisfaction"),
		Relapse: hall.Relapse(v.number("relapse")), Findings: f.Value("findings"), Lawsuit: f.Raw("lawsuit") == yes,
	}
	if rec.Relapse != hall.RelapseNone {
		rec.Measures = f.Value("measures")
	}
	var bad *hall.Error
	if rec.On, bad = v.fill.Day("on"); bad != nil {
		return rec, bad
	}
	rec.Next, bad = v.fill.Day("next")
	return rec, bad
}

// proposal is the next visit that the answers call for, as it is written into its field.
func (v *View) proposal() string {
	rec, _ := v.answers()
	if rec.On == 0 || rec.Performance == hall.PerformanceUnknown || v.fill.Form.Raw("relapse") == "" {
		return ""
	}
	if next := hall.NextFollowUp(rec); next != 0 {
		return max(next, v.env.Today()+1).String()
	}
	return ""
}

// takeProposal remembers what was proposed when the draft was left: what differs from it was
// written by hand and stays.
func (v *View) takeProposal(resumed bool) {
	v.fill.proposed = ""
	if resumed {
		v.fill.proposed = v.proposal()
	}
}

func (v *View) followRecord() tea.Cmd {
	f := v.fill
	relapse := f.Form.Raw("relapse")
	f.Form.SetHidden("measures", relapse == "" || relapse == strconv.Itoa(int(hall.RelapseNone)))
	if now := v.proposal(); f.Form.Value("next") == f.proposed && now != f.proposed {
		f.Form.SetValue("next", now)
		f.proposed = now
	}
	f.NoteDay("on")
	f.NoteDay("next")
	return nil
}

func (v *View) saveRecord() (tea.Cmd, *hall.Error) {
	rec, bad := v.answers()
	if bad == nil {
		bad = rec.Check(v.env.Today())
	}
	if bad != nil {
		return nil, bad
	}
	desk, id, rev := v.env.Desk, v.fill.file.Consultation.ID, v.fill.Rev
	return v.finish(func(ctx context.Context, draft hall.DraftID) (hall.Consultation, error) {
		return desk.RecordFollowUp(ctx, id, rev, draft, rec)
	}), nil
}
