package hall

import "testing"

// A refusal says what is true of the case: what lies behind it is not told as if it were to come.
func TestWhatStandsInTheWayIsTrue(t *testing.T) {
	t.Parallel()
	oral, written := &Agreement{}, &Agreement{Written: true}
	for _, x := range []struct {
		a         Action
		s         State
		agreement *Agreement
		want      Hurdle
	}{
		{ActPause, Registered, nil, HurdleUnaccepted}, {ActPause, Paused, nil, HurdlePausedNow}, {ActPause, Agreed, written, HurdleAgreed},
		{ActPause, Performed, oral, HurdleEnded}, {ActPause, Terminated, nil, HurdleEnded},
		{ActSign, Registered, nil, HurdleUnwritten}, {ActSign, Performing, oral, HurdleOral}, {ActSign, Performing, written, HurdleSigned},
		{ActSign, Performed, oral, HurdleOral}, {ActSign, Filed, oral, HurdleEnded},
		{ActAgree, Registered, nil, HurdleUnaccepted}, {ActAgree, Accepted, nil, HurdleUnsettled}, {ActAgree, Paused, nil, HurdlePaused},
		{ActAgree, Agreed, written, HurdleAgreed}, {ActAgree, Performed, oral, HurdleAgreed}, {ActAgree, Terminated, nil, HurdleEnded},
		{ActFail, Accepted, nil, HurdleUnheard}, {ActFail, Performing, oral, HurdleAgreed},
		{ActPerform, Mediating, nil, HurdleUnbound}, {ActPerform, Performed, oral, HurdleKept},
		{ActResume, Mediating, nil, HurdleGoesOn}, {ActSession, Registered, nil, HurdleUnaccepted}, {ActSession, Paused, nil, HurdlePaused},
		{ActAccept, Refused, nil, HurdleEnded}, {ActReopen, Mediating, nil, HurdleOpen}, {ActReopen, Withdrawn, nil, HurdleUnfiled},
		{ActFile, Mediating, nil, HurdleOpen}, {ActFile, Filed, nil, HurdleFiled},
	} {
		c := Case{State: x.s}
		if x.agreement != nil {
			c.Agreements = []Agreement{*x.agreement}
		}
		if _, ok := CaseCourse().At(x.s, x.a); ok {
			t.Errorf("%v can be done in %v", x.a, x.s)
		}
		if err := CaseCourse().Wrong(c, x.a); err.Code != ErrState || err.Args["why"] != x.want {
			t.Errorf("%v in %v: %v, want %v", x.a, x.s, err.Args["why"], x.want)
		}
	}
	if err := CaseCourse().Wrong(Case{State: Mediating, Accepted: 1}, ActAccept); err.Args["why"] != HurdleAccepted {
		t.Errorf("accepted: %v", err.Args["why"])
	}
}
