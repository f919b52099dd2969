package hall

import (
	"slices"
	"time"
)

// JointFix is what of a joint consultation that was held can be put right by a correction (DOMAIN §3.13):
// who came, what each said, what was agreed on, and when and where it was held. Its tasks have corrections
// of their own.
type JointFix struct {
	JointRecord
	Slot Slot
	Room string
}

// Fix is a joint consultation as it is written, to put right from.
func (f JointFile) Fix() JointFix {
	rec := f.Record()
	rec.Tasks = nil
	return JointFix{rec, f.Consultation.Slot, f.Consultation.Room}
}

// Apply puts a joint consultation right. It was held at a time that has been, and what followed from it is
// not due before.
func (f JointFix) Apply(c *Consultation, now time.Time) *Error {
	switch {
	case f.Slot.Day == 0:
		return Refuse(ErrRequired).In(FieldDay)
	case f.Slot.From == 0:
		return Refuse(ErrRequired).In(FieldTime)
	case f.Slot.To <= f.Slot.From:
		return Refuse(ErrSlotOrder).In(FieldTime)
	case f.Slot.Day.At(f.Slot.From, now.Location()).After(now):
		return Refuse(ErrDayFuture).In(FieldDay)
	case f.Room == "":
		return Refuse(ErrRequired).In(FieldRoom)
	}
	if err := f.Check(f.Slot.Day); err != nil {
		return err
	}
	if f.Slot != c.Slot {
		c.Slot, c.Day, c.Started = f.Slot, f.Slot.Day, f.Slot.Day.At(f.Slot.From, now.Location())
	}
	c.Room = f.Room
	f.Write(c.Joint)
	return nil
}

// Write puts down who came, what each said and what was agreed on.
func (r JointRecord) Write(d *Discussion) {
	d.Convener.say(r.Convener)
	for _, said := range r.Invited {
		if i := slices.IndexFunc(d.Invited, said.Same); i >= 0 {
			d.Invited[i].say(said)
		}
	}
	d.Present, d.Line, d.Opinion, d.Who, d.By, d.Secrecy = r.Present, r.Line, r.Opinion, r.Who, r.By, r.Secrecy
}

// say puts down whether somebody came, and what was said. Who was not there said nothing.
func (i *Invitee) say(as Invitee) {
	if i.Came, i.Opinion, i.Dissent = as.Came, as.Opinion, as.Dissent; !as.Came {
		i.Opinion, i.Dissent = "", ""
	}
}
