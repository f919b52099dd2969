package app

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
)

// The README's table of keys names each place by the key that leads there.
func TestTheReadmeNamesThePlaces(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := map[string]string{}
	for _, m := range regexp.MustCompile(`(F[2-9]|Ctrl-F) \| ([^|]+?) \|`).FindAllStringSubmatch(string(b), -1) {
		if named[m[1]] == "" {
			named[m[1]] = m[2]
		}
	}
	n := 0
	for _, p := range table() {
		if p.shown == "" {
			continue
		}
		n++
		title := p.title.In(text.Zh)
		if said := named[p.shown]; p.main() && !strings.Contains(said, title) || said == "" {
			t.Errorf("%s leads to %q; the README says %q", p.shown, title, said)
		}
	}
	if n != 9 {
		t.Errorf("%d places have a key", n)
	}
}

// Every kind of unfinished form is gone on with in one place, and a route that names no screen leads there.
func TestEveryDraftHasItsPlace(t *testing.T) {
	t.Parallel()
	at := map[hall.DraftKind]views.Screen{}
	for _, p := range table() {
		for _, k := range p.drafts {
			if at[k] != "" {
				t.Errorf("%s is kept by %s and %s", text.DraftKind(k).In(text.En), at[k], p.screen)
			}
			at[k] = p.screen
		}
	}
	for k := hall.DraftIntake; k <= hall.DraftSettlement; k++ {
		r := resolved(views.Route{Draft: 7, Form: k, Case: 3})
		if at[k] == "" || r != (views.Route{Screen: at[k], Draft: 7, Case: 3}) {
			t.Errorf("%s leads to %+v", text.DraftKind(k).In(text.En), r)
		}
	}
}

// Nobody is offered a draft of a screen that he may not use, whoever began it.
func TestDraftsAreOfferedWithTheirScreens(t *testing.T) {
	t.Parallel()
	for _, p := range table() {
		for _, kind := range p.drafts {
			for _, role := range hall.AllRoles() {
				a := hall.Actor{Staff: 7, Roles: role}
				for _, by := range []hall.StaffID{7, 8} {
					dr := hall.DraftSeen{Draft: hall.Draft{Kind: kind, By: by}}
					if hall.Why(hall.DraftCourse(), dr, hall.OpResume, a, time.Time{}) == nil && !a.May(p.need) {
						t.Errorf("%s: a draft of %s is offered to %s", p.screen, text.DraftKind(kind).In(text.En), text.Role(role).In(text.En))
					}
				}
			}
		}
	}
}
