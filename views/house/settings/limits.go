package settings

import (
	"strconv"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// limits are the hall's own time limits, by type and source; what it does not say follows the laws.
func limits() several[hall.Limit] {
	type T = hall.Limit
	type R = edit[T]
	return several[T]{
		title: limitsTitle, count: limitCount, empty: limitHint, hint: limitHint, add: addLimit, change: changeLimit, rule: limitRule,
		draft: "settings limit", ordered: true,
		columns: []ledger.Column[T]{
			{Title: limitType, Width: 22, Value: func(at ledger.Here, l T) ledger.Cell { return ledger.Phrase(typeOrAll(at.Hall, l.Type)) }},
			ledger.Own(limitFrom, 12, func(l T) ledger.Cell { return ledger.Say(l.From) }),
			ledger.Own(limitN, 0, func(l T) ledger.Cell { return ledger.Phrase(text.Span(l.N, l.Unit)) }),
		},
		fields: []*form.Field[R]{
			typeField(limitType, func(r *R) *string { return &r.V.Type }),
			form.Text("from", limitFrom, 20, func(r *R) *string { return &r.V.From }).Help(fromHelp),
			form.Number("number", limitN, 1, 366, text.Message{}, func(r *R) *int { return &r.V.N }).Required(),
			form.Enum("unit", limitUnit, func(r *R) *hall.Unit { return &r.V.Unit },
				[]hall.Unit{hall.Days, hall.Workdays, hall.Months}, text.LimitUnit).Given(),
			form.Enum("start", limitStart, func(r *R) *hall.Milestone { return &r.V.Start },
				[]hall.Milestone{hall.AtAcceptance, hall.AtApplication}, text.Milestone).Required(),
			form.Read("extensions", limitTimes, 3, func(r *R) *int { return &r.V.Times },
				func(_ views.Session, n int) text.Message { return text.Raw(strconv.Itoa(n)) },
				func(_ views.Session, typed string) (int, *hall.Error) {
					return text.ReadNumber(typed, hall.EveryTime, 99)
				}).Help(timesHelp),
			form.Enum("agree", limitAgree, func(r *R) *hall.Agree { return &r.V.Agree },
				[]hall.Agree{hall.AgreeBoth, hall.AgreeAll, hall.AgreeCourt}, text.AgreeHelp).Given(),
			form.Enum("expiry", limitExpiry, func(r *R) *hall.Expiry { return &r.V.Expiry },
				[]hall.Expiry{hall.ExpiryEnd, hall.ExpiryFailed, hall.ExpiryArbitration, hall.ExpiryReport}, text.ExpiryShort).Given(),
		},
		key:   func(l T) string { return l.Type + "/" + l.From },
		label: func(s hall.Settings, l T) text.Message { return text.Words(typeOrAll(s, l.Type), text.Raw(l.From)) },
		all:   func(s hall.Settings) []T { return s.Limits },
		with:  func(s hall.Settings, all []T) hall.Settings { s.Limits = all; return s },
	}
}
