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
// is one that was not there, was renamed. A place whose name stands elsewhere now was moved,
// and a name without a place was given up: nothing follows from these.
func Renamed(kind string, was, now []string) []Renaming {
	var out []Renaming
	for i := range min(len(was), len(now)) {
		if !slices.Contains(now, was[i]) && !slices.Contains(was, now[i]) {
			out = append(out, Renaming{kind, was[i], now[i]})
		}
	}
	return out
}
