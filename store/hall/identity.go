package hall

// Identity tells a store from every other one in the world. What leaves it under a name that others
// keep, as an event of a calendar does, is named by it: another hall may have the same initials.
type Identity struct {
	ID string `cbor:"1,keyasint,omitempty"` // random; empty: an older program made the store, and none has written to it since
	// Visits and Shifts are the last numbers that an older program gave. It named them by the hall's
	// initials, and they keep those names: calendars that hold them would show each of them twice.
	Visits ConsultationID `cbor:"2,keyasint,omitempty"`
	Shifts ShiftID        `cbor:"3,keyasint,omitempty"`
}

// NamesVisit reports whether a consultation is named by the store's identity.
func (i Identity) NamesVisit(id ConsultationID) bool { return i.ID != "" && id > i.Visits }

// NamesShift is NamesVisit for a planned shift.
func (i Identity) NamesShift(id ShiftID) bool { return i.ID != "" && id > i.Shifts }
