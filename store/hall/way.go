package hall

// Passage is a state on a case's way, and whether the case has come so far.
type Passage struct {
	State State
	Done  bool // it lies behind the case
	Now   bool // the case stands there
}

// mainWay are the steps that lead a dispute from its registration to the filed dossier.
var mainWay = [...]Action{ActAccept, ActSession, ActAgree, ActSign, ActPerform, ActFile}

// Way is how far a case has come and what is to come, as its course leads on. What ended before
// there was an agreement has its end in place of what it did not come to.
func (c Case) Way() []Passage {
	all := []State{Registered}
	for _, a := range mainWay {
		all = append(all, leadsTo(all[len(all)-1], a))
	}
	reached := map[State]bool{Registered: true, Accepted: c.Accepted != 0, Mediating: c.Sessions > 0}
	if a := c.Agreement(); a != nil {
		reached[Agreed], reached[Performing], reached[Performed] = true, a.Effective() != 0, a.Performed != 0
	}
	var out []Passage
	at, on := index(all, c.State)
	for i, s := range all {
		switch {
		case on && c.State != Filed: // on the way: what comes before lies behind it
			out = append(out, Passage{State: s, Done: i < at, Now: i == at})
		case s == Filed:
			if !on {
				out = append(out, Passage{State: c.State, Now: true})
			}
			if c.State == Paused { // it comes back onto the way
				for _, next := range all[len(out)-1 : len(all)-1] {
					out = append(out, Passage{State: next})
				}
			}
			out = append(out, Passage{State: Filed, Now: c.State == Filed})
		case reached[s]:
			out = append(out, Passage{State: s, Done: true})
		}
	}
	return out
}

func index(all []State, s State) (int, bool) {
	for i, one := range all {
		if one == s {
			return i, true
		}
	}
	return 0, false
}

// leadsTo is the state to which a step of the main way leads.
func leadsTo(from State, a Action) State {
	row, _ := CaseCourse().At(from, a)
	for _, to := range row.To {
		if to > from {
			return to
		}
	}
	return from
}
