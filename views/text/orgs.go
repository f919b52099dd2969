package text

import (
	"fmt"

	"sizhen/store/hall"
)

// OrgFault names in a few characters how a committee is not made up as article 8 asks.
func OrgFault(c hall.Code) Message { return name(orgFaults, c) }

var orgFaults = map[hall.Code]Message{
	hall.ErrSeatsFew:  M("人数不足", "too few"),
	hall.ErrSeatsMany: M("人数超过", "too many"),
	hall.ErrNoHead:    M("缺主任", "no head"),
	hall.ErrTwoHeads:  M("主任多了", "two heads"),
	hall.ErrNoWoman:   M("缺妇女委员", "no woman"),
}

// Hundredths writes a share in hundredths of a percent: 98.33%. There is none below zero.
func Hundredths(n int) string {
	if n < 0 {
		return ""
	}
	return fmt.Sprintf("%d.%02d%%", n/100, n%100)
}
