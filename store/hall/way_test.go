package hall

import (
	"slices"
	"testing"
)

// The way of a case names what lies behind it, where it stands, and what is to come.
func TestTheWayOfACase(t *testing.T) {
	t.Parallel()
	oral, kept := []Agreement{{Made: 1}}, []Agreement{{Made: 1, Performed: 2}}
	for _, x := range []struct {
		c    Case
		done []State
		come []State
	}{
		{Case{}, nil, []State{Accepted, Mediating, Agreed, Performing, Performed, Filed}},
		{Case{State: Mediating, Accepted: 1, Sessions: 1}, []State{Registered, Accepted}, []State{Agreed, Performing, Performed, Filed}},
		{Case{State: Mediating, Accepted: 1, Sessions: 1, Agreements: oral}, []State{Registered, Accepted}, []State{Agreed, Performing, Performed, Filed}},
		{Case{State: Paused, Accepted: 1}, []State{Registered, Accepted}, []State{Mediating, Agreed, Performing, Performed, Filed}},
		{Case{State: Paused, Accepted: 1, Sessions: 1}, []State{Registered, Accepted, Mediating}, []State{Agreed, Performing, Performed, Filed}},
		{Case{State: Performing, Accepted: 1, Sessions: 1, Agreements: oral}, []State{Registered, Accepted, Mediating, Agreed}, []State{Performed, Filed}},
		{Case{State: Refused}, []State{Registered}, []State{Filed}},
		{Case{State: Withdrawn, Accepted: 1}, []State{Registered, Accepted}, []State{Filed}},
		{Case{State: Filed, Accepted: 1, Sessions: 1}, []State{Registered, Accepted, Mediating}, nil},
		{Case{State: Filed, Accepted: 1, Sessions: 1, Agreements: kept}, []State{Registered, Accepted, Mediating, Agreed, Performing, Performed}, nil},
	} {
		var done, come, now []State
		for _, p := range x.c.Way() {
			switch {
			case p.Now:
				now = append(now, p.State)
			case p.Done:
				done = append(done, p.State)
			default:
				come = append(come, p.State)
			}
		}
		if !slices.Equal(done, x.done) || !slices.Equal(come, x.come) || !slices.Equal(now, []State{x.c.State}) {
			t.Errorf("%v: %v %v %v", x.c.State, done, now, come)
		}
	}
}
