// Package facts asks and tells what a dispute is about, wherever it is registered, put right or read:
// each field of it is asked once and shown once.
package facts

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/page"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Limits of what is typed, in characters.
const (
	shortText = 100
	longText  = 4000
)

// Of are the questions about a dispute for a form over R. Which of them are asked, in which order and
// which must be answered is the form's.
type Of[R any] struct {
	Type, Subject, Facts, Requests, Amount, Source, SourceFrom, Written, Difficulty, Risk, Measures, Letter, LetterDay, LetterBy *form.Field[R]
}

// Fields makes them over the matter that lies in R.
func Fields[R any](at func(*R) *hall.Matter) Of[R] {
	t := text.Matter
	entrusted := func(r R) bool { return at(&r).Source == hall.SourceEntrusted }
	str := func(of func(*hall.Matter) *string) func(*R) *string { return func(r *R) *string { return of(at(r)) } }
	return Of[R]{
		Type:     form.Choice("type", t.Type, str(func(m *hall.Matter) *string { return &m.Type }), types[R]),
		Subject:  form.Text("subject", t.Subject, shortText, str(func(m *hall.Matter) *string { return &m.Subject })),
		Facts:    form.Notes("facts", t.Facts, longText, str(func(m *hall.Matter) *string { return &m.Facts })),
		Requests: form.Notes("requests", t.Requests, longText, str(func(m *hall.Matter) *string { return &m.Requests })).Rows(2),
		Amount:   form.Money("amount", t.Amount, func(r *R) *int64 { return &at(r).Amount }),
		Source: form.Enum("source", t.Source, func(r *R) *hall.Source { return &at(r).Source },
			[]hall.Source{hall.SourceApplication, hall.SourceUnasked, hall.SourceEntrusted}, text.Source),
		SourceFrom: form.Text("sourcefrom", t.SourceFrom, shortText, str(func(m *hall.Matter) *string { return &m.SourceFrom })).
			If(entrusted),
		Letter:    form.Text("letter", t.Letter, shortText, str(func(m *hall.Matter) *string { return &m.Letter })).If(entrusted),
		LetterDay: form.Day("letterday", t.LetterDay, func(r *R) *hall.Day { return &at(r).LetterDay }).If(entrusted),
		LetterBy:  form.Day("letterby", t.LetterBy, func(r *R) *hall.Day { return &at(r).LetterBy }).If(entrusted).Help(letterHelp),
		Written:   form.Flag("written", t.Written, t.Orally, t.InWriting, func(r *R) *bool { return &at(r).Written }),
		Difficulty: form.Enum("difficulty", t.Difficulty, func(r *R) *hall.Difficulty { return &at(r).Difficulty },
			[]hall.Difficulty{hall.Ordinary, hall.Simple, hall.Difficult}, text.Difficulty),
		Risk: form.Enum("risk", t.Risk, func(r *R) *hall.Risk { return &at(r).Risk },
			[]hall.Risk{hall.RiskNone, hall.RiskLow, hall.RiskMid, hall.RiskHigh}, text.Risk),
		Measures: form.Notes("measures", t.Measures, longText, str(func(m *hall.Matter) *string { return &m.Measures })).Rows(2),
	}
}

var letterHelp = text.M("来函写的调解期限，没写就空着", "until when the letter lets it be mediated; empty if it does not say")

func types[R any](s views.Session, _ R) []form.Option {
	var out []form.Option
	for _, t := range form.Types(s) {
		out = append(out, form.Option{Key: t.Code, Name: t.Name})
	}
	return out
}

// Show tells what was registered. What threatens is red.
func Show(d *page.Doc, s views.Session, m hall.Matter) {
	t := text.Matter
	d.Say(t.Type, text.Words(text.Type(s.Settings, m.Type), text.Raw(m.Subject)))
	d.Add(t.Facts, m.Facts)
	d.Add(t.Requests, m.Requests)
	if m.Amount > 0 {
		d.Say(t.Amount, text.Money(m.Amount))
	}
	way := t.Orally
	if m.Written {
		way = t.InWriting
	}
	d.Say(t.Source, text.SourceOf(m.Source, m.SourceFrom, way))
	if m.Letter != "" || m.LetterDay != 0 {
		d.Say(t.Letter, text.Words(text.Raw(m.Letter), text.Day(m.LetterDay)))
	}
	if m.LetterBy != 0 {
		d.Say(t.LetterBy, text.Day(m.LetterBy))
	}
	if m.Difficulty != hall.Ordinary {
		d.Say(t.Difficulty, text.Difficulty(m.Difficulty))
	}
	if m.Risk != hall.RiskNone || m.Flags != 0 {
		d.Toned(t.Risk, s.Say(text.Words(text.LevelWord(m.RiskLevel()), text.Risk(m.Risk), text.Flag(m.Flags))), widget.Danger)
	}
	d.Add(t.Measures, m.Measures)
	if m.Police.Done() {
		d.Say(t.Police, text.PoliceReport(m.Police))
	}
	if m.Urgent {
		d.Add(t.Urgent, m.UrgentWhy)
	}
	if m.Confidential {
		d.Say(t.Secret, text.Yes)
	}
}

// Warn says first what must be known before anybody meets who comes.
func Warn(d *page.Doc, w hall.Warning) {
	for _, m := range text.WarningLines(w) {
		d.Warn(m)
	}
}

// Marked dresses the mark that warns, in its own column (ledger.Warned) or before other words (ledger.Led); rest
// dresses the columns, nil: as they are.
func Marked[R any](of func(R) hall.Warning, rest func(s views.Session, r R, column, said string) string) func(views.Session, R, string, string) string {
	return func(s views.Session, r R, column, said string) string {
		w := of(r)
		if column == "warning" {
			return widget.Warned(s.Styles, w, said)
		}
		mark, tag := s.Say(text.WarningMark(w)), s.Say(text.WarningTag(w))
		after, led := strings.CutPrefix(said, tag)
		if rest != nil {
			after = rest(s, r, column, after)
		}
		if led {
			return widget.Warned(s.Styles, w, mark) + after
		}
		return after
	}
}
