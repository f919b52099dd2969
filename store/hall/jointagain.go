package hall

// OpMeet calls a further meeting of a joint consultation that was held (再会诊).
const OpMeet Op = "meet"

// Further is a further meeting, to which the same people are proposed: they have not been asked yet, and
// nothing is said. What the parties said to outsiders stands for those they said it about, unless it was said
// of the day before.
func (d Discussion) Further(before ConsultationID) Discussion {
	d.NameConsents(nil)
	d.LapseConsents(0)
	out := Discussion{Consents: d.Consents, Convener: d.Convener.seat(), Invited: seats(d.Invited), Before: before, Meeting: max(d.Meeting, 1) + 1}
	return out
}

// seat is who somebody is, without what he said.
func (i Invitee) seat() Invitee {
	return Invitee{Kind: i.Kind, ID: i.ID, Name: i.Name, Unit: i.Unit, Must: i.Must, As: i.As}
}

func seats(of []Invitee) []Invitee {
	var out []Invitee
	for _, i := range of {
		out = append(out, i.seat())
	}
	return out
}

// MeetingsWith are the meetings of the joint consultation that one belongs to, in their order, from all
// consultations of its case.
func MeetingsWith(one Consultation, all []Consultation) []Consultation {
	before := map[ConsultationID]ConsultationID{}
	for _, c := range all {
		if c.Joint != nil {
			before[c.ID] = c.Joint.Before
		}
	}
	first := func(id ConsultationID) ConsultationID {
		for before[id] != 0 {
			id = before[id]
		}
		return id
	}
	var out []Consultation
	for _, c := range all {
		if c.Kind == Joint && first(c.ID) == first(one.ID) {
			out = append(out, c)
		}
	}
	return out
}

// Furthers counts those of some consultations that are further meetings: a joint consultation counts once.
func Furthers(all []Consultation) int {
	n := 0
	for _, c := range all {
		if c.Joint != nil && c.Joint.Before != 0 {
			n++
		}
	}
	return n
}
