package intake

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/views/text"
	"sizhen/views/widget"
)

func enum[T ~uint8](s string) T {
	n, _ := strconv.Atoi(s)
	return T(n)
}

// party reads the first party of a side from the form.
func (v *View) party(s hall.Side) hall.Party {
	f, l, was := v.people, letter(s), v.known[s].Details
	p := hall.Party{Person: v.known[s].ID, Side: s, Guardian: f.Value(l + "guardian"), Proxy: f.Value(l + "proxy"), ProxyScope: f.Value(l + "scope")}
	p.Details = hall.Details{
		Kind: enum[hall.PersonKind](f.Raw(l + "kind")), Name: f.Value(l + "name"), Doc: enum[hall.DocKind](f.Raw(l + "doc")),
		DocNumber: unmask(f.Value(l+"id"), hall.MaskDoc, was.DocNumber), Phone: unmask(f.Value(l+"phone"), hall.MaskPhone, was.Phone),
		Village: f.Value(l + "village"), Address: f.Value(l + "address"), Ethnic: f.Value(l + "ethnic"), Occupation: f.Value(l + "job"),
		Contact: f.Value(l + "contact"), Sex: was.Sex, Birth: was.Birth,
	}
	identify(&p.Details, v.env.Today())
	return p
}

// unmask gives back what a masked field stands for, if nobody changed it.
func unmask(shown string, mask func(string) string, real string) string {
	if real != "" && shown == mask(real) {
		return real
	}
	return shown
}

// identify takes sex and birth date from an identity number.
func identify(d *hall.Details, today hall.Day) {
	if d.Kind == hall.Organisation || d.Doc != hall.DocIDCard || d.DocNumber == "" {
		return
	}
	if sex, birth, err := hall.ParseIDCard(d.DocNumber, today); err == nil {
		d.DocNumber, d.Sex, d.Birth = hall.CleanIDCard(d.DocNumber), sex, birth
	}
}

// read makes the intake of what was filled in. A field that cannot be read is an error in
// that field.
func (v *View) read() (hall.Intake, *hall.Error) {
	p, w := v.people, v.where
	in := hall.Intake{
		Type: p.Raw("type"), Subject: p.Value("subject"), Facts: p.Value("facts"), Requests: p.Value("requests"),
		Source: enum[hall.Source](p.Raw("source")), SourceFrom: p.Value("sourcefrom"), Written: p.Raw("written") == "1",
		Difficulty: enum[hall.Difficulty](p.Raw("difficulty")), Confidential: p.Raw("secret") == "1", Relapse: v.relapse.ID,
		Risk: enum[hall.Risk](w.Raw("risk")), Measures: w.Value("measures"), Urgent: w.Raw("urgent") == "1", UrgentWhy: w.Value("urgentwhy"),
		PartyRefuses: w.Raw("refuses") == "1", Bar: enum[hall.Bar](w.Raw("bar")),
	}
	for id, flag := range map[string]hall.Flag{"criminal": hall.FlagCriminal, "mass": hall.FlagMass, "stability": hall.FlagStability} {
		if w.Raw(id) == "1" {
			in.Flags |= flag
		}
	}
	in.Parties = v.parties()
	if s := p.Value("amount"); s != "" {
		fen, err := text.ParseMoney(s)
		if err != nil {
			return in, refused(err).In("amount")
		}
		in.Amount = fen
	}
	if in.Flags&hall.FlagCriminal != 0 {
		at, err := moment(w.Value("policeat"), v.env.Now())
		if err != nil {
			return in, err.In("policeat")
		}
		in.Police = hall.Police{At: at, Officer: w.Value("police")}
	}
	var bad *hall.Error
	in.End, bad = v.part.Read()
	return in, bad
}

// parties are all of them, the first of each side from the form.
func (v *View) parties() []hall.Party {
	var out []hall.Party
	for _, s := range []hall.Side{hall.Applicant, hall.Respondent} {
		first := v.party(s)
		if first.Details.Name == "" {
			continue
		}
		first.Representative = v.reps[s]
		out = append(out, first)
	}
	return append(out, v.extra...)
}

func refused(err error) *hall.Error {
	var e *hall.Error
	if errors.As(err, &e) {
		return e
	}
	return hall.Refuse(hall.ErrRequired)
}

// moment reads a time of day, today's or with a date before it.
func moment(s string, now time.Time) (time.Time, *hall.Error) {
	if s == "" {
		return time.Time{}, hall.Refuse(hall.ErrPoliceReport)
	}
	day := hall.DayOf(now)
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		d, err := text.ParseDate(strings.TrimSpace(s[:i]), day)
		if err != nil {
			return time.Time{}, refused(err)
		}
		day, s = d, s[i+1:]
	}
	from, _, err := text.ParseSlot(s)
	if err != nil {
		return time.Time{}, refused(err)
	}
	at := day.At(from, now.Location())
	if at.After(now) {
		return time.Time{}, hall.Refuse(hall.ErrDayFuture)
	}
	return at, nil
}

// place finds the field of the forms that an error of the rules belongs to.
func (v *View) place(e *hall.Error) (*widget.Form, string) {
	field := e.Field
	for _, side := range []hall.Side{hall.Applicant, hall.Respondent} {
		name := map[hall.Side]string{hall.Applicant: "applicant", hall.Respondent: "respondent"}[side]
		if field != name {
			continue
		}
		switch e.Code {
		case hall.ErrIDChecksum, hall.ErrIDDate, hall.ErrIDDigits, hall.ErrIDLength:
			field = letter(side) + "id"
		case hall.ErrPhone:
			field = letter(side) + "phone"
		case hall.ErrGuardian:
			field = letter(side) + "guardian"
		default:
			field = letter(side) + "name"
		}
	}
	if e.Code == hall.ErrPoliceReport && v.where.Value("police") == "" && v.where.Value("policeat") != "" {
		field = "police"
	} else if field == "police" && v.where.Value("policeat") == "" {
		field = "policeat"
	}
	for _, f := range []*widget.Form{v.people, v.where} {
		if f.Has(field) {
			return f, field
		}
	}
	return nil, ""
}
