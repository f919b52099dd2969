package paper_test

import (
	"bytes"
	"strings"
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views/paper"
	"sizhen/views/text"
)

func TestTheMonthsAttendanceHasPlacesForSignatures(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	from, to := hall.NewDay(2026, 11, 1), hall.NewDay(2026, 11, 30)
	rows := []hall.AttendanceRow{{Who: hall.DutyRef{Name: "徐建国"}, Planned: 5, Came: 4, Late: 2, LateBy: 75, Missed: 1, Stood: 1}}
	if err := paper.AttendanceSheet(&b, storetest.Settings(), text.Zh, from, to, rows, storetest.Start()); err != nil {
		t.Fatal(err)
	}
	_, _, got := readDoc(t, b.Bytes())
	for _, want := range []string{"百官街道联合调解中心 2026年11月值班考勤表", "徐建国", "2 次，1 小时 15 分", "本人签名", "中心主任（签名）"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the paper", want)
		}
	}
}
