package intake

import (
	"context"
	"strings"
	"unicode"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// The fields of a side carry its letter: a applicant, r respondent.
func letter(s hall.Side) string {
	if s == hall.Respondent {
		return "r."
	}
	return "a."
}

// Limits of what is typed, in characters.
const (
	mostName   = 40
	mostNumber = 24
	mostShort  = 60
	mostText   = 2000
	mostFound  = 5
)

// organisation is the suggestion that says what the name of a body is.
const organisation = "organisation"

// about declares the questions about somebody in a form over R: those that are asked at once,
// and those that can wait. prefix stands before their names.
func about[R any](env *views.Env, prefix string, at func(*R) *somebody) (now, later map[string]*form.Field[R]) {
	today := env.Today
	d := func(r *R) *hall.Details { return &at(r).party.Details }
	str := func(of func(*hall.Details) *string) func(*R) *string { return func(r *R) *string { return of(d(r)) } }
	known := func(of func(*hall.Details) *string) func(R) string {
		return func(r R) string { return *of(&at(&r).known.Details) }
	}
	taken := func(ctx context.Context, s views.Session, f form.Found) (func(*R), error) {
		p, err := s.Desk.Person(ctx, hall.PersonID(f.ID))
		return func(r *R) { at(r).fill(p, s.Today()) }, err
	}
	does := func(r *R, what string) {
		if what == organisation {
			d(r).Kind = hall.Organisation
			return
		}
		at(r).other = d(r).Name
	}
	wrong := func(probe func(hall.Details) hall.Details) func(views.Session, R) *hall.Error {
		return func(s views.Session, r R) *hall.Error { return probe(at(&r).read(s.Today()).Details).Check(s.Today()) }
	}
	natural := func(r R) bool { return d(&r).Kind == hall.Natural }
	unsaid := func(r R) bool { return natural(r) && !identified(*d(&r), today()) } // the card does not say it
	doc := func(x *hall.Details) *string { return &x.DocNumber }
	phone := func(x *hall.Details) *string { return &x.Phone }
	now = map[string]*form.Field[R]{
		"name": form.Text(prefix+"name", nameLabel, mostName, str(func(x *hall.Details) *string { return &x.Name })).Named().Suggest(findPeople).
			Taken(taken).Does(does).
			Leaves(func(r *R) { at(r).settle(); at(r).judge() }).Note(func(s views.Session, r R) text.Message { return noted(s, *at(&r)) }).
			Check(wrong(func(x hall.Details) hall.Details { return hall.Details{Name: x.Name} })),
		"id": form.Text(prefix+"id", idNumber, mostNumber, str(doc)).Plain().Suggest(findPeople).Taken(taken).Does(does).Sealed(known(doc), hall.MaskDoc).
			Called(func(r R) text.Message { return docName(at(&r).read(today()).Details) }).
			Note(func(s views.Session, r R) text.Message { return bornAs(at(&r).read(s.Today()).Details) }).
			Check(wrong(func(x hall.Details) hall.Details {
				return hall.Details{Kind: x.Kind, Doc: x.Doc, DocNumber: x.DocNumber}
			})),
		"phone": form.Text(prefix+"phone", text.Intake.Phone, mostNumber, str(phone)).Phone().Suggest(findPeople).Taken(taken).Does(does).
			Sealed(known(phone), hall.MaskPhone),
		"village": form.Text(prefix+"village", text.Intake.Village, mostShort, str(func(x *hall.Details) *string { return &x.Village })).Village(),
	}
	line := func(name string, label text.Message, most int, of func(*R) *string) *form.Field[R] {
		return form.Text(prefix+name, label, most, of)
	}
	party := func(of func(*hall.Party) *string) func(*R) *string {
		return func(r *R) *string { return of(&at(r).party) }
	}
	later = map[string]*form.Field[R]{
		"kind": form.Enum(prefix+"kind", kindLabel, func(r *R) *hall.PersonKind { return &d(r).Kind }, []hall.PersonKind{hall.Natural, hall.Organisation},
			text.PersonKind).Given(),
		"doc": form.Enum(prefix+"doc", docLabel, func(r *R) *hall.DocKind { return &d(r).Doc }, []hall.DocKind{hall.DocIDCard, hall.DocPassport, hall.DocOther},
			text.DocKind).Given().If(natural),
		"sex": form.Enum(prefix+"sex", text.Intake.Sex, func(r *R) *hall.Sex { return &d(r).Sex }, []hall.Sex{hall.Male, hall.Female}, text.Sex).If(unsaid),
		"birth": form.Birthday(prefix+"birth", birthLabel, func(r *R) *hall.Day { return &d(r).Birth }).If(unsaid).Help(birthHelp).
			Check(func(s views.Session, r R) *hall.Error {
				if d(&r).Birth > s.Today() {
					return hall.Refuse(hall.ErrDayFuture)
				}
				return nil
			}),
		"address":  line("address", text.Intake.Address, mostShort, str(func(x *hall.Details) *string { return &x.Address })),
		"ethnic":   line("ethnic", ethnic, mostShort, str(func(x *hall.Details) *string { return &x.Ethnic })).If(natural),
		"job":      line("job", text.Intake.Job, mostShort, str(func(x *hall.Details) *string { return &x.Occupation })).If(natural),
		"contact":  line("contact", text.Intake.Contact, mostShort, str(func(x *hall.Details) *string { return &x.Contact })).Who(),
		"guardian": line("guardian", guardianLabel, mostShort, party(func(p *hall.Party) *string { return &p.Guardian })).Who().If(natural).Help(guardianHelp),
		"proxy":    line("proxy", proxyLabel, mostShort, party(func(p *hall.Party) *string { return &p.Proxy })).Who(),
		"scope":    line("scope", scope, mostShort, party(func(p *hall.Party) *string { return &p.ProxyScope })).Help(scopeHelp),
	}
	return now, later
}

// canWait are the questions about somebody that can wait, in their order.
func canWait() []string {
	return []string{"kind", "doc", "sex", "birth", "guardian", "address", "ethnic", "job", "contact", "proxy", "scope"}
}

// docName is what the number of somebody's papers is called.
func docName(d hall.Details) text.Message {
	return map[hall.DocKind]text.Message{hall.DocIDCard: idNumber, hall.DocPassport: passportLabel, hall.DocOther: otherPapers, hall.DocCredit: credit}[d.Doc]
}

// findPeople looks people up by a name, initials or a number: one Chinese character is enough, of
// letters and digits two. Somebody new, and an organisation, are offered too; Enter alone goes on
// with what was typed.
func findPeople(ctx context.Context, s views.Session, q string) ([]form.Found, error) {
	if han := strings.ContainsFunc(q, func(r rune) bool { return unicode.Is(unicode.Han, r) }); q == "" || !han && len(q) < 2 || strings.Contains(q, hidden) {
		return nil, nil
	}
	rows, err := s.Desk.FindPeople(ctx, q, mostFound+1)
	var out []form.Found
	for _, r := range rows {
		label := r.Name
		if r.Village != "" {
			label += "（" + r.Village + "）"
		}
		out = append(out, form.Found{ID: uint64(r.ID), Label: label, Detail: strings.TrimSpace(r.Phone + " " + s.Say(visits(s, r.Visits, r.Last, r.LastFor)))})
	}
	if out = form.Upto(out, mostFound); len(rows) > 0 {
		out = append(out, form.Found{Label: s.Say(somebodyLabel), Does: "somebody else"})
	}
	if looksLikeOrganisation(q) {
		out = append(out, form.Found{Label: s.Say(isOrganisation), Does: organisation})
	}
	return out, err
}

// hidden stands for the digits of a number that is shown masked.
const hidden = "··"

// visits says how often somebody was here, and when and why last.
func visits(s views.Session, n int, last hall.Day, what string) text.Message {
	if n == 0 {
		return text.Message{}
	}
	kind := text.Message{}
	if what != "" {
		kind = text.Type(s.Settings, what)
	}
	return visitsLabel.With("n", n).With("day", text.LastDay(last, s.Today())).With("what", kind)
}

// noted says of a name that it is a body's, or when who bears it was here.
func noted(s views.Session, b somebody) text.Message {
	if b.party.Details.Kind == hall.Organisation && b.known.ID == 0 {
		return text.PersonKind(hall.Organisation)
	}
	if b.known.Details.Name != b.party.Details.Name {
		return text.Message{}
	}
	return visits(s, b.known.Visits, b.known.Last, b.known.LastFor)
}

// bornAs is what an identity number says: 女 1968年5月.
func bornAs(d hall.Details) text.Message {
	if d.Sex == hall.SexUnknown || d.Birth == 0 || d.Kind == hall.Organisation {
		return text.Message{}
	}
	y, m, _ := d.Birth.Date()
	zh, en := text.Sex(d.Sex), text.Born(y, m)
	return text.Both(zh.In(text.Zh)+" "+en.In(text.Zh), zh.In(text.En)+" "+en.In(text.En))
}
