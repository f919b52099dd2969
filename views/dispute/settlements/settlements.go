// Package settlements enters what a village settled orally and brings afterwards (口头调解补录): a line for each, saved
// as it is finished. The next line keeps village, mediator, type and day; what was entered in this sitting is listed below.
package settlements

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/ending"
	"sizhen/views/dispute/facts"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Limits of what is typed, in characters.
const (
	shortText = 60
	longText  = 300
	mostFound = 5
)

// line is a settlement while it is typed.
type line struct {
	of     hall.Settlement // without its people and its matter
	who    [2]name         // by side
	matter hall.Matter
	like   []hall.SettledRow // what it was perhaps entered as already
	made   hall.Case
	ask    asked
}

// asked is by what the form knows what else to ask.
type asked struct {
	settings hall.Settings
	today    hall.Day
}

// name is somebody as written, and on file: 0 where nobody was picked.
type name struct {
	id     hall.PersonID
	called string
}

// settlement is the line as it is kept.
func (l line) settlement() hall.Settlement {
	s := l.of
	s.Type, s.Subject, s.Source, s.Amount = l.matter.Type, l.matter.Subject, l.matter.Source, l.matter.Amount
	s.Parties = nil
	for _, side := range []hall.Side{hall.Applicant, hall.Respondent} {
		if w := l.who[side]; w.called != "" {
			s.Parties = append(s.Parties, hall.Party{Person: w.id, Side: side, Details: hall.Details{Name: w.called}})
		}
	}
	return s
}

// next is how the line after it begins: what a sheet has in common stays.
func (l line) next() line {
	n := line{ask: l.ask}
	n.of.Village, n.of.Mediator, n.of.MediatedBy, n.of.Day, n.of.LateWhy = l.of.Village, l.of.Mediator, l.of.MediatedBy, l.of.Day, l.of.LateWhy
	n.matter.Type, n.matter.Source = l.matter.Type, l.matter.Source
	return n
}

// View is the screen.
type View struct {
	*form.View[line]
	env  *views.Env
	done []line // entered in this sitting, the latest first
}

// New makes the screen.
func New(env *views.Env, r views.Route) views.View {
	v := &View{env: env}
	first := line{ask: asked{env.Settings, env.Today()}}
	if a := env.Actor; a.Mediator != 0 {
		first.of.Mediator, first.of.MediatedBy = a.Mediator, a.Name
	}
	v.View = form.New(env, form.Spec[line]{
		Title: title, Rule: rule, Stays: true, Yes: saveKey, Start: first, Fields: fields(),
		Keep: form.Keep[line]{Kind: hall.DraftSettlement, Many: true, ID: r.Draft, Title: func(l line) text.Message { return text.Raw(l.who[0].called) }},
		Check: func(s views.Session, l line) *hall.Error {
			return l.settlement().Check(s.Settings, s.Today())
		},
		Watch: watch, Below: v.below, Keys: v.keys, Same: met,
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, l line) (line, error) {
			var err error
			l.made, err = s.Desk.Settle(ctx, draft, l.settlement())
			return l, err
		},
		Done: func(l line) text.Message {
			return saved.With("no", l.made.Number).With("who", text.Who(l.who[0].called, 0))
		},
		Then: func(l line) tea.Cmd {
			v.done = append([]line{l}, v.done...)
			v.Begin(l.next(), hall.Draft{})
			return nil
		},
	})
	return v
}

// fields are a line's questions: first what differs from line to line.
func fields() []*form.Field[line] {
	f := facts.Fields(func(l *line) *hall.Matter { return &l.matter })
	later := func(l line) bool { return l.of.Later }
	return []*form.Field[line]{
		person("applicant", applicantLabel, hall.Applicant).Named().Required(),
		person("respondent", respondentLabel, hall.Respondent).Named().Required(),
		form.Text("terms", termsLabel, longText, func(l *line) *string { return &l.of.Terms }).Required(),
		f.Amount.Title(amountLabel),
		f.Type.Required(),
		form.Day(hall.FieldDay, dayLabel, func(l *line) *hall.Day { return &l.of.Day }).Required().Check(passed),
		form.Flag("performed", performedLabel, onSpot, afterwards, func(l *line) *bool { return &l.of.Later }).Given(),
		form.Day("performby", performByLabel, func(l *line) *hall.Day { return &l.of.PerformBy }).If(later).Required(),
		form.Pick(hall.FieldMediator, mediatorLabel, 40, func(l *line) *hall.MediatorID { return &l.of.Mediator },
			func(l *line) *string { return &l.of.MediatedBy }, ending.Mediators).Required(),
		form.Text(hall.FieldVillage, text.Intake.Village, shortText, func(l *line) *string { return &l.of.Village }).Village(),
		form.Text("whyoral", whyOralLabel, shortText, func(l *line) *string { return &l.of.WhyOral }).If(oughtWritten).Required().
			Propose(func(s views.Session, _ line) string { return s.Say(whyOralUsual) }).Help(whyOralHelp),
		form.Text("latewhy", lateWhyLabel, shortText, func(l *line) *string { return &l.of.LateWhy }).If(belated).Required().
			Help(lateWhyHelp),
		f.Subject.Later(), f.Source.Given().Later(),
	}
}

