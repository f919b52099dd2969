package casefile

import (
	"slices"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// The two forms of an agreement, as drafts keep them.
const (
	inWriting = "1"
	orally    = "0"
)

func agreeStart(s views.Session, r *taking) {
	c, a := r.of.Case, &r.agreement
	r.written, a.Made, a.Facts, a.Place = inWriting, s.Today(), c.Facts, s.Settings.Name
	if told := r.of.Promised(); len(told) > 0 {
		a.Terms = told[len(told)-1]
	}
}

// changeStart begins a changed agreement with the words of the one whose place it takes.
func changeStart(s views.Session, r *taking) {
	old := r.of.Case.Agreement()
	if old == nil {
		return
	}
	r.agreement = hall.Agreement{Made: s.Today(), Facts: old.Facts, Terms: old.Terms, Manner: old.Manner, Place: old.Place,
		Amount: old.Amount, WantsConfirm: old.WantsConfirm}
	r.written = inWriting
}

func mendStart(_ views.Session, r *taking) {
	if a := r.of.Case.Agreement(); a != nil {
		r.agreement = *a
		r.written = orally
		if a.Written {
			r.written = inWriting
		}
	}
}

// claimed says what was claimed: what is agreed on is often another sum.
func claimed(c hall.Case) text.Message {
	if c.Amount == 0 {
		return text.Message{}
	}
	return claimedHelp.With("amount", text.Money(c.Amount))
}

// clauses are the terms as they are taken apart.
func (r taking) clauses(s views.Session) []hall.Clause {
	out := text.ReadClauses(r.agreement.Terms, hall.PartyNames(r.of.Case.Parties), r.agreement.Made, s.Calendar())
	for i := range out {
		out[i].No = i + 1
	}
	if len(out) == 1 && out[0].By == 0 {
		out[0].By = r.agreement.PerformBy
	}
	if len(out) == 1 && out[0].Amount == 0 {
		out[0].Amount = r.agreement.Amount
	}
	return out
}

// asTyped is the agreement that the answers make, for what is said beside them.
func (r taking) asTyped(s views.Session) hall.Agreement {
	a := r.agreement
	a.Written, a.Clauses = r.written == inWriting, r.clauses(s)
	return a
}

// readTerms says how the terms were taken apart, and what they leave open: while they are typed, so that
// nothing that was agreed is left out of the paper.
func readTerms(s views.Session, r taking) text.Message {
	a := r.asTyped(s)
	if a.Terms == "" {
		return text.Message{}
	}
	var out []text.Message
	for _, c := range a.Clauses {
		out = append(out, text.Clause(c))
	}
	for _, f := range hall.Promises(a, r.of.Promised()) {
		out = append(out, text.Words(text.Raw("!"), text.Lack(f)))
	}
	return text.Joined(out, "\n")
}

func agreeFields(_ views.Session, f hall.CaseFile) []*field {
	return append(termFields(f), form.YesNo("wants", wants, func(r *taking) *bool { return &r.agreement.WantsConfirm }).Help(wantsHelp), whyOralField())
}

func termFields(f hall.CaseFile) []*field {
	return []*field{
		form.Choice("written", tabOfAgreement, func(r *taking) *string { return &r.written }, func(views.Session, taking) []form.Option {
			return []form.Option{{Key: inWriting, Name: written}, {Key: orally, Name: oral}}
		}).Help(oralHelp),
		form.Day("made", madeOn, func(r *taking) *hall.Day { return &r.agreement.Made }).Required(),
		lateWhy(),
		notes("facts", factsLabel, 3, func(r *taking) *string { return &r.agreement.Facts }).Help(factsHelp),
		notes("terms", terms, 4, func(r *taking) *string { return &r.agreement.Terms }).Help(termsHelp).Note(readTerms),
		form.Money("amount", amount, func(r *taking) *int64 { return &r.agreement.Amount }).Help(claimed(f.Case)),
		form.YesNo("onspot", onSpot, func(r *taking) *bool { return &r.agreement.OnSpot }),
		form.Day("performby", performBy, func(r *taking) *hall.Day { return &r.agreement.PerformBy }).If(func(r taking) bool { return !r.agreement.OnSpot }).
			Propose(lastDay),
		form.Text("manner", manner, 60, func(r *taking) *string { return &r.agreement.Manner }),
		form.Text("place", place, 60, func(r *taking) *string { return &r.agreement.Place }),
		form.YesNo("asked", askedLabel, func(r *taking) *bool { return &r.agreement.AskedWritten }).If(func(r taking) bool { return r.written == orally }),
	}
}

// lastDay proposes the day of the last clause as that of the whole.
func lastDay(s views.Session, r taking) string {
	last := hall.Day(0)
	for _, c := range r.clauses(s) {
		last = max(last, c.By)
	}
	return s.Say(text.FormDay(last))
}

func whyOralField() *field {
	why := func(s views.Session, r taking) *hall.Error {
		return hall.WhyWritten(r.of.Case, hall.Agreement{OnSpot: r.agreement.OnSpot, Amount: r.agreement.Amount, AskedWritten: r.agreement.AskedWritten}, s.Settings)
	}
	return form.Text("whyoral", whyOral, 100, func(r *taking) *string { return &r.agreement.WhyOral }).If(func(r taking) bool { return r.written == orally }).
		Note(func(s views.Session, r taking) text.Message {
			if bad := why(s, r); bad != nil {
				return text.Err(bad)
			}
			return oralFine
		})
}

func readAgree(s views.Session, r *taking) *hall.Error {
	one := r.asTyped(s)
	r.Agreement = &one
	return nil
}

func changeFields(s views.Session, f hall.CaseFile) []*field {
	why := form.Notes("reason", changeWhy, 1000, func(r *taking) *string { return &r.Reason }).Rows(2).Required()
	beside := form.Flag("beside", besideLabel, takesPlace, standsBeside, func(r *taking) *bool { return &r.Beside }).Given()
	return append([]*field{why, beside}, agreeFields(s, f)...)
}

// mendFields put an agreement right: all of it until it is in force, afterwards the days that were recorded.
func mendFields(s views.Session, f hall.CaseFile) []*field {
	why := form.Notes("reason", correctWhy, 1000, func(r *taking) *string { return &r.Reason }).Rows(2).Required()
	a := f.Case.Agreement()
	if a == nil || a.Effective() == 0 || !a.Written && a.Performed == 0 {
		return append(agreeFields(s, f), why)
	}
	var out []*field
	for i, one := range a.Signatures {
		out = append(out, form.Day(hall.SignatureField(i), signedOf.With("name", one.Name), func(r *taking) *hall.Day { return &r.agreement.Signatures[i].Day }))
	}
	if a.Written {
		out = append(out, form.Day("mediatorsigned", mediatorSigned, func(r *taking) *hall.Day { return &r.agreement.MediatorSigned }),
			form.Day("sealed", sealedOn, func(r *taking) *hall.Day { return &r.agreement.Sealed }))
	}
	for i, c := range a.Clauses {
		for n := range c.Kept {
			out = append(out, form.Day(keptField(i, n), keptOf.With("n", i+1), func(r *taking) *hall.Day { return &r.agreement.Clauses[i].Kept[n].Day }),
				form.Text("proof"+keptField(i, n), proofOfTerm.With("n", i+1), 100, func(r *taking) *string { return &r.agreement.Clauses[i].Kept[n].Proof }))
		}
	}
	for i := range a.Confirmations {
		out = append(out, form.Text("court"+text.Digits(i+1), courtLabel, 60, func(r *taking) *string { return &r.agreement.Confirmations[i].Court }),
			form.Day("applied"+text.Digits(i+1), appliedOn, func(r *taking) *hall.Day { return &r.agreement.Confirmations[i].Applied }))
	}
	return append(out, why)
}

func readMend(s views.Session, r *taking) *hall.Error {
	was := r.of.Case.Agreement()
	one := r.agreement
	if was != nil && was.Effective() == 0 {
		one = r.asTyped(s)
		if one.Terms == was.Terms && len(was.Clauses) > 0 && slices.Equal(texts(one.Clauses), texts(was.Clauses)) { // what was put in by hand stays
			one.Clauses = was.Clauses
		}
	}
	r.Agreement = &one
	return nil
}

func texts(all []hall.Clause) []string {
	var out []string
	for _, c := range all {
		out = append(out, c.Text)
	}
	return out
}
