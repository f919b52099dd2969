package roster

import (
	"strconv"
	"strings"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views/dialog"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// items are the questions of a form.
func (v *View) items(f *filling) []widget.Item {
	if f.what == doEdit {
		return v.entryItems(f)
	}
	t, say := text.RosterForm, v.env.Say
	m, today := f.file.Mediator, v.date(v.env.Today())
	day := func(id string, name text.Message, value string) widget.Item {
		return widget.Item{ID: id, Label: say(name), Max: 20, Required: true, Value: value, Help: say(t.DayHelp)}
	}
	line := func(id string, name text.Message, most int) widget.Item {
		return widget.Item{ID: id, Label: say(name), Max: most}
	}
	need := func(it widget.Item) widget.Item { it.Required = true; return it }
	help := func(it widget.Item, h text.Message) widget.Item { it.Help = say(h); return it }
	switch f.what {
	case doSuspend, doLeave:
		return []widget.Item{day("from", t.StatusFrom, today), need(help(line("why", t.StatusWhy, hall.MaxWhy), t.StatusWhyHelp))}
	case doReturn:
		return []widget.Item{day("from", t.StatusFrom, today), line("why", t.StatusWhy, hall.MaxWhy)}
	case doTerm, doSetTerm:
		term := hall.NextTerm(m.Terms, v.env.Today())
		if f.what == doSetTerm {
			term = m.Terms[len(m.Terms)-1]
		}
		how := help(line("how", t.TermHow, 40), t.TermHowHelp)
		how.Value = term.How
		return []widget.Item{day("from", t.TermFrom, v.date(term.From)), day("to", t.TermTo, v.date(term.To)), how}
	case doFile:
		return []widget.Item{help(day("until", t.FiledUntil, today), t.FiledUntilHelp), day("filed", t.FiledDay, today), line("no", t.FiledNo, 40)}
	case doTraining:
		exam := []widget.Option{{Key: "", Label: say(t.ExamNone)}, {Key: "pass", Label: say(t.ExamPass)}, {Key: "fail", Label: say(t.ExamFail)}}
		return []widget.Item{
			day("day", t.TrainDay, today), need(line("what", t.TrainWhat, 60)), line("hours", t.TrainHours, 3), line("by", t.TrainBy, 40),
			{ID: "exam", Label: say(t.TrainExam), Kind: widget.Choice, Options: exam}, line("score", t.TrainScore, 3),
		}
	case doPost:
		var kinds []widget.Option
		for _, k := range hall.PostKinds() {
			kinds = append(kinds, widget.Option{Key: strconv.Itoa(int(k)), Label: say(text.PostKind(k)), Initials: pinyin.First(text.PostKind(k).In(text.Zh))})
		}
		where := line("where", t.PostWhere, hall.MaxPlaceName)
		where.Value = m.Village
		return []widget.Item{{ID: "kind", Label: say(t.PostKind), Kind: widget.Choice, Required: true, Options: kinds}, where, day("from", t.PostFrom, today)}
	case doLog:
		return []widget.Item{day("day", t.PostDay, today), need(line("what", t.PostWhat, 100))}
	case doQuit:
		return []widget.Item{day("day", t.QuitDay, today)}
	case doPair:
		return []widget.Item{day("from", t.PairFrom, today)}
	case doTeach:
		return []widget.Item{day("day", t.LessonDay, today), need(line("what", t.LessonWhat, 100))}
	}
	return []widget.Item{day("day", t.EndDay, today), need(help(line("why", t.EndWhy, 100), t.EndWhyHelp))}
}

// date writes a day as a form holds it.
func (v *View) date(d hall.Day) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

// entryItems are the questions about an entry: few are required, what seldom changes is folded.
func (v *View) entryItems(f *filling) []widget.Item {
	t, say, m := text.RosterForm, v.env.Say, f.file.Mediator
	back := make([]dialog.Named, 0, 20)
	for _, b := range hall.Backgrounds() {
		back = append(back, dialog.Named{Code: string(b), Name: text.Background(b)})
	}
	types, backs := dialog.NewSeveral(v.env, "specialities", dialog.TypesOf(v.env)), dialog.NewSeveral(v.env, "backgrounds", back)
	f.lists = []*dialog.Several{types, backs}
	yes := func(id string, name text.Message, on bool) widget.Item {
		value := "0"
		if on {
			value = "1"
		}
		return widget.Item{ID: id, Label: say(name), Kind: widget.Choice, Value: value, Options: []widget.Option{{Key: "0", Label: say(t.No), Initials: "b"}, {Key: "1", Label: say(t.Yes), Initials: "s"}}}
	}
	var codes []string
	for _, b := range m.Backgrounds {
		codes = append(codes, string(b))
	}
	sexes := []widget.Option{{Key: "1", Label: say(text.Sex(hall.Male)), Initials: "n"}, {Key: "2", Label: say(text.Sex(hall.Female)), Initials: "v"}}
	sex := ""
	if m.Sex != hall.SexUnknown {
		sex = strconv.Itoa(int(m.Sex))
	}
	full := yes("full", t.Time, m.FullTime)
	full.Options[0].Label, full.Options[0].Initials, full.Options[1].Label, full.Options[1].Initials = say(text.Roster.Part), "jz", say(text.Roster.Full), "zz"
	from, why := v.fromItems(f)
	items := []widget.Item{
		{ID: "name", Label: say(t.Name), Max: hall.MaxMediatorName, Required: true, Value: m.Name},
		{ID: "sex", Label: say(t.Sex), Kind: widget.Choice, Options: sexes, Value: sex},
		{ID: "village", Label: say(t.Village), Max: hall.MaxPlaceName, Value: m.Village},
		{ID: "org", Label: say(t.Org), Max: hall.MaxPlaceName, Value: m.Organisation, Help: say(t.OrgHelp), Names: true},
		yes("head", t.OrgHead, m.OrgHead),
		{ID: "specialities", Label: say(t.Specialities), Max: 200, Value: types.Line(m.Specialities, nil), Help: say(t.ListHelp), Names: true},
		{ID: "backgrounds", Label: say(t.Backgrounds), Max: 200, Value: backs.Line(codes, nil), Help: say(t.ListHelp), Names: true},
		{ID: "knows", Label: say(t.Knows), Max: hall.MaxKnows, Value: m.Knows, Help: say(t.KnowsHelp)},
		{ID: "grade", Label: say(t.Grade), Kind: widget.Choice, Options: v.grades(m.Grade), Value: m.Grade},
		full, from, why,
		{ID: "phone", Label: say(t.Phone), Max: 20, Plain: true, Value: m.Phone, Help: say(t.Private), Later: true},
		{ID: "birth", Label: say(t.Birth), Max: 20, Value: v.date(m.Birth), Help: say(t.BirthHelp), Later: true},
		{ID: "area", Label: say(t.Area), Max: hall.MaxPlaceName, Value: m.Area, Later: true},
		{ID: "studio", Label: say(t.Studio), Max: hall.MaxPlaceName, Value: m.StudioName, Help: say(t.StudioHelp), Later: true, Names: true},
		yes("lead", t.StudioLead, m.StudioLead), {ID: "trade", Label: say(t.Trade), Max: hall.MaxPlaceName, Value: m.Trade, Help: say(t.TradeHelp), Later: true},
		yes("servant", t.Servant, m.Servant),
	}
	for i := range items {
		if items[i].ID == "lead" || items[i].ID == "servant" {
			items[i].Later = true
		}
	}
	return items
}

// fromItems ask from when a change holds and why; of a new one since when he is on the roster
// and whether that was reported.
func (v *View) fromItems(f *filling) (from, why widget.Item) {
	t, say := text.RosterForm, v.env.Say
	from = widget.Item{ID: "from", Label: say(t.From), Max: 20, Required: true, Value: v.date(v.env.Today()), Help: say(t.FromHelp)}
	why = widget.Item{ID: "why", Label: say(t.Why), Max: hall.MaxWhy, Help: say(t.WhyHelp)}
	if f.id == 0 {
		from.Label, from.Help = say(t.Joined), say(t.JoinedHelp)
		why = widget.Item{ID: "no", Label: say(t.Filed), Max: 40, Help: say(t.FiledHelp)}
	}
	return from, why
}

// grades are the hall's, and the one he has should the list not name it any more.
func (v *View) grades(has string) []widget.Option {
	out := []widget.Option{{Key: "", Label: v.env.Say(text.RosterForm.None)}}
	known := has == ""
	for _, g := range v.env.Settings.Grades {
		known = known || g == has
		out = append(out, widget.Option{Key: g, Label: g, Initials: pinyin.First(g)})
	}
	if !known {
		out = append(out, widget.Option{Key: has, Label: has})
	}
	return out
}

// hide hides what does not apply.
func (v *View) hide() {
	f := v.fill.form
	f.SetHidden("head", f.Value("org") == "")
	f.SetHidden("lead", f.Value("studio") == "")
	f.SetHidden("score", f.Raw("exam") == "")
}

// day reads a date field; an empty one is no date.
func (v *View) day(id string) (hall.Day, *hall.Error) { return dialog.Day(v.env, v.fill.form, id) }

// entry makes the record of what was filled in.
func (v *View) entry() (m hall.Mediator, from hall.Day, bad *hall.Error) {
	f := v.fill
	m = f.file.Mediator
	get, is := f.form.Value, func(id string) bool { return f.form.Raw(id) == "1" }
	sex, _ := strconv.Atoi(f.form.Raw("sex")) // one of the options, or none
	m.Name, m.Sex, m.Village, m.Area, m.Knows, m.Trade, m.Phone = get("name"), hall.Sex(sex), get("village"), get("area"), get("knows"), get("trade"), get("phone")
	m.Grade, m.FullTime, m.Servant = f.form.Raw("grade"), is("full"), is("servant")
	m.Organisation, m.OrgHead = get("org"), is("head") && get("org") != ""
	m.StudioName, m.StudioLead = get("studio"), is("lead") && get("studio") != ""
	if m.Birth, bad = v.day("birth"); bad != nil {
		return m, 0, bad
	}
	m.Specialities, m.Backgrounds = nil, nil
	for _, l := range f.lists {
		codes, unknown := l.Typed(f.form.Raw(l.ID()))
		if len(unknown) > 0 {
			return m, 0, hall.Refuse(hall.ErrUnknownType, "type", strings.Join(unknown, " ")).In(l.ID())
		}
		if l.ID() == "specialities" {
			m.Specialities = codes
			continue
		}
		for _, c := range codes {
			m.Backgrounds = append(m.Backgrounds, hall.Background(c))
		}
	}
	if f.id == 0 {
		m.Filings = []hall.Filing{{Number: get("no")}}
	}
	from, bad = v.day("from")
	if bad == nil {
		bad = m.Check(f.file.Mediator, v.env.Settings, v.env.Today())
	}
	return m, from, bad
}