// oughtWritten and belated are what a reason is asked for.
func oughtWritten(l line) bool { return l.settlement().WhyWritten(l.ask.settings) != nil }

func belated(l line) bool { return l.ask.settings.Belated(l.of.Day, l.ask.today) }

func passed(s views.Session, l line) *hall.Error {
	if l.of.Day > s.Today() {
		return hall.Refuse(hall.ErrDayFuture)
	}
	return nil
}

// person is one of the two, found by name as at the front desk; somebody new is written as he is called.
func person(field string, label text.Message, side hall.Side) *form.Field[line] {
	return form.Pick(field, label, 40, func(l *line) *hall.PersonID { return &l.who[side].id },
		func(l *line) *string { return &l.who[side].called }, people).Free()
}

func people(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	if q == "" {
		return nil, nil
	}
	rows, err := s.Desk.FindPeople(ctx, q, mostFound+1)
	var out []form.Found
	for _, r := range rows {
		out = append(out, form.Found{ID: uint64(r.ID), Label: r.Name, Detail: s.Say(text.Words(text.Raw(r.Village), text.Raw(r.Phone)))})
	}
	return form.Upto(out, mostFound), err
}

// met makes somebody of a name the one on file, once it was asked who is meant.
func met(l *line, one hall.Namesake) {
	for i := range l.who {
		if w := &l.who[i]; w.id == 0 && hall.FoldName(w.called) == hall.FoldName(one.Name) {
			w.id = hall.PersonID(one.Ref.ID)
			return
		}
	}
}

// watch looks for cases that the line was perhaps entered as already.
func watch(l line) (string, func(context.Context, views.Session) (func(*line), error)) {
	s := l.settlement()
	if len(s.Parties) < 2 || s.Type == "" || s.Day == 0 {
		return "", nil
	}
	key := fmt.Sprint(s.Parties[0].Person, l.who[0].called, s.Parties[1].Person, l.who[1].called, s.Type, s.Day, s.Terms)
	return key, func(ctx context.Context, at views.Session) (func(*line), error) {
		rows, err := at.Desk.Settled(ctx, s)
		return func(l *line) { l.like = rows }, err
	}
}

// below says what the line is perhaps entered as already, and what was entered in this sitting.
func (v *View) below(s views.Session, l line, w int) []string {
	var out []string
	say := func(m text.Message, of func(...string) string) {
		out = append(out, of(widget.Cut(s.Say(m), w, s.Styles.Marks.More)))
	}
	if len(l.like) > 0 {
		one := l.like[0]
		m := likely
		if one.Surely {
			m = surely
		}
		say(m.With("no", one.Called()).With("day", text.Day(one.Day)).With("what", text.About(s.Settings, one.Type, one.Subject)), s.Styles.Accent.Render)
	}
	if why := l.settlement().WhyWritten(s.Settings); why != nil && l.of.Terms != "" {
		say(text.Err(why), s.Styles.Accent.Render)
	}
	if len(v.done) > 0 {
		out = append(out, "")
		say(entered.With("n", len(v.done)), s.Styles.Muted.Render)
	}
	for _, d := range v.done {
		say(rowOf(s, d), s.Styles.Muted.Render)
	}
	return out
}

// rowOf is a line that was entered: number, people, day, what was agreed.
func rowOf(s views.Session, l line) text.Message {
	return enteredRow.With("no", l.made.Number).With("a", l.who[0].called).With("b", l.who[1].called).With("what", text.Type(s.Settings, l.matter.Type)).
		With("terms", l.of.Terms)
}

// keys lead to what was entered.
func (v *View) keys() []views.Action {
	open := func() tea.Cmd { return v.pasted("") }
	return []views.Action{{Key: views.Key("Ctrl-T", "ctrl+t"), Name: pasteListKey, Run: open},
		{Key: views.Key("Ctrl-G", "ctrl+g"), Name: listKey, Help: listHelp, Run: v.list, Blocked: func() text.Message {
			if len(v.done) == 0 {
				return noneYet
			}
			return text.Message{}
		}}}
}

// list lets one of those that were entered be opened.
func (v *View) list() tea.Cmd {
	var items []menu.Item
	for _, d := range v.done {
		items = append(items, menu.Item{Name: rowOf(v.env.Session, d), Do: func() tea.Cmd {
			return views.Go(views.Route{Screen: views.CaseFile, Case: d.made.ID})
		}})
	}
	return menu.Open(v.env, v.env.Say(entered.With("n", len(v.done))), items)
}

// pasted opens a sheet that was pasted; what its lines leave open is as in the form.
func (v *View) pasted(all string) tea.Cmd {
	base := v.Value().settlement()
	base.Parties, base.Terms, base.Amount = nil, "", 0
	return views.Push(paste(v.env, all, base))
}

// Update implements views.View.
func (v *View) Update(msg tea.Msg) tea.Cmd {
	if cmd, ok := menu.Run(msg); ok {
		return cmd
	}
	if all, ok := isSheet(msg); ok {
		return v.pasted(all)
	}
	return v.View.Update(msg)
}
