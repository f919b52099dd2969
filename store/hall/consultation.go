package hall

import "time"

// Kind is one of the four diagnoses (四诊).
type Kind uint8

const (
	WalkIn      Kind = iota // 坐堂门诊
	Appointment             // 预约问诊
	Joint                   // 集中会诊
	FollowUp                // 定期回诊
)

// ConsultState is where a consultation stands.
type ConsultState uint8

const (
	Waiting    ConsultState = iota // 候诊; for appointments 已约, for joint ones called together, for follow-ups planned
	Called                         // 已叫号
	Started                        // 进行中
	Ended                          // 已结束
	SkippedOut                     // 过号
	GoneAway                       // 离开, cancelled
	NoShow                         // 爽约
	Proposed                       // joint consultation: proposed, not yet called together
)

// Over reports whether nothing more will happen.
func (s ConsultState) Over() bool { return s == Ended || s == GoneAway || s == NoShow }

// MediatorRef names a mediator as he was called then.
type MediatorRef struct {
	ID   MediatorID `cbor:"1,keyasint"`
	Name string     `cbor:"2,keyasint"`
}

// Consultation is one of the four diagnoses taking place. The four share people, time,
// room and record, and differ in the data at the end.
type Consultation struct {
	ID           ConsultationID `cbor:"1,keyasint"`
	Rev          uint64         `cbor:"2,keyasint"`
	Kind         Kind           `cbor:"3,keyasint,omitempty"`
	State        ConsultState   `cbor:"4,keyasint,omitempty"`
	Case         CaseID         `cbor:"5,keyasint,omitempty"`
	Day          Day            `cbor:"6,keyasint"`
	Slot         Slot           `cbor:"7,keyasint,omitempty"` // as planned, for appointments
	Room         string         `cbor:"8,keyasint,omitempty"`
	Mediators    []MediatorRef  `cbor:"9,keyasint,omitempty"`
	Who          string         `cbor:"10,keyasint,omitempty" trail:"-"` // the first applicant's name
	Others       int            `cbor:"11,keyasint,omitempty" trail:"-"` // how many more came with them
	Against      string         `cbor:"12,keyasint,omitempty" trail:"-"` // the first respondent's name
	Type         string         `cbor:"13,keyasint,omitempty" trail:"-"`
	Subject      string         `cbor:"14,keyasint,omitempty" trail:"-"`
	Arrived      time.Time      `cbor:"15,keyasint,omitempty"`
	Called       time.Time      `cbor:"16,keyasint,omitempty"`
	Started      time.Time      `cbor:"17,keyasint,omitempty"`
	Ended        time.Time      `cbor:"18,keyasint,omitempty"`
	Session      *Session       `cbor:"19,keyasint,omitempty"` // what was said, when it was mediated
	Intake       *Intake        `cbor:"20,keyasint,omitempty"` // the visitor's, until a case is opened
	By           string         `cbor:"21,keyasint,omitempty"` // who registered it
	Confidential bool           `cbor:"22,keyasint,omitempty" trail:"-"`
	// walk-in
	Number    int    `cbor:"30,keyasint,omitempty"` // in order of arrival, per day
	Calls     int    `cbor:"31,keyasint,omitempty"`
	Urgent    bool   `cbor:"32,keyasint,omitempty"`
	UrgentWhy string `cbor:"33,keyasint,omitempty"`
	End       Ending `cbor:"34,keyasint,omitempty"`
	Order     int64  `cbor:"35,keyasint,omitempty" trail:"-"` // place in the queue; smaller comes first
	// appointment
	Mode      Mode      `cbor:"40,keyasint,omitempty"`
	Confirmed time.Time `cbor:"41,keyasint,omitempty"` // before each party's own promise was kept: by ConfirmedBy
	Reason    string    `cbor:"42,keyasint,omitempty"` // why cancelled, or why proposed
	// what all but walk-ins have
	Notices     []Notice   `cbor:"43,keyasint,omitempty"`
	Place       string     `cbor:"44,keyasint,omitempty"` // at home: where
	ConfirmedBy string     `cbor:"45,keyasint,omitempty"` // who of the parties said so
	Moves       []Move     `cbor:"46,keyasint,omitempty"`
	Expected    []Expected `cbor:"47,keyasint,omitempty"` // the parties who are to come
	Held        *Held      `cbor:"48,keyasint,omitempty"` // what the slot was booked with, once it is held otherwise
	// joint consultation, follow-up
	Joint       *Discussion  `cbor:"50,keyasint,omitempty"`
	Visit       *Visit       `cbor:"60,keyasint,omitempty"`
	Corrections []Correction `cbor:"61,keyasint,omitempty"`           // what was put right, the latest last
	Last        *LastStep    `cbor:"62,keyasint,omitempty" trail:"-"` // the desk's last step: it can be taken back for some minutes
	Later       time.Time    `cbor:"63,keyasint,omitempty" trail:"-"` // when a visitor said he would come another day (来日再来)
	Earlier     []Came       `cbor:"64,keyasint,omitempty" trail:"-"` // the days on which he came before and was not seen
	Written     time.Time    `cbor:"66,keyasint,omitzero" trail:"-"`  // when the end of a visit was written down, where that was on a later day
	Given       bool         `cbor:"65,keyasint,omitempty" trail:"-"` // the time of an appointment was another's when it was gone on with
}

