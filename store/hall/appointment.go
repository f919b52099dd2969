package hall

import "time"

// NoticeWay is how somebody is told of an appointment (预约通知).
type NoticeWay uint8

const (
	NoticePhone   NoticeWay = iota // 电话
	NoticePerson                   // 当面
	NoticeSMS                      // 短信
	NoticeWeChat                   // 微信
	NoticeLetter                   // 书面通知单
	NoticeVillage                  // 村、社区转告
)

// NoticeWays lists them in the order they are shown.
func NoticeWays() []NoticeWay {
	return []NoticeWay{NoticePhone, NoticePerson, NoticeSMS, NoticeWeChat, NoticeLetter, NoticeVillage}
}

// Notice is one time somebody was told of an appointment: when, how, by whom.
type Notice struct {
	At      time.Time `cbor:"1,keyasint"`
	Way     NoticeWay `cbor:"2,keyasint,omitempty"`
	To      string    `cbor:"3,keyasint,omitempty"`
	By      string    `cbor:"4,keyasint,omitempty"`
	Reached bool      `cbor:"5,keyasint,omitempty"`
	Note    string    `cbor:"6,keyasint,omitempty"`
	Void    bool      `cbor:"7,keyasint,omitempty"` // takes back what was put down before: nobody was told
}

// Move is one change of an appointment's time, place or people, with the reason: the whole
// trail stays with it.
type Move struct {
	At     time.Time  `cbor:"1,keyasint"`
	By     string     `cbor:"2,keyasint,omitempty"`
	From   Slot       `cbor:"3,keyasint"`
	To     Slot       `cbor:"4,keyasint"`
	Was    string     `cbor:"5,keyasint,omitempty"` // the room before
	Now    string     `cbor:"6,keyasint,omitempty"`
	Reason string     `cbor:"7,keyasint,omitempty"`
	Missed []Expected `cbor:"8,keyasint,omitempty"` // who had not come to the time before
}

// LeftRoom is the last time at which an appointment stood in a room that it was moved out of.
func (c Consultation) LeftRoom(room string) (Slot, bool) {
	if c.Room == room {
		return Slot{}, false
	}
	for i := len(c.Moves) - 1; i >= 0; i-- {
		if c.Moves[i].Was == room {
			return c.Moves[i].From, true
		}
	}
	return Slot{}, false
}

// Speakers are those of one side who speak for it: its representatives if it has chosen
// any, else everybody.
func Speakers(side []Party) []Party {
	var chosen []Party
	for _, p := range side {
		if p.Representative {
			chosen = append(chosen, p)
		}
	}
	if len(chosen) > 0 {
		return chosen
	}
	return side
}

// Booking is what an appointment, a joint consultation or a timed follow-up asks for.
type Booking struct {
	Slot      Slot
	Mode      Mode
	Room      string // in the hall
	Place     string // at home: where
	Mediators []MediatorID
}

// BookingOf is what a consultation holds now.
func BookingOf(v Consultation) Booking {
	b := Booking{Slot: v.Slot, Mode: v.Mode, Room: v.Room, Place: v.Place}
	for _, m := range v.Mediators {
		b.Mediators = append(b.Mediators, m.ID)
	}
	return b
}

// Clash is something that stands against a booking. A soft one is shown and leaves the
// choice to the person; any other can never be saved.
type Clash struct {
	Err  *Error
	Soft bool
}

// Hard picks the first clash that cannot be saved; nil when there is none.
func Hard(clashes []Clash) *Error {
	for _, c := range clashes {
		if !c.Soft {
			return c.Err
		}
	}
	return nil
}

// Timed reports whether a consultation has a place in the calendar: a day and hours.
func (c Consultation) Timed() bool { return c.Slot.Day != 0 && c.Slot.To > c.Slot.From }

// Here reports whether somebody who was expected is here already.
func (c Consultation) Here() bool { return c.Kind == Appointment && c.Number != 0 }

// Held is the room and the mediators a slot was booked with.
type Held struct {
	Room      string        `cbor:"1,keyasint,omitempty"`
	Mediators []MediatorRef `cbor:"2,keyasint,omitempty"`
}

// Hold remembers what a slot was booked with before somebody is called to another room, or
// seen by another mediator: the slot stays taken as it was booked.
func (c *Consultation) Hold() {
	if c.Timed() && c.Held == nil {
		c.Held = &Held{c.Room, c.Mediators}
	}
}

// Holds is what a consultation's slot takes; false when it takes nothing: it is over, was given to
// another, or whoever was expected came on another day.
func (c Consultation) Holds() (Held, bool) {
	if !c.Timed() || c.Given || c.State.Over() || c.State == Proposed || c.Number != 0 && c.Day != c.Slot.Day {
		return Held{}, false
	}
	h := Held{c.Room, c.Mediators}
	if c.Held != nil {
		h = *c.Held
	}
	if c.Mode != InRoom {
		h.Room = ""
	}
	return h, true
}

// BookedRoom is the room that is booked for it still; empty: none.
func (c Consultation) BookedRoom() string {
	held, _ := c.Holds()
	return held.Room
}
