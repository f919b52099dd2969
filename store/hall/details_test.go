package hall

import "testing"

// What stands in the wrong field is refused by what it is.
func TestDetailsAreRefusedByWhatTheyAre(t *testing.T) {
	t.Parallel()
	today := NewDay(2026, 11, 24)
	for _, c := range []struct {
		d    Details
		want Code
	}{
		{Details{Name: "王芳", Phone: "1381234567"}, ErrPhone}, {Details{Name: "王芳", Phone: "138123456789"}, ErrPhone},
		{Details{Name: "王芳", Phone: "138 1234 5678"}, ""}, {Details{Name: "王芳", Phone: "+86 13812345678"}, ""}, {Details{Name: "王芳", Phone: "0575-82123456"}, ""},
		{Details{Name: "王芳", Phone: "68123"}, ""},
		{Details{Name: "王芳330604196805120028"}, ErrNameNumber}, {Details{Name: "王芳", Village: "13812345678"}, ErrVillageNumber},
		{Details{Name: "第3工程队", Village: "小港村12组"}, ""},
	} {
		got := Code("")
		if err := c.d.Check(today); err != nil {
			got = err.Code
		}
		if got != c.want {
			t.Errorf("%+v: %q, want %q", c.d, got, c.want)
		}
	}
}
