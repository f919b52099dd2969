package hall

import (
	"testing"
	"time"
)

// A joint consultation says what comes next, from its first invitation to its last task.
func TestAJointConsultationSaysWhatComesNext(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	f := JointFile{
		Case:         Case{Parties: []Party{{Side: Applicant, Details: Details{Name: "甲"}}}},
		Consultation: Consultation{Kind: Joint, State: Proposed, Joint: &Discussion{}},
	}
	j := f.Consultation.Joint
	next := func(want Op) {
		t.Helper()
		if got := f.Next(now); got != want {
			t.Errorf("next is %q, not %q", got, want)
		}
		if want != "" && want != OpTask && f.Done(want) {
			t.Errorf("%q is done already", want)
		}
	}
	next(OpInvite)
	j.Convener, j.Invited = Invitee{Name: "陈芳"}, []Invitee{{Name: "徐建国"}}
	next(OpAgenda) // an internal one
	j.Invited[0].Kind = InviteOther
	next(OpConsents)
	j.Consents = []Consent{{Name: "甲", Side: Applicant, Given: true, Day: DayOf(now)}}
	next(OpAgenda)
	j.Agenda = "一、量尺寸"
	next(OpTimes)
	f.Consultation.State, f.Consultation.Slot = Waiting, Slot{Day: DayOf(now) + 1, From: 540, To: 630}
	next(OpAnswer)
	j.Invited[0].Answer = Comes
	next("")
	f.Consultation.Slot.Day = DayOf(now)
	next(OpRecord)
	f.Consultation.State, f.Tasks = Ended, []Task{{What: "量界"}}
	next(OpTask)
	f.Tasks[0].Done = DayOf(now)
	next("")
}

// Who is elsewhere can be left out, unless he must come; a refusal about something else is no
// reason to.
func TestAJointConsultationIsHeldWithoutWhoIsElsewhere(t *testing.T) {
	t.Parallel()
	d := Discussion{Invited: []Invitee{{Name: "徐建国"}, {Name: "农技站"}, {Name: "章必到", Must: true}}}
	busy := func(c Code, name string) *Error { return Refuse(c, "name", name) }
	got := d.Without(busy(ErrMediatorBusy, "徐建国"), []Clash{{Err: busy(ErrMediatorBusy, "徐建国")}, {Err: busy(ErrBodyBusy, "农技站")}})
	if len(got) != 2 || got[0].Name != "徐建国" || got[1].Name != "农技站" {
		t.Errorf("%+v", got)
	}
	if got := d.Without(busy(ErrMediatorBusy, "章必到"), []Clash{{Err: busy(ErrBodyBusy, "农技站")}}); got != nil {
		t.Errorf("without who must come: %+v", got)
	}
	if got := d.Without(Refuse(ErrRoomBusy, "name", "徐建国"), nil); got != nil {
		t.Errorf("another refusal: %+v", got)
	}
}
