package casefile_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dispute/casefile"
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
		case hall.Agreed, hall.Performing, hall.Performed, hall.Unperformed, hall.Filed:
			c.Agreements = []hall.Agreement{{No: 1, Written: s == hall.Agreed, Made: today, Terms: "十日内改装落水管", PerformBy: today + 10, LastConfirm: today + 30,
				Amount: 1200000, Copies: 3, Clauses: []hall.Clause{{No: 1, Text: "十日内改装落水管", By: today + 10, Amount: 1200000}}}}
		}
		if !s.Open() {
			c.Closed, c.Reason, c.Referral = today, "双方和好", "可以向人民法院起诉"
		}
		out[s] = g
	}
	return out
}

// A menu offers each action of the course in every state where it can be begun, and says of the
// others why not, each with its number in every state; the hint names one that leads on.
func TestEveryActionInEveryState(t *testing.T) {
	t.Parallel()
	env := apptest.Env(text.Zh, hall.Head|hall.RoleMediator|hall.DutyOfficer)
	env.Actor.Mediator = 1
	begun := map[hall.Action]bool{}
	for state, f := range snapshots(hall.CaseFile{}, env.Today()) {
		for _, a := range hall.Actions() {
			can := hall.Why(hall.CaseCourse(), f.Case, a, env.Actor, env.Now()) == nil
			if why := casefile.Why(env, f, a); why.IsZero() != can {
				t.Errorf("%v in %v: %q", a, state, why.In(text.Zh))
			}
			if !can {
				continue
			}
			if _, opens := casefile.Begin(env, f, a)().(views.PushMsg); !opens {
				t.Errorf("%q in %q opens nothing", text.Action(a).In(text.Zh), text.State(state).In(text.Zh))
			}
			begun[a] = true
		}
		next, ok := casefile.NextStep(f.Case, env.Today())
		if ok != (state != hall.Filed) || ok && hall.Why(hall.CaseCourse(), f.Case, next, env.Actor, env.Now()) != nil {
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
		c.Parties = append(c.Parties, hall.Party{Side: hall.Side(i % 2), Details: hall.Details{Name: long, Address: long, Occupation: long}, Guardian: long,
			Proxy: long})
		c.Assigned = append(c.Assigned, hall.Assignment{Mediator: hall.MediatorRef{ID: hall.MediatorID(i + 2), Name: long}, Why: long})
		f.Consultations = append(f.Consultations, hall.Consultation{ID: hall.ConsultationID(i), Kind: hall.Kind(i % 4), Room: long,
			Session: &hall.Session{Statements: long, Present: long}})
		f.Journal = append(f.Journal, hall.Entry{ByName: long, Deed: "case.amend", Args: map[string]string{"old.facts": long, "new.facts": long + "1"}})
	}
	c.Agreements = []hall.Agreement{{Written: true, Made: 1, Terms: long, Facts: long, Manner: long, Place: long, Amount: 1 << 50}}
	f.Masked = true
	return f
}

func TestFramesFitEverywhere(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.Zh, text.En} {
		env := apptest.Env(lang, hall.Head)
		sample := fourKinds(hall.CaseFile{})
		for name, f := range map[string]hall.CaseFile{"sample": sample, "empty": {}, "extreme": extreme(sample)} {
			v := casefile.Shown(env, f)
			for _, size := range apptest.Sizes() {
				w, h := size[0], size[1]
				for tab := range casefile.Tabs {
					v.Update(apptest.Key(fmt.Sprint(tab + 1)))
					apptest.Fits(t, name, v.Draw(w, h), w, h)
					v.Update(apptest.Key("pgdown"))
					apptest.Fits(t, name, v.Draw(w, h), w, h)
				}
				for _, a := range []hall.Action{hall.ActSession, hall.ActAgree, hall.ActAmend} {
					filling := casefile.Form(env, f, a)
					for range 14 {
						filling.Update(apptest.Key("tab"))
						apptest.Fits(t, name, filling.Draw(w, h), w, h)
					}
				}
			}
		}
	}
}
