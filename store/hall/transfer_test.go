package hall

import "testing"

// A case that was handed on waits for the answer and keeps each time: taken there it stays closed, returned it goes on
// where it stood.
func TestATransferIsAnswered(t *testing.T) {
	t.Parallel()
	move := Step{Action: ActTransfer, To: "县矛调中心", Direction: ToUp, Reason: "疑难"}
	taken, back := Step{Action: ActTransferTaken, Number: "县矛(2026)31"}, Step{Action: ActTransferReturned, Reason: "材料不全"}
	accept := []Step{{Action: ActAccept}, {Action: ActAssign, Mediator: 1}}
	for _, tt := range []struct {
		what   string
		before []Step
		answer Step
		state  State
		due    DueKind
	}{
		{"registered and taken", nil, taken, Transferred, DueFile},
		{"registered and returned", nil, back, Registered, DueAccept},
		{"accepted and returned", accept, back, Accepted, DueRespond},
		{"in mediation and returned", append(accept, session(ResultContinue, at("2026-11-24 09:00"))), back, Mediating, DueGoal},
	} {
		c, r := dispute(), rules(at("2026-11-24 10:00"))
		takeAll(t, &c, r, append(tt.before, move)...)
		if due := c.Dues(); len(due) != 1 || due[0] != (Due{NewDay(2026, 12, 1), DueTransfer}) {
			t.Errorf("%s: waits for %v", tt.what, due)
		}
		if err := Apply(&c, Step{Action: ActFile}, boss(), r); code(err) != ErrTransferWaits {
			t.Errorf("%s: filed unanswered: %v", tt.what, err)
		}
		takeAll(t, &c, r, tt.answer)
		if due := c.Dues(); c.State != tt.state || len(due) == 0 || due[0].Kind != tt.due {
			t.Errorf("%s: state %d, due %v", tt.what, c.State, due)
		}
		if one := c.Transfers[0]; len(c.Transfers) != 1 || one.To != move.To || one.Answered != r.today() || one.Number+one.Why == "" {
			t.Errorf("%s: %+v", tt.what, c.Transfers)
		}
		if tt.state == Transferred {
			if err := Apply(&c, back, boss(), r); code(err) != ErrTransferTaken {
				t.Errorf("%s: answered twice: %v", tt.what, err)
			}
			continue
		}
		takeAll(t, &c, r, Step{Action: ActTransfer, To: "仲裁委", Direction: ToArbitration, Reason: "劳动争议", Days: 10})
		if len(c.Transfers) != 2 || c.Transfers[0].Answer != TransferReturned || c.Transfers[1].AnswerBy != NewDay(2026, 12, 8) {
			t.Errorf("%s: handed on again: %+v", tt.what, c.Transfers)
		}
	}
}

// What an older program wrote of a transfer is one of them, for whose answer nobody waits; it can be returned all the same.
func TestAnOlderTransferIsOneOfThem(t *testing.T) {
	t.Parallel()
	c, r := dispute(), rules(at("2026-11-24 10:00"))
	c.State, c.To, c.Closed, c.Reason, c.Accepted = Transferred, "县矛调中心", NewDay(2026, 11, 2), "疑难", NewDay(2026, 11, 1)
	if all := c.Handed(); len(all) != 1 || all[0].To != c.To || all[0].On != c.Closed || c.AwaitsAnswer() {
		t.Fatalf("%+v", all)
	}
	takeAll(t, &c, r, Step{Action: ActTransferReturned, Reason: "不归我们"})
	if c.State != Accepted || c.To != "" || c.Closed != 0 || c.Transfers[0].Answer != TransferReturned {
		t.Errorf("%d %+v", c.State, c.Transfers)
	}
}
