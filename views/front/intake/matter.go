package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/facts"
	"sizhen/views/text"
)

// matter is what the form is declared over: the intake, with its first people apart, and what was
// found out about them meanwhile.
type matter struct {
	in    hall.Intake // all but the parties
	marks facts.Marks // what others must hear of
	first [2]somebody // who stands first on either side
	extra []hall.Party

	half    half                // one more party, while it is not complete
	relapse hall.CaseRow        // the case that came back
	dups    []hall.CaseRow      // cases of the same people
	comes   hall.CaseID         // the case that is there about which somebody comes; 0: it is something new
	order   string              // what the order is called that it came with
	visit   hall.ConsultationID // who waits with a name only, and is registered now; 0: somebody new
	other   string              // those of which somebody said: this is another matter
	two     string              // the name of which somebody said: these are two people
	result  hall.IntakeResult
}

// somebody is a party as it is typed, and who it is on file if found again.
type somebody struct {
	party hall.Party
	known hall.Person
	other string // the name of which somebody said: none of those on file

	judged string // the name that was looked at last: is it a body's
	body   bool   // it is
}

func bothSides() []hall.Side { return []hall.Side{hall.Applicant, hall.Respondent} }

// read is the party as it stands: what an identity number says of it, and which papers it has,
// follow from what was typed.
func (b somebody) read(today hall.Day) hall.Party {
	p, d := b.party, &b.party.Details
	p.Person = b.known.ID
	if d.Kind == hall.Organisation {
		if d.Doc == hall.DocIDCard {
			d.Doc, d.DocNumber = hall.DocCredit, hall.CleanIDCard(d.DocNumber)
		}
		p.Details = *d
		return p
	}
	if d.Doc == hall.DocIDCard && looksLikePassport(d.DocNumber) {
		d.Doc, d.DocNumber = hall.DocPassport, hall.CleanIDCard(d.DocNumber)
	}
	if identified(*d, today) {
		sex, birth, _ := hall.ParseIDCard(d.DocNumber, today)
		d.DocNumber, d.Sex, d.Birth = hall.CleanIDCard(d.DocNumber), sex, birth
	}
	p.Details = *d
	return p
}

// fill writes somebody found again down. What was typed about guardian and proxy stays: the hall
// does not keep it with people.
// Sex and birth that an identity card says are left to it: they go when it goes.
func (b *somebody) fill(p hall.Person, today hall.Day) {
	b.known, b.party.Details = p, p.Details
	if d := &b.party.Details; identified(*d, today) {
		d.Sex, d.Birth = hall.SexUnknown, 0
	}
}

// judge takes a name of somebody new that ends as those of bodies do for that of a body, once: who
// says that it is a person is believed.
func (b *somebody) judge() {
	d := &b.party.Details
	if d.Name == b.judged || b.known.ID != 0 {
		return
	}
	was, is := b.body, utf8.RuneCountInString(d.Name) > 3 && looksLikeOrganisation(d.Name) // 张建所 is a person
	if is {
		d.Kind = hall.Organisation
	} else if was {
		d.Kind = hall.Natural
	}
	b.judged, b.body = d.Name, is
}

// met makes the party of a name somebody on file, once it was asked who is meant.
func met(m *matter, one hall.Namesake) {
	id := hall.PersonID(one.Ref.ID)
	for i := range m.first {
		b := &m.first[i]
		if b.known.ID == 0 && hall.FoldName(b.party.Details.Name) == hall.FoldName(one.Name) {
			b.known = hall.Person{ID: id, Details: hall.Details{Name: b.party.Details.Name}}
			return
		}
	}
	m.extra = slices.Clone(m.extra)
	for i := range m.extra {
		p := &m.extra[i]
		if p.Person == 0 && hall.FoldName(p.Details.Name) == hall.FoldName(one.Name) {
			p.Person = id
			return
		}
	}
}

// settle looks whether another name stands where somebody found again was: then it is another
// person, and what was filled in for the first one, and is still as it was, goes.
func (b *somebody) settle() {
	was, d := b.known.Details, &b.party.Details
	if was.Name == "" || d.Name == was.Name {
		return
	}
	for _, f := range [][2]*string{{&d.DocNumber, &was.DocNumber}, {&d.Phone, &was.Phone}, {&d.Village, &was.Village}, {&d.Address, &was.Address},
		{&d.Ethnic, &was.Ethnic}, {&d.Occupation, &was.Occupation}, {&d.Contact, &was.Contact}} {
		if *f[0] == *f[1] {
			*f[0] = ""
		}
	}
	if d.Sex == was.Sex {
		d.Sex = hall.SexUnknown
	}
	if d.Birth == was.Birth {
		d.Birth = 0
	}
	b.known = hall.Person{}
}

// parties are all of them, the first of each side before the others.
func (m matter) parties(today hall.Day) []hall.Party {
	var out []hall.Party
	for _, s := range bothSides() {
		if p := m.first[s].read(today); p.Details.Name != "" {
			p.Side = s
			out = append(out, p)
		}
	}
	return append(out, m.extra...)
}

// intake is what is registered.
func (m matter) intake(s views.Session) hall.Intake {
	in := m.in
	in.Parties, in.Relapse, in.Flags = m.parties(s.Today()), m.relapse.ID, m.marks.Flags()
	in.End = in.End.Whole(s.Settings)
	return in
}

