package hall

import (
	"slices"
	"time"
)

// OpTell puts down that somebody who was invited has heard what no longer holds.
const OpTell Op = "tell"

// relied reports whether somebody goes by an answer that was given, or has not heard that it lapsed.
func (i Invitee) relied() bool { return i.Stale || i.Answer == Comes || i.Answer == SendsSome }

// Lapse has the answers to the invitations lapse with the time they were given for (DOMAIN §2): they are
// asked for again, and who counts on the old one has to hear of it.
func (d *Discussion) Lapse() {
	d.Invited = slices.Clone(d.Invited)
	for n, i := range d.Invited {
		i.lapse()
		d.Invited[n] = i
	}
}

// lapse has an answer be asked for again; who counts on the old one has to hear of it.
func (i *Invitee) lapse() {
	i.Stale = i.relied()
	i.Answer, i.Note, i.Answered, i.By = NoAnswer, "", time.Time{}, ""
}

// letDown has those hear that it is called off who count on it.
func (d *Discussion) letDown() {
	d.Invited = slices.Clone(d.Invited)
	for n, i := range d.Invited {
		d.Invited[n].Stale = i.relied()
	}
}

// List puts another list of invitations in place of what there is. Who is crossed off and counts on coming
// has to hear of it, unless invited again.
func (d *Discussion) List(invited []Invitee) {
	var off []Invitee
	for _, i := range slices.Concat(d.Off, d.Invited) {
		if i.relied() && !slices.ContainsFunc(invited, i.Same) && !d.Convener.Same(i) {
			i.Stale = true
			off = append(off, i)
		}
	}
	d.Invited, d.Off = invited, off
}

// ToTell are those who were invited and have not heard what no longer holds.
func (d Discussion) ToTell() []Invitee {
	return slices.DeleteFunc(slices.Concat(d.Invited, d.Off), func(i Invitee) bool { return !i.Stale })
}

// Told puts down that somebody has heard of it.
func (d *Discussion) Told(who Invitee) bool {
	n := len(d.ToTell())
	d.Invited = slices.Clone(d.Invited)
	for at, i := range d.Invited {
		if i.Same(who) {
			d.Invited[at].Stale = false
		}
	}
	d.Off = slices.DeleteFunc(slices.Clone(d.Off), who.Same)
	return len(d.ToTell()) < n
}
