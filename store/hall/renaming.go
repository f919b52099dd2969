package hall

import "slices"

// Renaming is a room or a grade that is called something else since.
type Renaming struct {
	Kind string `cbor:"1,keyasint"` // RenameRoom or RenameGrade
	From string `cbor:"2,keyasint"`
	To   string `cbor:"3,keyasint"`
}

// What can be renamed in the settings.
const (
	RenameRoom  = "room"
	RenameGrade = "grade"
)

// Renamed compares a list of names with what it was: a name that is gone, in whose place there
// is one that was not there, was renamed. A place whose name stands elsewhere now was moved.
// Where the list is shorter than it was something was given up, and nobody can say what: nothing
// follows.
func Renamed(kind string, was, now []string) []Renaming {
	var out []Renaming
	if len(now) < len(was) {
		return nil
	}
	for i := range was {
		if !slices.Contains(now, was[i]) && !slices.Contains(was, now[i]) {
			out = append(out, Renaming{kind, was[i], now[i]})
		}
	}
	return out
}