// warning is what whoever meets the visitor must know, as far as it is typed.
func (m matter) warning() hall.Warning {
	of := m.in.Matter
	of.Flags = m.marks.Flags()
	return of.Warning()
}

// take writes a kept intake down as it would have been typed.
func (m *matter) take(in hall.Intake) {
	m.in, m.relapse.ID = in, in.Relapse
	m.marks = facts.MarksOf(in.Flags)
	m.people(in.Parties)
	m.in.Parties = nil
}

// people puts the first of each side into the form, the others behind them.
func (m *matter) people(all []hall.Party) {
	seen := [2]bool{}
	for _, p := range all {
		if seen[p.Side] {
			m.extra = append(m.extra, p)
			continue
		}
		seen[p.Side] = true
		m.first[p.Side] = somebodyOf(p)
	}
}

func somebodyOf(p hall.Party) somebody {
	return somebody{party: p, known: hall.Person{ID: p.Person, Details: map[bool]hall.Details{true: p.Details}[p.Person != 0]}}
}

// check applies the rules of intake and names the field of the form.
func check(s views.Session, m matter) *hall.Error {
	in := m.intake(s)
	if in.End.Outcome == hall.OutcomeNone { // what an outcome asks for is said once one is chosen
		in.End.Outcome = hall.AdviceOnly
	}
	bad := in.Check(s.Settings, s.Today())
	if bad == nil {
		return nil
	}
	out := *bad
	switch {
	case bad.Code == hall.ErrNoRespondent:
		out.Field = "outcome"
	case bad.Code == hall.ErrPoliceReport && m.in.Police.At.IsZero():
		out.Field = "policeat"
	case bad.Code == hall.ErrPoliceReport:
		out.Field = "police"
	case bad.Code == hall.ErrRepresentatives || m.culprit(s, bad) >= 0:
		out.Field = "" // of the list of people
	case bad.Field == "applicant":
		out.Field = letter(hall.Applicant) + fieldOf(bad.Code)
	case bad.Field == "respondent":
		out.Field = letter(hall.Respondent) + fieldOf(bad.Code)
	}
	return &out
}

// culprit is which of the further parties a refusal speaks of; -1: none of them.
func (m matter) culprit(s views.Session, bad *hall.Error) int {
	name, named := bad.Args["name"].(string)
	wrong := func(p hall.Party) bool {
		return named && p.Details.Name == name || !named && p.Details.Check(s.Today()) != nil
	}
	for _, side := range bothSides() {
		if bad.Field != []string{"applicant", "respondent"}[side] && bad.Field != "" || wrong(m.first[side].read(s.Today())) {
			continue
		}
		for i, p := range m.extra {
			if p.Side == side && wrong(p) {
				return i
			}
		}
	}
	return -1
}

// impossible is why an outcome cannot be chosen now (law 17, order 75 art. 22). The rule itself is
// asked, with all else in order.
func impossible(s views.Session, m matter, o hall.Outcome) text.Message {
	if m.visit != 0 && o != hall.SeenNow {
		return waitsLabel
	}
	in := hall.Intake{
		Matter: hall.Matter{Type: s.Settings.Types[0].Code, Facts: "."}, PartyRefuses: m.in.PartyRefuses, Bar: m.in.Bar, End: hall.Ending{Outcome: o},
		Parties: []hall.Party{{Details: hall.Details{Name: "."}}},
	}
	if n, _ := m.count(hall.Respondent); n > 0 {
		in.Parties = append(in.Parties, hall.Party{Side: hall.Respondent, Details: hall.Details{Name: ","}})
	}
	bad := in.Check(s.Settings, s.Today())
	if bad != nil && (bad.Field == "outcome" || bad.Code == hall.ErrNoRespondent) {
		return text.Err(bad)
	}
	return text.Message{}
}

// identified reports whether an identity number says who somebody is.
func identified(d hall.Details, today hall.Day) bool {
	if d.Kind == hall.Organisation || d.Doc != hall.DocIDCard || d.DocNumber == "" {
		return false
	}
	_, _, err := hall.ParseIDCard(d.DocNumber, today)
	return err == nil
}

// fieldOf is the field about a person that a rule's error belongs to.
func fieldOf(c hall.Code) string {
	switch c {
	case hall.ErrIDChecksum, hall.ErrIDDate, hall.ErrIDDigits, hall.ErrIDLength,
		hall.ErrCreditLength, hall.ErrCreditSign, hall.ErrCreditChecksum, hall.ErrCreditPerson:
		return "id"
	case hall.ErrPhone:
		return "phone"
	case hall.ErrGuardian:
		return "guardian"
	case hall.ErrVillageNumber:
		return "village"
	}
	return "name"
}

// looksLikeOrganisation goes by how the names of bodies end.
func looksLikeOrganisation(name string) bool {
	for _, end := range []string{"公司", "厂", "合作社", "委员会", "村委会", "居委会", "学校", "医院", "中心", "商行", "经营部", "店", "所", "局", "协会", "工程队"} {
		if len(name) > len(end)+3 && strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// looksLikePassport goes by how passports are numbered, one or two letters and then digits: no
// identity card begins so, and whoever types one need not look for where papers are chosen.
func looksLikePassport(number string) bool {
	s := hall.CleanIDCard(number)
	digits := strings.TrimLeft(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letters := len(s) - len(digits)
	return letters >= 1 && letters <= 2 && len(digits) >= 6 && len(digits) <= 9 && strings.Trim(digits, "0123456789") == ""
}
