package hall

import (
	"cmp"
	"slices"
	"time"
)

// JointFile is a consultation with its case, for who reads or records it.
type JointFile struct {
	Consultation Consultation
	Case         Case
	Tasks        []Task
	Meetings     []Consultation    // of the same joint consultation, this one among them, in their order
	Other        ConsultationID    // another joint consultation of the case that is under way; 0: none
	Phones       map[BodyID]string // of the bodies that are invited
	Warning      Warning           // what must be known first of the parties
	Masked       bool              // identity numbers and telephones are hidden from this reader
}

// Name is what it is called: its case's number, or, before it has one, who comes.
func (f JointFile) Name() string { return cmp.Or(f.Case.Number, f.Consultation.Who) }

// Discussion is what a joint consultation holds; an empty one where nothing is written yet.
func (f JointFile) Discussion() Discussion {
	if f.Consultation.Joint == nil {
		return Discussion{}
	}
	return *f.Consultation.Joint
}

// Unasked are the parties who have not been asked about all outsiders, and those they are to be asked about.
func (f JointFile) Unasked() (names, whom []string) { return f.Discussion().Unasked(f.Case) }

// OpenTasks are the tasks that are not done.
func (f JointFile) OpenTasks() []Task {
	return slices.DeleteFunc(slices.Clone(f.Tasks), func(k Task) bool { return k.State() != TaskOpen })
}

// Next is the step of a joint consultation that comes next; empty where nothing is to be done, or
// only to be waited for.
func (f JointFile) Next(now time.Time) Op {
	c, j := f.Consultation, f.Discussion()
	switch {
	case c.State != Waiting && len(j.ToTell()) > 0:
		return OpTell
	case c.State == Ended && len(f.OpenTasks()) > 0:
		return OpTask
	case c.State.Over():
		return ""
	case c.State == Waiting && c.Begun(now):
		return OpRecord
	case c.State == Proposed && (j.Convener.Name == "" || len(j.Invited) == 0):
		return OpInvite
	case j.CheckConsent(f.Case) != nil:
		return OpConsents
	case j.Agenda == "":
		return OpAgenda
	case c.State == Proposed:
		return OpTimes
	case len(j.Unanswered()) > 0:
		return OpAnswer
	}
	return ""
}

// Done reports whether a step of a joint consultation has been taken.
func (f JointFile) Done(op Op) bool {
	c, j := f.Consultation, f.Discussion()
	called := c.State == Waiting || c.State == Ended
	switch {
	case op == OpConsents: // held does not say that everybody was asked
		return len(j.Invited) > 0 && j.CheckConsent(f.Case) == nil
	case c.State == Ended:
		return true
	case op == OpInvite:
		return j.Convener.Name != "" && len(j.Invited) > 0
	case op == OpAgenda:
		return j.Agenda != ""
	case op == OpTimes:
		return called
	case op == OpAnswer:
		return called && len(j.Unanswered()) == 0
	}
	return false
}

// Record is what is written down of a joint consultation: who came and what each said, what they
// agreed on, and the tasks that say something.
func (f JointFile) Record() JointRecord {
	j := f.Discussion()
	tasks := slices.DeleteFunc(slices.Clone(f.Tasks), func(k Task) bool { return k.What == "" })
	return JointRecord{Convener: j.Convener, Invited: j.Invited, Present: j.Present, Secrecy: j.Secrecy, Line: j.Line, Opinion: j.Opinion,
		Who: j.Who, By: j.By, Tasks: tasks}
}

// Internal reports whether it is among the hall's own people (内部会诊): nobody is asked for consent, and
// those present are reminded of secrecy.
func (f JointFile) Internal() bool { return len(f.Discussion().Outsiders()) == 0 }

// Helpers are those who may have something to do for a case: its mediators, then who is asked.
func (f JointFile) Helpers() []string {
	var out []string
	for _, m := range f.Case.Mediators() {
		out = append(out, m.Name)
	}
	for _, i := range f.Discussion().All() {
		if i.Name != "" && !slices.Contains(out, i.Name) {
			out = append(out, i.Name)
		}
	}
	return out
}

// Phone is the telephone of a body that is invited; empty of anybody else.
func (f JointFile) Phone(i Invitee) string {
	if i.Kind != InviteBody {
		return ""
	}
	return f.Phones[BodyID(i.ID)]
}

// InviteeOf is somebody signed in as one of those who may convene.
func InviteeOf(a Actor) Invitee {
	if a.Mediator != 0 {
		return Invitee{Kind: InviteMediator, ID: uint64(a.Mediator), Name: a.Name}
	}
	return Invitee{Kind: InviteStaff, ID: uint64(a.Staff), Name: a.Name}
}

// All are the convener and the invited.
func (d Discussion) All() []Invitee { return append([]Invitee{d.Convener}, d.Invited...) }

// Seat is the convener's or an invited one's place in it; nil where he is not asked.
func (d *Discussion) Seat(who Invitee) *Invitee {
	if d.Convener.Same(who) {
		return &d.Convener
	}
	if i := slices.IndexFunc(d.Invited, who.Same); i >= 0 {
		return &d.Invited[i]
	}
	return nil
}

// With are the invited with one more.
func (d Discussion) With(who Invitee) []Invitee { return append(slices.Clone(d.Invited), who) }

// But are the invited without one of them.
func (d Discussion) But(who Invitee) []Invitee {
	return slices.DeleteFunc(slices.Clone(d.Invited), who.Same)
}

// Unanswered are the names of those who have not answered their invitation.
func (d Discussion) Unanswered() []string {
	var out []string
	for _, i := range d.Invited {
		if i.Answer == NoAnswer {
			out = append(out, i.Name)
		}
	}
	return out
}

// Without are those of the invited who are elsewhere at a time, by what collides with it, where it
// can be held without them. None where that does not help: somebody must come, or the refusal is
// about something else.
func (d Discussion) Without(refused *Error, clashes []Clash) []Invitee {
	var out []Invitee
	helps := false
	for _, i := range d.Invited {
		elsewhere := func(e *Error) bool {
			return (e.Code == ErrMediatorBusy || e.Code == ErrStaffBusy || e.Code == ErrBodyBusy) && e.Args["name"] == i.Name
		}
		first := elsewhere(refused)
		if !i.Must && (first || slices.ContainsFunc(clashes, func(c Clash) bool { return elsewhere(c.Err) })) {
			out, helps = append(out, i), helps || first
		}
	}
	if !helps {
		return nil
	}
	return out
}

// Absent are those who cannot come at a time that was found.
func (t Times) Absent(at Found) []Invitee { return t.Those(at.Missing) }

// Those are attendees by their numbers.
func (t Times) Those(numbers []int) []Invitee {
	var out []Invitee
	for _, n := range numbers {
		out = append(out, t.Who[n])
	}
	return out
}
