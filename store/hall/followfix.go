package hall

// FollowFix is what of a follow-up that was made can be put right by a correction (DOMAIN §3.13): all that
// was written down of it.
type FollowFix struct {
	FollowUpRecord
}

// Record is what is written of a follow-up.
func (v Visit) Record() FollowUpRecord {
	return FollowUpRecord{On: v.On, Way: v.Way, By: v.By, Performance: v.Performance, Satisfaction: v.Satisfaction, Relapse: v.Relapse,
		Findings: v.Findings, Lawsuit: v.Lawsuit, Measures: v.Measures, Next: v.Next}
}

// Write puts down what was found.
func (r FollowUpRecord) Write(v *Visit) {
	v.On, v.Way, v.By, v.Performance, v.Satisfaction = r.On, r.Way, r.By, r.Performance, r.Satisfaction
	v.Relapse, v.Findings, v.Lawsuit, v.Measures, v.Next = r.Relapse, r.Findings, r.Lawsuit, r.Measures, r.Next
}

// Check says why the record of a follow-up cannot be put right so. A next day that stays may have passed
// since; an agreement that was made later says nothing about an earlier visit; a relapse that a case was
// opened or taken up for stays what it is.
func (f FollowFix) Check(v Visit, on Case, today Day) *Error {
	rec := f.FollowUpRecord
	if rec.Next == v.Next {
		rec.Next = 0
	}
	if err := rec.Check(today); err != nil {
		return err
	}
	a := on.Agreement()
	switch {
	case a != nil && v.On >= a.Effective() && f.On < a.Effective():
		return Refuse(ErrDayBefore, "day", a.Effective()).In("on")
	case v.Again != 0 && f.Relapse != v.Relapse:
		return Refuse(ErrRelapseStands).In("relapse")
	case f.Next != 0 && f.Next <= f.On:
		return Refuse(ErrDayBefore, "day", f.On+1).In("next")
	case rec.Next != 0 && !on.Followed():
		return Refuse(ErrNothingToFollow).In("next")
	}
	return nil
}

// CameOf is the follow-up that was planned for the next day that another ended with: nil where none was,
// where it was called off since, and where another record asks for the same day.
func (c Consultation) CameOf(all []Consultation) *Consultation {
	var out *Consultation
	for i, o := range all {
		switch v := o.Visit; {
		case o.ID == c.ID || v == nil || c.Visit.Next == 0:
		case o.State == Ended && v.Next == c.Visit.Next:
			return nil
		case o.State != GoneAway && v.Why == FollowNext && v.Planned == c.Visit.Next:
			out = &all[i]
		}
	}
	return out
}
