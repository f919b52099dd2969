package intake

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/kv"
	"sizhen/views"
)

// Nobody looks for somebody in vain because the store could not be read: that is said.
func TestLookingUpSaysWhatFailed(t *testing.T) {
	v := fresh()
	for name, msg := range map[string]tea.Msg{
		"people": foundMsg{of: v.find, field: "a.name", query: "王", err: kv.ErrDamaged}, "cases of the same people": dupMsg{err: kv.ErrDamaged},
	} {
		cmd := v.Update(msg)
		if cmd == nil {
			t.Errorf("%s: nothing is said", name)
			continue
		}
		if got, ok := cmd().(views.FailMsg); !ok || got.Err != kv.ErrDamaged {
			t.Errorf("%s: %#v", name, got)
		}
	}
}
