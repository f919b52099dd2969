package hall

// Holding is what is still somebody's who has an account.
type Holding struct {
	Shifts int // days of duty from today on
	Cases  int // open ones, as a mediator
	Booked int // appointments and joint consultations to come
}

// Any reports whether there is something that others have to take over.
func (h Holding) Any() bool { return h != Holding{} }
