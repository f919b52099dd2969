package hall

import (
	"slices"
	"testing"
	"time"
)

// Who has not come and has an account signs in alone, and that is what is said: not that nobody is awaited.
func TestWhoHasAnAccountIsNamedWhereNobodyElseCanSign(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 24, 10, 14, 0, 0, time.UTC)
	who := DutyRef{Kind: InviteStaff, ID: 3, Name: "陈芳"}
	d := DutyDay{Day: DayOf(now), Rows: []DutyRow{{Shift: Shift{State: DutyStands}, Places: []DutyPlace{{Who: who, Own: true}}}}}
	bad := Why(OnDutyCourse(), d, OpOthers, Actor{Roles: DutyOfficer}, now)
	if bad == nil || bad.Code != ErrNobodyElse {
		t.Fatalf("%v", bad)
	}
	if names, _ := bad.Args["names"].([]string); !slices.Equal(names, []string{"陈芳"}) {
		t.Errorf("named: %v", bad.Args)
	}
	if bad := Why(OnDutyCourse(), d, OpOthers, Actor{Roles: Head}, now); bad != nil {
		t.Errorf("the head signs a colleague in: %v", bad)
	}
}
