package casefile

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
)

// snapshots are a case in every state of the course.
func snapshots(f hall.CaseFile, today hall.Day) map[hall.State]hall.CaseFile {
	out := map[hall.State]hall.CaseFile{}
	for _, s := range hall.States() {
		g := f
		c := &g.Case
		c.State, c.Sessions, c.LastResult = s, 1, hall.ResultSettled
		c.Assigned = []hall.Assignment{{Mediator: hall.MediatorRef{ID: 1, Name: "陈芳"}, Chair: true, From: c.Registered}}
		switch s {
		case hall.Registered, hall.Refused:
			c.Number, c.Accepted, c.Deadline, c.Sessions, c.Assigned = "", 0, 0, 0, nil
		case hall.Agreed, hall.Performing, hall.Performed, hall.Filed:
			c.Agreement = &hall.Agreement{Written: s == hall.Agreed, Made: today, Terms: "十日内改装落水管", PerformBy: today + 10, LastConfirm: today + 30, Amount: 1200000, Copies: 3}
		}
		if !s.Open() {
			c.Closed, c.Reason, c.Referral = today, "双方和好", "可以向人民法院起诉"
		}
		out[s] = g
	}
	return out
}

// In every state each action of the course can be begun, or says why not; and the hint
// names one that leads on.
func TestEveryActionInEveryState(t *testing.T) {
	h, id := opened(t, nil)
	d := open(t, h, h.Boss, text.Zh, route(id))
	begun := map[hall.Action]bool{}
	for state, f := range snapshots(d.view.file, hall.DayOf(h.Now())) {
		for _, a := range hall.Actions() {
			d := open(t, h, h.Boss, text.Zh, route(id))
			d.run(d.view.Update(loaded{file: f}))
			can := hall.Why(hall.CaseCourse(), f.Case, a, h.Boss, h.Now()) == nil
			if why := d.view.why(a); why.IsZero() != can {
				t.Errorf("%v in %v: %q", a, state, why.In(text.Zh))
			}
			if !can {
				continue
			}
			if d.do(a); d.dialog == nil && d.view.long == nil {
				t.Errorf("%q in %q opens nothing: %s", text.Action(a).In(text.Zh), text.State(state).In(text.Zh), d.toast)
			}
			begun[a] = true
		}
		next, ok := nextStep(f.Case, hall.DayOf(h.Now()))
		if ok != (state != hall.Filed) || ok && hall.Why(hall.CaseCourse(), f.Case, next, h.Boss, h.Now()) != nil {
			t.Errorf("in %q the hint names %q", text.State(state).In(text.Zh), text.Action(next).In(text.Zh))
		}
	}
	for _, a := range hall.Actions() {
		if !begun[a] {
			t.Errorf("%q can be begun in no state", text.Action(a).In(text.Zh))
		}
	}
}

// extreme is a case with everything as long as it comes.
func extreme(f hall.CaseFile) hall.CaseFile {
	long := strings.Repeat("𠮷阿卜杜拉·买买提", 30)
	c := &f.Case
	c.Facts, c.Requests, c.Subject, c.Reason, c.Referral, c.Measures, c.SourceFrom, c.To = long, long, long, long, long, long, long, long
	c.Risk, c.Flags, c.Confidential, c.Urgent, c.UrgentWhy = hall.RiskHigh, 7, true, true, long
	c.Police = hall.Police{At: time.Unix(0, 0), Officer: long, By: long}
	for i := range 200 {
		c.Parties = append(c.Parties, hall.Party{Side: hall.Side(i % 2), Details: hall.Details{Name: long, Address: long, Occupation: long}, Guardian: long, Proxy: long})
		c.Assigned = append(c.Assigned, hall.Assignment{Mediator: hall.MediatorRef{ID: hall.MediatorID(i + 2), Name: long}, Why: long})
		f.Consultations = append(f.Consultations, hall.Consultation{ID: hall.ConsultationID(i), Kind: hall.Kind(i % 4), Room: long, Session: &hall.Session{Statements: long, Present: long}})
		f.Journal = append(f.Journal, hall.Entry{ByName: long, Deed: "case.amend", Args: map[string]string{"old.facts": long, "new.facts": long + "1"}})
	}
	c.Agreement = &hall.Agreement{Written: true, Made: 1, Terms: long, Facts: long, Manner: long, Place: long, Amount: 1 << 50}
	f.Masked = true
	return f
}

func TestFramesFitEverywhere(t *testing.T) {
	h, id := opened(t, nil)
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range [][2]int{{80, 20}, {100, 26}, {132, 39}} {
			w, hgt := size[0], size[1]
			d := open(t, h, h.Boss, lang, route(id))
			files := map[string]hall.CaseFile{"sample": d.view.file, "empty": {}, "extreme": extreme(d.view.file)}
			for name, f := range files {
				d.run(d.view.Update(loaded{file: f}))
				for tab := range tabs {
					d.press(fmt.Sprint(tab + 1))
					fits(t, name, d.view.Draw(w, hgt), w, hgt)
					d.press("pgdown", "pgdown", "pgdown")
					fits(t, name, d.view.Draw(w, hgt), w, hgt)
				}
				for _, a := range []hall.Action{hall.ActSession, hall.ActAgree, hall.ActAmend} {
					g := f
					g.Case.Agreement, g.Case.State, g.Case.Sessions, g.Case.LastResult = nil, hall.Mediating, 1, hall.ResultSettled
					g.Case.Assigned = []hall.Assignment{{Mediator: hall.MediatorRef{ID: 1, Name: "陈芳"}}}
					d.run(d.view.Update(loaded{file: g}))
					if d.do(a); d.view.long == nil {
						t.Fatalf("%s: %v did not open: %s", name, a, d.toast)
					}
					for range 14 {
						d.press("tab")
						fits(t, name, d.view.Draw(w, hgt), w, hgt)
					}
					d.press("ctrl+s", "esc")
				}
			}
		}
	}
	denied := open(t, h, h.Boss, text.Zh, views.Route{Screen: views.CaseFile, Case: id})
	denied.run(denied.view.Update(loaded{err: hall.Refuse(hall.ErrClosedCase)}))
	fits(t, "denied", denied.view.Draw(80, 20), 80, 20)
}

func fits(t *testing.T, name string, f views.Frame, w, h int) {
	t.Helper()
	if len(f.Lines) != h {
		t.Errorf("%s: %d lines, want %d", name, len(f.Lines), h)
	}
	for i, l := range f.Lines {
		if n := ansi.StringWidth(l); n != w {
			t.Errorf("%s: line %d is %d cells wide, want %d: %q", name, i, n, w, l)
		}
	}
	if c := f.Cursor; c != nil && (c.X < 0 || c.Y < 0 || c.X >= w || c.Y >= h) {
		t.Errorf("%s: the cursor is outside: %v", name, *c)
	}
}

func TestGoldenFrames(t *testing.T) {
	h, id := opened(t, nil)
	for lang, suffix := range map[text.Lang]string{text.Zh: "zh", text.En: "en"} {
		d := open(t, h, h.Boss, lang, route(id))
		golden(t, "overview."+suffix, d.screen())
		golden(t, "menu."+suffix, d.press("enter").screen())
		golden(t, "parties."+suffix, d.press("esc", "2").screen())
		d = open(t, h, h.Boss, lang, route(id))
		d.run(d.view.Update(loaded{file: snapshots(d.view.file, hall.DayOf(h.Now()))[hall.Mediating]}))
		golden(t, "agree."+suffix, d.do(hall.ActAgree).screen())
	}
}
