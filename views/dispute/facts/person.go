package facts

import (
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// Person are the questions of who somebody is, for a form over R in which that lies.
func Person[R any](at func(*R) *hall.Details) []*form.Field[R] {
	line := func(name string, label text.Message, most int, of func(*hall.Details) *string) *form.Field[R] {
		return form.Text(name, label, most, func(r *R) *string { return of(at(r)) })
	}
	natural := func(r R) bool { return at(&r).Kind == hall.Natural }
	number := func(s views.Session, r R) *hall.Error {
		d := at(&r)
		return hall.Details{Kind: d.Kind, Doc: d.Doc, DocNumber: d.DocNumber}.Check(s.Today())
	}
	return []*form.Field[R]{
		line(hall.FieldName, nameLabel, 60, func(d *hall.Details) *string { return &d.Name }).Required().Who(),
		form.Enum(hall.FieldKind, kindLabel, func(r *R) *hall.PersonKind { return &at(r).Kind }, []hall.PersonKind{hall.Natural, hall.Organisation},
			text.PersonKind),
		line(hall.FieldPhone, phoneLabel, 40, func(d *hall.Details) *string { return &d.Phone }).Phone(),
		form.Enum("doc", docLabel, func(r *R) *hall.DocKind { return &at(r).Doc }, []hall.DocKind{hall.DocIDCard, hall.DocPassport, hall.DocOther,
			hall.DocCredit}, text.DocKind),
		line("id", docNoLabel, 40, func(d *hall.Details) *string { return &d.DocNumber }).Plain().Check(number),
		form.Enum("sex", sexLabel, func(r *R) *hall.Sex { return &at(r).Sex }, []hall.Sex{hall.Male, hall.Female}, text.Sex).If(natural),
		form.Birthday("birth", birthLabel, func(r *R) *hall.Day { return &at(r).Birth }).If(natural),
		line(hall.FieldVillage, villageLabel, 60, func(d *hall.Details) *string { return &d.Village }).Village(),
		line("address", addressLabel, 120, func(d *hall.Details) *string { return &d.Address }),
		line(hall.FieldContact, contactLabel, 60, func(d *hall.Details) *string { return &d.Contact }).Who().If(func(r R) bool { return !natural(r) }),
	}
}

// Who tells who somebody is, and how to reach them.
func Who(d *page.Doc, of hall.Details) {
	var is []text.Message
	if of.Sex != hall.SexUnknown {
		is = append(is, text.Sex(of.Sex))
	}
	if of.Birth != 0 {
		y, m, _ := of.Birth.Date()
		is = append(is, text.Born(y, m))
	}
	d.Say(text.Intake.Sex, text.Words(is...))
	d.Add(text.DocKind(of.Doc), of.DocNumber)
	d.Add(text.Intake.Phone, of.Phone)
	d.Add(text.Intake.Village, of.Village)
	d.Add(text.Intake.Address, of.Address)
	d.Add(text.Intake.Job, of.Occupation)
	d.Add(text.Intake.Contact, of.Contact)
}

var (
	kindLabel    = text.M("个人或单位", "Person or organisation")
	nameLabel    = text.M("姓名", "Name")
	sexLabel     = text.M("性别", "Sex")
	birthLabel   = text.M("出生日期", "Date of birth")
	docLabel     = text.M("证件", "Document")
	docNoLabel   = text.M("证件号码", "Its number")
	phoneLabel   = text.M("电话", "Telephone")
	villageLabel = text.M("所在村", "Village")
	addressLabel = text.M("住址", "Address")
	contactLabel = text.M("负责人", "Who is in charge")
)
