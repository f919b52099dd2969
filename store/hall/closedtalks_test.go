package hall

import "testing"

func TestTalksAreClosedAndOpenedWithATrace(t *testing.T) {
	t.Parallel()
	c, r := dispute(), rules(at("2026-11-24 09:00"))
	c.Registered = r.Now
	closing := Step{Action: ActCloseTalks, Who: "章雪琴"}
	for _, x := range []struct {
		s    Step
		want Code
	}{
		{Step{Action: ActOpenTalks, Reason: "同意公开"}, ErrTalksOpen}, {Step{Action: ActCloseTalks}, ErrRequired}, {closing, ""}, {closing, ErrTalksClosed},
		{Step{Action: ActOpenTalks}, ErrReason}, {Step{Action: ActOpenTalks, Day: r.today() - 1, Reason: "同意公开"}, ErrDayBefore},
		{Step{Action: ActOpenTalks, Reason: "同意公开"}, ""}, {closing, ""},
	} {
		if err := Apply(&c, x.s, boss(), r); code(err) != x.want {
			t.Errorf("%+v: %v, want %q", x.s, err, x.want)
		}
	}
	if len(c.Talks) != 2 || c.Talks[0].Asked != "章雪琴" || c.Talks[0].Why != "同意公开" || c.Talks[0].Lifted != r.today() || !c.BehindDoors() {
		t.Errorf("%+v", c.Talks)
	}
	if c.Confidential {
		t.Error("who may sit in says nothing of who may open the file")
	}
}
