package intake

import (
	"strconv"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// fields is what was typed, by field.
type fields func(id string) string

// in looks at the fields of one side.
func (f fields) in(prefix string) fields { return func(id string) string { return f(prefix + id) } }

func enum[T ~uint8](s string) T {
	n, _ := strconv.Atoi(s)
	return T(n)
}

// readParty makes a party of what was typed about somebody. was is who stood in the fields
// before they were typed in: a number that is still shown masked is his. Only a birth date
// can be unreadable; all else is kept as it was typed.
func readParty(get fields, was hall.Person, today hall.Day) (hall.Party, *hall.Error) {
	p := hall.Party{Person: was.ID, Proxy: get("proxy"), ProxyScope: get("scope")}
	d := &p.Details
	*d = hall.Details{
		Kind: enum[hall.PersonKind](get("kind")), Name: get("name"), Doc: enum[hall.DocKind](get("doc")),
		DocNumber: unmask(get("id"), hall.MaskDoc, was.Details.DocNumber), Phone: unmask(get("phone"), hall.MaskPhone, was.Details.Phone),
		Village: get("village"), Address: get("address"), Contact: get("contact"),
	}
	if d.Kind == hall.Organisation {
		if d.Doc == hall.DocIDCard {
			d.Doc = hall.DocCredit
		}
		return p, nil
	}
	if d.Doc == hall.DocIDCard && looksLikePassport(d.DocNumber) {
		d.Doc, d.DocNumber = hall.DocPassport, hall.CleanIDCard(d.DocNumber)
	}
	p.Guardian, d.Ethnic, d.Occupation, d.Sex = get("guardian"), get("ethnic"), get("job"), enum[hall.Sex](get("sex"))
	birth, bad := birthday(get("birth"), today)
	d.Birth = birth
	identify(d, today)
	if d.Birth != 0 && birth != d.Birth {
		bad = nil // the card says it
	}
	return p, bad
}

// writeParty is what stands in the fields for a party. The number and telephone of somebody
// found again are masked: whoever looks over the clerk's shoulder need not read them.
func writeParty(p hall.Party) map[string]string {
	d := p.Details
	id, phone := d.DocNumber, d.Phone
	if p.Person != 0 {
		id, phone = hall.MaskDoc(id), hall.MaskPhone(phone)
	}
	return map[string]string{
		"name": d.Name, "kind": number(d.Kind), "doc": number(d.Doc), "id": id, "phone": phone, "village": d.Village, "address": d.Address,
		"sex": number(d.Sex), "birth": d.Birth.String(), "ethnic": d.Ethnic, "job": d.Occupation, "contact": d.Contact,
		"guardian": p.Guardian, "proxy": p.Proxy, "scope": p.ProxyScope,
	}
}

func number[T ~uint8](n T) string { return strconv.Itoa(int(n)) }

func withPrefix(prefix string, vs map[string]string) map[string]string {
	out := make(map[string]string, len(vs))
	for id, s := range vs {
		out[prefix+id] = s
	}
	return out
}

// unmask gives back what a masked field stands for, if nobody changed it.
func unmask(shown string, mask func(string) string, real string) string {
	if real != "" && shown == mask(real) {
		return real
	}
	return shown
}

func birthday(s string, today hall.Day) (hall.Day, *hall.Error) {
	if s == "" {
		return 0, nil
	}
	d, err := text.ParseDate(s, today)
	if err != nil {
		return 0, refused(err).In("birth")
	}
	if d > today {
		return 0, hall.Refuse(hall.ErrDayFuture).In("birth")
	}
	return d, nil
}

// identify takes sex and birth date from an identity number.
func identify(d *hall.Details, today hall.Day) {
	if !identified(*d, today) {
		return
	}
	sex, birth, _ := hall.ParseIDCard(d.DocNumber, today)
	d.DocNumber, d.Sex, d.Birth = hall.CleanIDCard(d.DocNumber), sex, birth
}

// identified reports whether an identity number says who somebody is.
func identified(d hall.Details, today hall.Day) bool {
	if d.Kind == hall.Organisation || d.Doc != hall.DocIDCard || d.DocNumber == "" {
		return false
	}
	_, _, err := hall.ParseIDCard(d.DocNumber, today)
	return err == nil
}

// checkTyped looks at one field about somebody when it is left: a wrong number is said at
// once, where it stands.
func checkTyped(field string, get fields, was hall.Person, today hall.Day) *hall.Error {
	p, bad := readParty(get, was, today)
	probe := hall.Details{Kind: p.Details.Kind, Doc: p.Details.Doc}
	switch field {
	case "id":
		probe.DocNumber = p.Details.DocNumber
	case "phone":
		probe.Phone = p.Details.Phone
	case "birth":
		return bad
	default:
		return nil
	}
	return probe.Check(today)
}

// fieldOf is the field about a person that a rule's error belongs to.
func fieldOf(c hall.Code) string {
	switch c {
	case hall.ErrIDChecksum, hall.ErrIDDate, hall.ErrIDDigits, hall.ErrIDLength:
		return "id"
	case hall.ErrPhone:
		return "phone"
	case hall.ErrGuardian:
		return "guardian"
	}
	return "name"
}

// looksLikeOrganisation goes by how the names of bodies end.
func looksLikeOrganisation(name string) bool {
	for _, end := range []string{"公司", "厂", "合作社", "委员会", "村委会", "居委会", "学校", "医院", "中心", "商行", "经营部", "店", "所", "局", "协会"} {
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
