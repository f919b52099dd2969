package casefile

import (
	"strconv"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// The forms of what becomes of an agreement: its signatures, its performance, the court, its end.

func signStart(_ views.Session, r *taking) {
	if a := r.of.Case.Agreement(); a != nil {
		r.MediatorSigned, r.Sealed = a.MediatorSigned, a.Sealed
		if len(a.Signatures) == 0 {
			r.PartiesSigned = a.PartiesSigned
		}
		for _, one := range a.Signatures {
			r.Signed = append(r.Signed, one.Day)
		}
	}
}

// signFields ask for the day of each signature: thirty of them are thirty. One day for all who have not
// signed yet stands first.
func signFields(_ views.Session, f hall.CaseFile) []*field {
	out := []*field{form.Day("partiessigned", allSigned, func(r *taking) *hall.Day { return &r.PartiesSigned }).Help(allSignedHelp)}
	if a := f.Case.Agreement(); a != nil && len(a.Signatures) > 1 {
		for i, one := range a.Signatures {
			name := text.Raw(one.Name)
			if one.For != "" {
				name = signedFor.With("name", one.Name).With("by", one.For)
			}
			out = append(out, form.Day(hall.SignatureField(i), name, func(r *taking) *hall.Day { return r.signed(i) }))
		}
	}
	return append(out, form.Day("mediatorsigned", mediatorSigned, func(r *taking) *hall.Day { return &r.MediatorSigned }).Help(signHelp),
		form.Day("sealed", sealedOn, func(r *taking) *hall.Day { return &r.Sealed }), lateWhy())
}

// signed is the day on which the party in a place signed.
func (r *taking) signed(i int) *hall.Day {
	for len(r.Signed) <= i {
		r.Signed = append(r.Signed, 0)
	}
	return &r.Signed[i]
}

func readSign(_ views.Session, r *taking) *hall.Error {
	given := r.PartiesSigned + r.MediatorSigned + r.Sealed
	for _, day := range r.Signed {
		given += day
	}
	if given == 0 {
		return hall.Refuse(hall.ErrRequired).In("partiessigned")
	}
	return nil
}

// performRule says what is to be performed next, and until when.
func performRule(s views.Session, f hall.CaseFile) text.Message {
	a := f.Case.Agreement()
	if a == nil {
		return text.Message{}
	}
	c := a.Open()
	if c == nil {
		return text.Message{}
	}
	if c.By == 0 {
		return openClause.With("what", c.Text)
	}
	return openClauseBy.With("what", c.Text).With("day", s.Due(c.By)).With("left", text.Left(c.By, s.Today()))
}

// stepDay is the day on which a step was taken.
func stepDay(label text.Message) *field {
	return form.Day("day", label, func(r *taking) *hall.Day { return &r.Day }).Required()
}

func performStart(s views.Session, r *taking) {
	r.Day = s.Today()
	if a := r.of.Case.Agreement(); a != nil {
		if c := a.Open(); c != nil && len(a.Clauses) > 1 {
			r.clause = strconv.Itoa(c.No)
		}
	}
}

// performFields: term by term, in part, with proof (law 31).
func performFields(s views.Session, f hall.CaseFile) []*field {
	var out []*field
	a := f.Case.Agreement()
	if a != nil && len(a.Clauses) > 1 {
		options := []form.Option{{Key: "0", Name: allClauses}}
		for _, c := range a.Clauses {
			why := text.Message{}
			if c.Done() != 0 {
				why = clauseDone
			}
			options = append(options, form.Option{Key: strconv.Itoa(c.No), Name: text.Words(text.Clause(c), text.Raw(hall.Beginning(c.Text, 16))), Why: why})
		}
		out = append(out, form.Choice("clause", whichClause, func(r *taking) *string { return &r.clause }, form.Either[taking](options...)).Required())
	}
	return append(out,
		stepDay(text.Consult.Day), lateWhy(),
		form.YesNo("partly", partlyLabel, func(r *taking) *bool { return &r.Keeping.Partly }).Given().Help(partlyHelp),
		form.Money("amount", paidLabel, func(r *taking) *int64 { return &r.Keeping.Amount }).If(func(r taking) bool { return r.Keeping.Partly }),
		form.Notes("reason", noteLabel, 1000, func(r *taking) *string { return &r.Reason }).Rows(2),
		form.Text("proof", proofLabel, 100, func(r *taking) *string { return &r.Keeping.Proof }).Help(proofHelp))
}

func readPerform(_ views.Session, r *taking) *hall.Error {
	r.Clause, _ = strconv.Atoi(r.clause)
	if a := r.of.Case.Agreement(); a != nil && len(a.Clauses) == 1 {
		r.Clause = 1
	}
	return nil
}

func confirmStart(s views.Session, r *taking) {
	r.Day = s.Today()
	for _, e := range hall.Enclosures(r.of.Case) {
		r.enclosed = append(r.enclosed, form.KeyOf(e))
	}
	if c := r.of.Case; c.Source == hall.SourceEntrusted && strings.Contains(c.SourceFrom, "法院") { // the court that entrusted the case confirms
		r.To = text.Stock(c.SourceFrom).In(s.Lang)
	}
}

// confirmFields ask what is to be confirmed, and warn by the answer (CPL 2023 art. 205–206).
func confirmFields(_ views.Session, f hall.CaseFile) []*field {
	return []*field{
		stepDay(appliedOn).Note(lateNote), lateWhy(),
		both(),
		form.Enum("about", aboutLabel, func(r *taking) *hall.ConfirmWhat { return &r.Confirm.About }, hall.ConfirmWhats(), text.ConfirmWhat).Required().
			Note(func(_ views.Session, r taking) text.Message { return text.ConfirmDoubt(r.Confirm.About) }),
		form.Text("to", courtLabel, 60, func(r *taking) *string { return &r.To }).Required().Help(courtHelp),
		form.Several("enclosed", enclosedLabel, 200, func(r *taking) *[]string { return &r.enclosed }, func(views.Session) []form.Named {
			var out []form.Named
			for _, e := range hall.Enclosures(f.Case) {
				out = append(out, form.Named{Code: form.KeyOf(e), Name: text.Enclosure(e)})
			}
			return out
		}).Note(func(_ views.Session, r taking) text.Message { return notEnclosed(f.Case, r.enclosed) }),
	}
}

// lateNote says that an application comes after the last day: it is recorded, the court decides.
func lateNote(s views.Session, r taking) text.Message {
	a := r.of.Case.Agreement()
	if a == nil || a.LastConfirm == 0 || r.Day <= a.LastConfirm {
		return text.Message{}
	}
	return confirmLate.With("day", text.ShortDay(a.LastConfirm))
}

func readConfirm(_ views.Session, r *taking) *hall.Error {
	r.Confirm.Enclosures = nil
	for _, e := range hall.Enclosures(r.of.Case) {
		for _, key := range r.enclosed {
			if key == form.KeyOf(e) {
				r.Confirm.Enclosures = append(r.Confirm.Enclosures, e)
			}
		}
	}
	return nil
}

// notEnclosed names the papers that are missing from an application.
func notEnclosed(c hall.Case, have []string) text.Message {
	var out []text.Message
	for _, e := range hall.Enclosures(c) {
		missing := true
		for _, key := range have {
			missing = missing && key != form.KeyOf(e)
		}
		if missing {
			out = append(out, text.Enclosure(e))
		}
	}
	if len(out) == 0 {
		return text.Message{}
	}
	return stillMissing.With("what", text.List(out...))
}

func courtStart(s views.Session, r *taking) { r.Court.Day = s.Today() }

func courtFields(_ views.Session, f hall.CaseFile) []*field {
	var leads []hall.CourtAnswer
	if p := f.Case.Confirm(); p != nil {
		leads = p.Leads()
	}
	rejected := func(r taking) bool {
		return r.Court.Answer == hall.CourtRejected || r.Court.Answer == hall.CourtTookNot
	}
	ruled := func(r taking) bool { return r.Court.Answer == hall.CourtConfirmed || rejected(r) }
	return []*field{
		form.Enum("answer", courtAnswer, func(r *taking) *hall.CourtAnswer { return &r.Court.Answer }, leads, text.CourtAnswer).Required(),
		form.Day("day", text.Consult.Day, func(r *taking) *hall.Day { return &r.Court.Day }).Required(), lateWhy(),
		form.Enum("ground", groundLabel, func(r *taking) *hall.RejectGround { return &r.Court.Ground }, hall.RejectGrounds(), text.RejectGround).If(rejected).
			Note(func(_ views.Session, r taking) text.Message {
				if r.Court.Ground == 0 {
					return text.Message{}
				}
				return rejectedThen
			}),
		form.Text("paper", paperLabel, 60, func(r *taking) *string { return &r.Court.Paper }).If(ruled),
		form.Notes("note", noteLabel, 500, func(r *taking) *string { return &r.Court.Note }).Rows(2),
	}
}

// courtRule says until when the court's answer is due.
func courtRule(s views.Session, f hall.CaseFile) text.Message {
	p := f.Case.Confirm()
	if p == nil {
		return text.Message{}
	}
	return ruleCourt.With("court", p.Court).With("day", s.Due(p.AnswerBy))
}

func urgeStart(s views.Session, r *taking) {
	r.Urge.Day = s.Today()
	if a := r.of.Case.Agreement(); a != nil {
		if c := a.Open(); c != nil {
			r.Urge.Whom = c.Who
		}
	}
}

func urgeFields(_ views.Session, f hall.CaseFile) []*field {
	return []*field{
		form.Day("day", text.Consult.Day, func(r *taking) *hall.Day { return &r.Urge.Day }).Required(), lateWhy(),
		form.People("whom", urgedLabel, 100, func(r *taking) *string { return &r.Urge.Whom },
			func(_ views.Session, r taking) []string { return hall.PartyNames(r.of.Case.Parties) }).Required(),
		form.Notes("said", urgedSaid, 500, func(r *taking) *string { return &r.Urge.Said }).Rows(2),
	}
}

func unkeptStart(s views.Session, r *taking) { r.Unkept.Day = s.Today() }

// unkeptFields: with the way told. Only what a court has confirmed can be enforced; payment order and
// arbitration are for labour (Labour Dispute Mediation and Arbitration Law art. 14–16).
func unkeptFields(_ views.Session, f hall.CaseFile) []*field {
	ways := []hall.WayLeft{hall.WaySue}
	if p := f.Case.Confirm(); p != nil && p.Answer == hall.CourtConfirmed {
		ways = []hall.WayLeft{hall.WayEnforce, hall.WaySue}
	}
	if f.Case.Labour() {
		ways = append(ways, hall.WayPayment, hall.WayArbitration)
	}
	ways = append(ways, hall.WayOther)
	return []*field{
		form.Day("day", text.Consult.Day, func(r *taking) *hall.Day { return &r.Unkept.Day }).Required(), lateWhy(),
		form.Enum("way", wayLabel, func(r *taking) *hall.WayLeft { return &r.Unkept.Way }, ways, text.WayLeft).Required(),
		form.Notes("why", reasonLabel, 500, func(r *taking) *string { return &r.Unkept.Why }).Rows(2).Required(),
	}
}

func rescindFields(views.Session, hall.CaseFile) []*field {
	return []*field{
		both(),
		reason(),
		stepDay(text.Consult.Day), lateWhy(),
		form.Flag("goeson", afterwards, endsThere, mediatesOn, func(r *taking) *bool { return &r.GoesOn }).Given(),
		form.Notes("referral", referral, 300, func(r *taking) *string { return &r.Referral }).Rows(2).If(func(r taking) bool { return !r.GoesOn }),
	}
}

func keptField(clause, n int) string {
	return "kept" + strconv.Itoa(clause+1) + "." + strconv.Itoa(n+1)
}
