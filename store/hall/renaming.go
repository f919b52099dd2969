package hall

import (
	"reflect"
	"slices"
)

// Renaming is something of the settings that is called otherwise now. What bears its name follows.
type Renaming struct {
	Kind string `cbor:"1,keyasint"` // RenameRoom, RenameGrade or RenameTown
	From string `cbor:"2,keyasint"`
	To   string `cbor:"3,keyasint"`

	By     StaffID `cbor:"4,keyasint,omitempty"` // who renamed it; 0: it was found in the settings' file
	ByName string  `cbor:"5,keyasint,omitempty"`
	Moved  int     `cbor:"6,keyasint,omitempty"` // how many records follow already
}

// What can be renamed in the settings and is borne by records.
const (
	RenameRoom  = "room"
	RenameGrade = "grade"
	RenameTown  = "township"
)

// ErrBorne: {name} is borne by {n} of what {kind} says, and cannot be taken out of the settings.
const ErrBorne Code = "borne"

// Droppable says why a name cannot be taken out of the settings that n things bear; nil: it can.
func Droppable(kind, name string, n int) *Error {
	if n == 0 {
		return nil
	}
	return Refuse(ErrBorne, "kind", kind, "name", name, "n", n)
}

// Renamed finds what was renamed between two lists: between two names that stand in both, in the
// same order, as many new ones are in the place of those that are gone. A place whose name stands
// elsewhere now was moved. Where the list is shorter than it was something was given up, and nobody
// can say what: nothing follows, but a township whose name is like its old one (小港镇, 小港街道).
func Renamed(kind string, was, now []string) []Renaming {
	gone := slices.DeleteFunc(slices.Clone(was), func(n string) bool { return slices.Contains(now, n) })
	fresh := slices.DeleteFunc(slices.Clone(now), func(n string) bool { return slices.Contains(was, n) })
	to := map[string]string{}
	if kind == RenameTown {
		alike(gone, fresh, to)
	}
	if len(now) >= len(was) {
		inPlace(was, now, gone, fresh, to)
	}
	var out []Renaming
	for _, n := range gone {
		if to[n] != "" {
			out = append(out, Renaming{Kind: kind, From: n, To: to[n]})
		}
	}
	return out
}

// OnlyRenamed reports whether nothing else was changed in the settings.
func OnlyRenamed(was, now Settings, all []Renaming) bool {
	was.Rooms, was.Grades = slices.Clone(was.Rooms), slices.Clone(was.Grades)
	was.RoomFacts, was.Duty.Towns = slices.Clone(was.RoomFacts), slices.Clone(was.Duty.Towns)
	to := func(kind string, name *string) {
		for _, r := range all {
			if r.Kind == kind && r.From == *name {
				*name = r.To
				return
			}
		}
	}
	for i := range was.Rooms {
		to(RenameRoom, &was.Rooms[i])
	}
	for i := range was.RoomFacts {
		to(RenameRoom, &was.RoomFacts[i].Name)
	}
	for i := range was.Grades {
		to(RenameGrade, &was.Grades[i])
	}
	for i := range was.Duty.Towns {
		to(RenameTown, &was.Duty.Towns[i].Name)
	}
	return reflect.DeepEqual(was, now)
}

// alike pairs names that are like each other, and like no third.
func alike(gone, fresh []string, to map[string]string) {
	only := func(name string, of []string) string {
		found := ""
		for _, o := range of {
			if NearPlace(name, o) {
				if found != "" {
					return ""
				}
				found = o
			}
		}
		return found
	}
	for _, n := range gone {
		if o := only(n, fresh); o != "" && only(o, gone) == n {
			to[n] = o
		}
	}
}

// inPlace pairs what is gone with what stands there now, stretch by stretch.
func inPlace(was, now, gone, fresh []string, to map[string]string) {
	left := func(list, of []string) []string {
		return slices.DeleteFunc(slices.Clone(list), func(n string) bool {
			for a, b := range to {
				if a == n || b == n {
					return true
				}
			}
			return !slices.Contains(of, n)
		})
	}
	for _, s := range stretches(was, now) {
		a, b := left(was[s.a:s.b], gone), left(now[s.c:s.d], fresh)
		if len(a) == len(b) || s.d == len(now) && len(a) < len(b) { // at the end of the list stands what is new
			for i := range a {
				to[a[i]] = b[i]
			}
		}
	}
}

// stretch is a part of two lists.
type stretch struct{ a, b, c, d int }

// stretches are what lies between the names that stand in both lists in one order, as many of
// them as there are.
func stretches(was, now []string) []stretch {
	same := make([][]int, len(was)+1) // how many from a place in each list on
	for i := range same {
		same[i] = make([]int, len(now)+1)
	}
	for i := len(was) - 1; i >= 0; i-- {
		for j := len(now) - 1; j >= 0; j-- {
			if same[i][j] = max(same[i+1][j], same[i][j+1]); was[i] == now[j] {
				same[i][j] = same[i+1][j+1] + 1
			}
		}
	}
	var out []stretch
	from, i, j := stretch{}, 0, 0
	for i < len(was) && j < len(now) {
		switch {
		case was[i] == now[j]:
			out = append(out, stretch{from.a, i, from.c, j})
			i, j = i+1, j+1
			from = stretch{a: i, c: j}
		case same[i+1][j] >= same[i][j+1]:
			i++
		default:
			j++
		}
	}
	return append(out, stretch{from.a, len(was), from.c, len(now)})
}