// SessionResult is how a session ended.
type SessionResult uint8

const (
	ResultContinue SessionResult = iota // 继续调解
	ResultSettled                       // 调解成功
	ResultFailed                        // 调解不成
)

// Session is the record of a mediation session (调解记录): its main points.
type Session struct {
	At         time.Time     `cbor:"1,keyasint"`
	Place      string        `cbor:"2,keyasint,omitempty"`
	Present    string        `cbor:"3,keyasint,omitempty"` // participants and parties present
	RightsTold bool          `cbor:"4,keyasint,omitempty"` // rights and duties told [law 23]
	Statements string        `cbor:"5,keyasint,omitempty"` // what each side said
	Facts      string        `cbor:"6,keyasint,omitempty"` // facts checked
	Result     SessionResult `cbor:"7,keyasint,omitempty"`
	Outcome    string        `cbor:"8,keyasint,omitempty"` // what was agreed, or why not and which other ways were told
	By         string        `cbor:"9,keyasint,omitempty"`
	Late       bool          `cbor:"10,keyasint,omitempty"` // added after closing, and marked so
	Written    time.Time     `cbor:"11,keyasint,omitempty"` // when it was entered
}

// With reports whether the actor takes part in the consultation, or registered it.
func (c Consultation) With(a Actor) bool {
	if a.Among(c.Mediators) {
		return true
	}
	if j := c.Joint; j != nil {
		for _, i := range append([]Invitee{j.Convener}, j.Invited...) {
			if i.Kind == InviteMediator && a.Is(MediatorID(i.ID)) || i.Kind == InviteStaff && i.ID == uint64(a.Staff) {
				return true
			}
		}
	}
	return c.Intake != nil && c.By == a.Name && a.Name != ""
}

// Clears reports whether the actor may see what the consultation is about by itself; whoever may see its
// case may too.
func (c Consultation) Clears(a Actor) bool { return !c.Confidential || a.clears(c.With(a)) }

// Veiled is what of a confidential consultation is seen in the hall: that there is one,
// when, where, and, of somebody in the queue, the name that is called.
func (c Consultation) Veiled() Consultation {
	out := Consultation{ID: c.ID, Rev: c.Rev, Kind: c.Kind, State: c.State, Day: c.Day, Slot: c.Slot, Room: c.Room, Mediators: c.Mediators,
		Arrived: c.Arrived, Called: c.Called, Started: c.Started, Ended: c.Ended, Confidential: true, Number: c.Number, Calls: c.Calls,
		Urgent: c.Urgent, Order: c.Order, Mode: c.Mode}
	if c.Number != 0 {
		out.Who, out.Others = c.Who, c.Others
	}
	return out
}

// SignIn is somebody on duty on a day (值班): signed in and out.
type SignIn struct {
	ID    SignInID  `cbor:"1,keyasint"`
	Rev   uint64    `cbor:"2,keyasint"`
	Day   Day       `cbor:"3,keyasint"`
	Staff StaffID   `cbor:"4,keyasint"`
	Name  string    `cbor:"5,keyasint"`
	In    time.Time `cbor:"6,keyasint"`
	Out   time.Time `cbor:"7,keyasint,omitempty"`
	Note  string    `cbor:"8,keyasint,omitempty"` // what is handed over

	Duty     ShiftID    `cbor:"9,keyasint,omitempty"`            // the planned shift; 0: none, who comes without a plan is welcome
	Mediator MediatorID `cbor:"10,keyasint,omitempty"`           // the entry on the roster; alone, of somebody without an account
	Late     int        `cbor:"11,keyasint,omitempty" trail:"-"` // minutes after the beginning, when that was more than the grace
	By       string     `cbor:"12,keyasint,omitempty"`           // who signed in or wrote down, when that was another, or later
	Log      []DutyNote `cbor:"13,keyasint,omitempty" trail:"-"`
	Items    []HandItem `cbor:"14,keyasint,omitempty" trail:"-"` // what is handed over, point by point
	Took     []HandItem `cbor:"15,keyasint,omitempty" trail:"-"` // what was accepted from those before

	Early       int          `cbor:"16,keyasint,omitempty" trail:"-"` // minutes before the end, when that was more than the grace (早退)
	Why         string       `cbor:"17,keyasint,omitempty"`           // why By signed him in
	OutBy       string       `cbor:"18,keyasint,omitempty"`           // who signed him out
	OutWhy      string       `cbor:"19,keyasint,omitempty"`
	Corrections []Correction `cbor:"20,keyasint,omitempty"` // what was put right, and what stood there before
	Entered     time.Time    `cbor:"21,keyasint,omitempty"` // when By wrote it down, if that was on a later day (补签到)
}
