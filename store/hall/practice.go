package hall

import "slices"

// Training is a course or an examination somebody took part in (培训考试).
type Training struct {
	Day   Day    `cbor:"1,keyasint"`
	What  string `cbor:"2,keyasint"`
	Hours int    `cbor:"3,keyasint,omitempty"` // 学时
	Exam  bool   `cbor:"4,keyasint,omitempty"` // there was an examination
	Score int    `cbor:"5,keyasint,omitempty"` // of 100
	Pass  bool   `cbor:"6,keyasint,omitempty"`
	By    string `cbor:"7,keyasint,omitempty"` // who held it
}

// Check says what a training's record lacks.
func (t Training) Check(today Day) *Error {
	switch {
	case t.Day == 0:
		return Refuse(ErrRequired).In("day")
	case t.Day > today:
		return Refuse(ErrDayFuture).In("day")
	case t.What == "":
		return Refuse(ErrRequired).In("what")
	case t.Hours < 0 || t.Hours > 500:
		return Refuse(ErrBetween, "least", 0, "most", 500).In("hours")
	case t.Score < 0 || t.Score > 100:
		return Refuse(ErrBetween, "least", 0, "most", 100).In("score")
	}
	return nil
}

// WithTraining adds a training to those that are there, in order of time.
func WithTraining(have []Training, t Training) []Training {
	out := append(slices.Clone(have), t)
	slices.SortStableFunc(out, func(a, b Training) int { return int(a.Day) - int(b.Day) })
	return out
}

// PostKind is a post that mediators sign up for (岗位认领).
type PostKind uint8

const (
	PostMediate PostKind = iota // 矛盾调解
	PostListen                  // 民情收集、联络
	PostPromote                 // 政策、普法宣传
)

// PostKinds lists them in the order they are shown.
func PostKinds() []PostKind { return []PostKind{PostMediate, PostListen, PostPromote} }

// Post is a post somebody signed up for, with what he did there.
type Post struct {
	Kind  PostKind  `cbor:"1,keyasint,omitempty"`
	Where string    `cbor:"2,keyasint,omitempty"` // the village or area it is for
	From  Day       `cbor:"3,keyasint"`
	To    Day       `cbor:"4,keyasint,omitempty"` // zero: still
	Log   []PostLog `cbor:"5,keyasint,omitempty"` // in order of time
}

// PostLog is something done in a post.
type PostLog struct {
	Day  Day    `cbor:"1,keyasint"`
	What string `cbor:"2,keyasint"`
	By   string `cbor:"3,keyasint,omitempty"` // who entered it
}

// Pair is a mentor and whom he teaches (传帮带).
type Pair struct {
	ID      PairID      `cbor:"1,keyasint"`
	Rev     uint64      `cbor:"2,keyasint"`
	Mentor  MediatorRef `cbor:"3,keyasint"`
	Learner MediatorRef `cbor:"4,keyasint"`
	From    Day         `cbor:"5,keyasint"`
	To      Day         `cbor:"6,keyasint,omitempty"` // zero: still
	Lessons []Lesson    `cbor:"7,keyasint,omitempty"`
	Why     string      `cbor:"8,keyasint,omitempty"` // how it ended
}

// Lesson is what was taught on a day.
type Lesson struct {
	Day  Day    `cbor:"1,keyasint"`
	What string `cbor:"2,keyasint"`
	By   string `cbor:"3,keyasint,omitempty"` // who entered it
}

// On reports whether the pair held on a day.
func (p Pair) On(day Day) bool { return day >= p.From && (p.To == 0 || day <= p.To) }

// overlaps reports whether two pairs held at one time.
func (p Pair) overlaps(o Pair) bool {
	return (p.To == 0 || o.From <= p.To) && (o.To == 0 || p.From <= o.To)
}

// CheckPair says why two may not be paired: nobody is his own mentor, nobody has two mentors
// at once, and mentors form no circle (ErrMentorCircle names it, from the learner on). mentors
// answers which pairs somebody is the learner of.
func CheckPair(p Pair, mentors func(MediatorID) ([]Pair, error)) error {
	switch {
	case p.Mentor.ID == 0:
		return Refuse(ErrRequired).In("mentor")
	case p.Learner.ID == 0:
		return Refuse(ErrRequired).In("learner")
	case p.From == 0:
		return Refuse(ErrRequired).In("from")
	case p.To != 0 && p.To < p.From:
		return Refuse(ErrTermOrder).In("to")
	case p.Mentor.ID == p.Learner.ID:
		return Refuse(ErrMentorSelf, "name", p.Mentor.Name).In("mentor")
	}
	have, err := mentors(p.Learner.ID)
	if err != nil {
		return err
	}
	for _, h := range have {
		if h.ID != p.ID && h.overlaps(p) {
			return Refuse(ErrTwoMentors, "name", p.Learner.Name, "mentor", h.Mentor.Name).In("learner")
		}
	}
	return noCircle(p, mentors)
}

// noCircle goes up from the mentor, from pair to pair that held at the same time, and looks
// whether that leads back to the learner.
func noCircle(p Pair, mentors func(MediatorID) ([]Pair, error)) error {
	type step struct {
		at  MediatorRef
		way []string
	}
	seen := []MediatorID{p.Mentor.ID}
	next := []step{{p.Mentor, []string{p.Learner.Name, p.Mentor.Name}}}
	for len(next) > 0 {
		s := next[0]
		next = next[1:]
		above, err := mentors(s.at.ID)
		if err != nil {
			return err
		}
		for _, a := range above {
			if a.ID == p.ID || !a.overlaps(p) {
				continue
			}
			way := append(slices.Clone(s.way), a.Mentor.Name)
			if a.Mentor.ID == p.Learner.ID {
				return Refuse(ErrMentorCircle, "names", way).In("mentor")
			}
			if !slices.Contains(seen, a.Mentor.ID) {
				seen = append(seen, a.Mentor.ID)
				next = append(next, step{a.Mentor, way})
			}
		}
	}
	return nil
}
