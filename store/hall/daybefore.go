package hall

// DayBefore is what the days before today left open in the hall, and what the next morning is put right
// (DOMAIN §2). What was handed over and not accepted is in Board.Handed.
type DayBefore struct {
	Visits []VisitRow // neither seen to an end nor gone
	Out    []SignIn   // went home without signing out
	Begun  []StaffID  // of those, who began a handover and did not finish it
	In     []Other    // of the last day with duty: planned, did not sign in, and the reader can write down that they came
}

// Any reports whether anything is left.
func (b DayBefore) Any() bool { return len(b.Visits)+len(b.Out)+len(b.In) > 0 }
