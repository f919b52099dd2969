package hall

import "slices"

// PersonFile is all that the hall knows of somebody, as far as the reader may see it.
type PersonFile struct {
	Person  Person
	Risks   []string                  // what whoever meets the person must know first, of all the records
	Kin     []Relative                // of all the records
	Joined  []PersonRow               // records of the same person that were joined to this one
	Visits  []VisitRow                // walk-ins, appointments, follow-ups, the latest first
	Cases   []CaseRow                 // the latest first
	Missed  int                       // appointments not come to (爽约)
	Same    []PersonRow               // others of the same name
	More    bool                      // there are more visits or cases than are listed
	Veiled  bool                      // numbers are masked: the reader works on nothing of this person's
	Advised map[ConsultationID]string // what was advised at a visit
}

// Note adds what one of the records of the person says of risks and relatives.
func (f *PersonFile) Note(p Person) {
	if p.Risk != "" && !slices.Contains(f.Risks, p.Risk) {
		f.Risks = append(f.Risks, p.Risk)
	}
	f.Kin = append(f.Kin, p.Relatives...)
}

// PersonCourse is what can be done with what is known of somebody: put right at any time, joined
// with another record of the same person and taken apart again. A record that was joined is read
// and put right through the one it was joined to.
func PersonCourse() Course[Person, bool, Op] {
	type row = Row[Person, bool, Op]
	return Course[Person, bool, Op]{
		State: func(p Person) bool { return p.Into != 0 },
		Wrong: func(p Person, op Op) *Error {
			if p.Into != 0 {
				return Refuse(ErrJoined, "id", p.Into)
			}
			return Refuse(ErrNotJoined)
		},
		Rows: []row{
			{Op: OpCorrect, From: []bool{false}, Right: MayIntake, Deed: DeedCorrect},
			{Op: OpNote, From: []bool{false}, Right: MayIntake, Deed: DeedPersonNote},
			{Op: OpJoin, From: []bool{false}, Right: MayIntake, Deed: DeedMerge, Asks: true},
			{Op: OpPart, From: []bool{true}, Right: MayIntake, Deed: DeedPart},
		},
	}
}

// What can be done with what is known of a person, besides OpCorrect.
const (
	OpNote Op = "note" // relatives, and what is to be known of a risk
	OpJoin Op = "join"
	OpPart Op = "part"
)
