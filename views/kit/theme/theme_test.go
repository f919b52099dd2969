package theme

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// ratio is how much two colours stand out from one another, as WCAG 2 counts it.
func ratio(a, b uint32) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c uint32) float64 {
	part := func(v uint32) float64 {
		f := float64(v&0xff) / 255
		if f <= 0.03928 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c>>16) + 0.7152*part(c>>8) + 0.0722*part(c)
}

// The sixteen colours of xterm, as a terminal without a scheme of its own shows them.
var xterm = [16]uint32{
	0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5, 0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff,
}

var codes = regexp.MustCompile(`^\x1b\[([0-9;]*)m$`)

// seen are the colours in which a style's text is seen on a dark or a light terminal; named
// reports whether the style says both.
func seen(t *testing.T, s Style, light bool) (fg, bg uint32, named bool) {
	t.Helper()
	fg, bg = 0xffffff, 0x000000
	if light {
		fg, bg = bg, fg
	}
	m := codes.FindStringSubmatch(s.on)
	if m == nil {
		t.Fatalf("no style: %q", s.on)
	}
	var n []int
	for _, p := range strings.Split(m[1], ";") {
		i, _ := strconv.Atoi(p)
		n = append(n, i)
	}
	gotF, gotB, reverse := false, false, false
	for i := 0; i < len(n); i++ {
		var c uint32
		switch k := n[i]; {
		case k == 2:
			t.Errorf("SGR faint in %q", s.on)
		case k == 7:
			reverse = true
		case k == 38 || k == 48:
			if n[i+1] == 5 {
				c, i = indexed(uint8(n[i+2])), i+2
			} else {
				c, i = uint32(n[i+2])<<16|uint32(n[i+3])<<8|uint32(n[i+4]), i+4
			}
			if k == 38 {
				fg, gotF = c, true
			} else {
				bg, gotB = c, true
			}
		case k >= 30 && k < 38:
			fg = xterm[k-30]
		case k >= 90 && k < 98:
			fg = xterm[k-82]
		case k >= 40 && k < 48:
			bg = xterm[k-40]
		}
	}
	if reverse {
		fg, bg = bg, fg
	}
	return fg, bg, gotF && gotB
}

// least is the lowest contrast a role may have, where it carries something to be read.
func least(role string, on Surface) float64 {
	switch {
	case role == "mark" && (on == Sel || on == Block2):
		return 4.1
	case role == "accent" || role == "mark" || role == "key" || role == "key name" || role == "typed":
		return 4.5 // where somebody is, and which key does it
	}
	return 7
}

func (s *Styles) named() map[string]Style {
	return map[string]Style{
		"text": s.Text, "title": s.Title, "muted": s.Muted, "label": s.Label, "quiet": s.badges[Quiet], "accent": s.Accent, "mark": s.Mark,
		"danger": s.Danger, "holder": s.Holder, "key": s.Key, "key name": s.KeyName, "selected": s.Selected, "told": s.Told, "failed": s.Failed, "clash": s.Clash,
		"typed": s.typed, "wrong": s.wrong, "good": s.badges[Good], "warn": s.badges[Warn], "late": s.badges[Late], "solid": s.badges[Solid],
		"secret": s.badges[Secret],
	}
}

// Every ink can be read on every surface it stands on, at every depth, on dark and on light.
func TestContrasts(t *testing.T) {
	t.Parallel()
	for _, depth := range []Depth{TrueColor, Colors256, Colors16} {
		for _, light := range []bool{false, true} {
			for _, stark := range []bool{false, true} {
				st := New(Options{Depth: depth, Light: light, Contrast: stark})
				for on := range surfaces {
					there := st.On(on)
					for role, s := range there.named() {
						name := fmt.Sprintf("depth %d, light %v, contrast %v, surface %d, %s", depth, light, stark, on, role)
						fg, bg, named := seen(t, s, light)
						if depth < Colors16 && !named {
							t.Errorf("%s: both colours are not named: %q", name, s.on)
						}
						want := least(role, on)
						if stark && depth < Colors16 {
							want = 7.9
						}
						if depth == Colors16 {
							want = 4.5
						}
						if got := math.Round(ratio(fg, bg)*10) / 10; got < want {
							t.Errorf("%s: contrast %.2f, want %.1f (%06x on %06x)", name, got, want, fg, bg)
						}
					}
				}
				for i, s := range st.Heat {
					if fg, bg, _ := seen(t, s, light); ratio(fg, bg) < 4.4 {
						t.Errorf("depth %d, light %v, heat %d: contrast %.2f", depth, light, i+1, ratio(fg, bg))
					}
				}
			}
		}
	}
}

// Sixteen colours on a ground that nobody knows can be read on black and on white.
func TestAnUnknownGroundHasInksForBoth(t *testing.T) {
	t.Parallel()
	for _, light := range []bool{false, true} {
		for _, stark := range []bool{false, true} {
			st := New(Options{Depth: Colors16, Unsure: true, Contrast: stark})
			for on := range surfaces {
				there := st.On(on)
				for role, s := range there.named() {
					if fg, bg, _ := seen(t, s, light); ratio(fg, bg) < 4.5 {
						t.Errorf("light %v, contrast %v, surface %d, %s: contrast %.2f (%06x on %06x)", light, stark, on, role, ratio(fg, bg), fg, bg)
					}
				}
			}
		}
	}
}

// A badge is as wide at every depth, so that columns never move, and two cells wider than its word.
func TestABadgeIsAsWideAtEveryDepth(t *testing.T) {
	t.Parallel()
	strip := regexp.MustCompile(`\x1b\[[0-9;]*m`)
	for _, o := range []Options{{}, {Depth: Colors256}, {Depth: Colors16}, {Depth: NoColor}, {Plain: true}} {
		st := New(o)
		for tone := range badges {
			got := strip.ReplaceAllString(st.Badge(tone, "急"), "")
			if inner := strings.Trim(got, "[] "); inner != "急" || len(got) != len("急")+2 {
				t.Errorf("%+v, tone %d: %q", o, tone, got)
			}
		}
	}
}

// What is drawn with the styles of the ground keeps what it is for on another surface, and a
// badge in a lit row keeps its own ground.
func TestStylesNestAndMove(t *testing.T) {
	t.Parallel()
	st := New(Options{})
	badge := st.Badge(Solid, "急")
	got := st.Onto(Sel, "002 "+badge+st.Muted.Render("32 分")+" x")
	sel := st.On(Sel)
	for _, part := range []string{sel.Text.on + "002 ", st.badges[Solid].on + " 急 ", sel.Muted.on + "32 分", sel.Text.on + " x"} {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not in %q", part, got)
		}
	}
	if strings.Contains(got, st.Muted.on) || strings.Contains(strings.TrimSuffix(got, reset), reset) {
		t.Errorf("the ground shows through: %q", got)
	}
}
