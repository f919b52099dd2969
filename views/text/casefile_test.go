package text_test

import (
	"testing"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// What lies behind a case is not told as if it were still to come.
func TestWhyNotKnowsWhatIsDone(t *testing.T) {
	for _, tt := range []struct {
		action hall.Action
		state  hall.State
		zh     string
	}{
		{hall.ActAgree, hall.Accepted, "先要有调解成功的记录"}, {hall.ActAgree, hall.Agreed, "已有协议"}, {hall.ActAgree, hall.Performing, "已有协议"},
		{hall.ActSign, hall.Mediating, "先要有书面协议"}, {hall.ActSign, hall.Performing, "签名、盖章已齐"},
		{hall.ActPerform, hall.Agreed, "先要有生效的协议"}, {hall.ActPerform, hall.Performed, "已经履行"},
		{hall.ActFail, hall.Accepted, "先要有调解记录"}, {hall.ActFail, hall.Agreed, "已有协议"}, {hall.ActFail, hall.Terminated, "案件已经结束"},
		{hall.ActFile, hall.Filed, "已经归档"}, {hall.ActFile, hall.Mediating, "结束后才能归档"},
		{hall.ActPause, hall.Registered, "受理后才能中止"},
	} {
		if got := text.WhyNot(tt.action, hall.Refuse(hall.ErrState, "state", tt.state)).In(text.Zh); got != tt.zh {
			t.Errorf("%v in %v: %s, want %s", tt.action, tt.state, got, tt.zh)
		}
	}
}
