package store

import (
	"sizhen/store/book"
	"sizhen/store/calendar"
	"sizhen/store/dispute"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// migrations stand in order: the first leads from schema 1 to 2. Each is made of steps that do
// a bounded piece of work at a time, and comes with a test and a stored file of the older
// version.
func migrations() []book.Migration {
	return []book.Migration{listVisits(), listRooms(), keepDuty(), listPeople(), readNames(), signRecords(), knowNames(), knowTowns(),
		listVisitors(), knowParties(), listLeft(), knowReceivers(), keepOrders(), keepAgreements(), listDues(), keepCourse()}
}

// listVisits (1 → 2) makes the calendar's indexes anew, which since then hold joint
// consultations and follow-ups too, and plans the follow-ups of agreements that are in force.
func listVisits() book.Migration {
	return book.Migration{
		book.Clear(calendar.ByDay.Table, kv.Span{}),
		book.Clear(calendar.ByBusy.Table, kv.Span{}),
		book.Each(calendar.Consultations, func(t *book.Tx, v *hall.Consultation) error { return calendar.Consultations.Relist(t, v) }),
		book.Each(dispute.Cases, func(t *book.Tx, c *hall.Case) error {
			if c.State != hall.Performing {
				return nil
			}
			return dispute.KeepPlan(t, *c)
		}),
	}
}

// listRooms (2 → 3) lists the visits that are in a room, so that those of earlier days are
// found without reading those days.
func listRooms() book.Migration {
	return book.Migration{book.Each(calendar.Consultations, func(t *book.Tx, v *hall.Consultation) error {
		return calendar.Consultations.Relist(t, v, calendar.ByStage)
	})}
}

// keepDuty (3 → 4) has nothing to fill in: the tables of duty begin empty, and what a sign-in
// holds since then is empty in those before. But a program of before would lose that when it
// writes a sign-in, and knows of no plans: it is to refuse the store.
func keepDuty() book.Migration { return nil }

// listPeople (4 → 5) brings the roster's records to their new shape and makes its indexes:
// the search by exact traits, who belongs where, what is due, and what everybody achieved.
func listPeople() book.Migration {
	return book.Migration{
		people.Mediators.Unfind(),
		book.Each(dispute.Cases, func(t *book.Tx, c *hall.Case) error { return dispute.Cases.Relist(t, c, dispute.ByResult) }),
		book.Each(people.Mediators, func(t *book.Tx, m *hall.Mediator) error {
			m.Backgrounds, m.Background = hall.BackgroundsIn(m.Background, m.Backgrounds), ""
			if err := people.Mediators.Put(t, m); err != nil {
				return err
			}
			return people.Mediators.Relist(t, m) // Put took those of before for written
		}),
	}
}

// readNames (5 → 6) makes the search index anew: blanks and dots within a name do not part
// it any more, and bodies and places are read as words, not as surnames.
func readNames() book.Migration { return book.All.Reword() }

// signRecords (6 → 7) puts the counters into envelopes, counts groups under their table, and
// has the journal say what stands in every record: from then on each line of the journal
// carries the digest of what was written with it.
func signRecords() book.Migration {
	steps := book.Migration{book.All.Envelope()}
	steps = append(steps, book.All.Recount()...)
	return append(steps, book.All.Sign()...)
}

// knowNames (7 → 8) has nothing to fill in: how rooms and grades are called is kept from the
// next opening on. But a program of before would leave behind what bears a name that changes in
// the settings: it is to refuse the store.
func knowNames() book.Migration { return nil }

// knowTowns (8 → 9) has nothing to fill in either: how townships are called is kept from the next
// opening on. A program of before would leave their visits behind.
func knowTowns() book.Migration { return nil }

// listVisitors (9 → 10) lists the consultations under those who came to them.
func listVisitors() book.Migration {
	return book.Migration{book.Each(calendar.Consultations, func(t *book.Tx, v *hall.Consultation) error {
		return calendar.Consultations.Relist(t, v, calendar.ByVisitor)
	})}
}

// knowParties (10 → 11) gives each party of a consultation a notice, a promise and an arrival of its
// own, as far as the names say whose it was, and lists whom somebody has to ring up.
func knowParties() book.Migration {
	return book.Migration{book.Logged(book.Each(calendar.Consultations, func(t *book.Tx, v *hall.Consultation) error {
		filled := false
		if len(v.Expected) == 0 && v.Kind == hall.Appointment && !v.State.Over() && v.Case != 0 {
			c, err := duty.CaseAt(t, v.Case)
			if err != nil {
				return err
			}
			v.Expected, filled = hall.ExpectedOf(c.Parties), true
		}
		if !v.KnowParties() && !filled {
			return nil
		}
		return calendar.Consultations.Put(t, v)
	}))}
}

// listLeft (11 → 12) makes the lists of consultations anew: they hold whoever is in the hall and not
// done with, not only those in a room, and say more of each than they did before 11 and 12.
func listLeft() book.Migration {
	var steps book.Migration
	for _, x := range calendar.Consultations.Listed() {
		steps = append(steps, book.All.Anew(x)...)
	}
	return steps
}

// knowReceivers (12 → 13) gives each case that was transferred the body that is called as was written
// then; the words stay as they are. A program of before would lose it when it writes such a case.
func knowReceivers() book.Migration {
	return book.Migration{book.Logged(book.Each(dispute.Cases, func(t *book.Tx, c *hall.Case) error {
		if c.To == "" || c.ToBody != 0 {
			return nil
		}
		body, err := people.BodyMeant(t, 0, c.To)
		if err != nil || body == 0 {
			return err
		}
		c.ToBody = body
		return dispute.Cases.Put(t, c)
	}))}
}

// keepOrders (13 → 14) has nothing to fill in: there were no orders before. But a program of before would
// leave behind the orders of a case that it changes: it is to refuse the store.
func keepOrders() book.Migration { return nil }

// keepAgreements (14 → 15) makes the lists of cases anew: they say where the agreements of each stand, and what
// was not settled is terminated with that cause. The records stay as they are: what reads one brings it to its present shape.
func keepAgreements() book.Migration {
	var steps book.Migration
	for _, x := range dispute.Cases.Listed() {
		steps = append(steps, book.All.Anew(x)...)
	}
	return steps
}

// listDues (15 → 16) makes the list of what is due on cases anew: by mediator too, and with what waits in every state.
func listDues() book.Migration { return book.All.Anew(dispute.ByDue) }

// keepCourse (16 → 17) has nothing to fill in: what a case keeps since then of its risk, its transfers and its dossier is
// empty in those before. But a program of before would lose it when it writes a case: it is to refuse the store.
func keepCourse() book.Migration { return nil }
