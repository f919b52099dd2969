package hall

import (
	"cmp"
	"slices"
	"time"
)

// ToRecord is the visit that a session of a day belongs to: the latest about the case that has begun,
// or ended that day to go on in the case, and has none on record. Without a day it is the latest of
// all, unless a session has been recorded since; false when there is none.
func ToRecord(visits []Consultation, day Day) (Consultation, bool) {
	var out Consultation
	var recorded time.Time
	for _, v := range visits {
		if v.Session != nil && v.Session.At.After(recorded) {
			recorded = v.Session.At
		}
	}
	for _, v := range visits {
		ended := v.State == Ended && v.End.Outcome == OnInCase && (v.Day == day || day == 0 && v.took().After(recorded))
		if (v.State == Started || ended) && v.Session == nil && (out.ID == 0 || v.took().After(out.took())) {
			out = v
		}
	}
	return out, out.ID != 0
}

// took is when a visit took place: since it began, or when it was ended without having been begun.
func (c Consultation) took() time.Time {
	if c.Started.IsZero() {
		return c.Ended
	}
	return c.Started
}

// SessionStart is how the record of a session begins, with the names of those who were there: what is
// known of the visit it records, else that it is now, with the mediators and all the parties. What
// was told and how it ended is never assumed.
func (f CaseFile) SessionStart(now time.Time) (Session, []string) {
	v, ok := ToRecord(f.Consultations, 0)
	if !ok {
		return Session{At: now}, f.People()
	}
	return Session{At: v.took(), Place: cmp.Or(v.Room, v.Place), Outcome: v.End.Advice}, f.there(v)
}

// there are the people at one of the consultations about a case: its mediators and the parties who
// came. Without an appointment it is the applicant's side that came.
func (f CaseFile) there(v Consultation) []string {
	mediators := v.Mediators
	if len(mediators) == 0 {
		mediators = f.Case.Mediators()
	}
	names := namesOf(mediators)
	if len(v.Expected) == 0 {
		names = append(names, PartyNames(f.Case.Of(Applicant))...)
	}
	for _, e := range v.Expected {
		if !e.Came.IsZero() {
			names = append(names, e.Name)
		}
	}
	return names
}

// People are the people of a case: its mediators, and whoever saw the visit that is to be recorded,
// then its parties.
func (f CaseFile) People() []string {
	names := namesOf(f.Case.Mediators())
	if v, ok := ToRecord(f.Consultations, 0); ok {
		for _, name := range namesOf(v.Mediators) {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return append(names, PartyNames(f.Case.Parties)...)
}

func namesOf(mediators []MediatorRef) []string {
	var names []string
	for _, m := range mediators {
		names = append(names, m.Name)
	}
	return names
}

// Promised is what the records of the sessions that settled the dispute say was agreed, the latest last: what
// stands there and not in the agreement comes back as a new dispute. Of before a case was taken up again nothing counts.
func (f CaseFile) Promised() []string {
	var since Day
	for _, a := range f.Case.Agreements {
		since = max(since, a.Reopened)
	}
	var out []string
	for _, v := range f.Consultations {
		if s := v.Session; s != nil && s.Result == ResultSettled && s.Outcome != "" && DayOf(s.At) >= since {
			out = append(out, s.Outcome)
		}
	}
	return out
}
