package text

import "sizhen/store/hall"

// Intake is the screen of F3.
var Intake = struct {
	Phone, Village, Address, Sex, Job, Contact Message
}{
	Phone:   M("电话", "Phone"),
	Village: M("村、社区", "Village"),
	Address: M("住址", "Address"),
	Sex:     M("性别", "Sex"),
	Job:     M("职业", "Occupation"),
	Contact: M("联系人", "Contact"),
}

// LastDay is the date of an earlier visit: 3月8日, and with the year where it is not this one.
func LastDay(d, today hall.Day) Message {
	if d.Year() != today.Year() {
		return Day(d)
	}
	return ShortDay(d)
}
