package hall

// RosterQuery asks for a page of the roster: words, and any number of traits that must all
// fit. What is zero does not narrow; without a Status those who left stay out.
type RosterQuery struct {
	Text       string // name, initials, village, area, whom he knows, trade, organisation
	Village    string // in whichever way it is written (LikePlace)
	Area       string // whole
	Speciality string // a dispute type's code
	Background Background
	Grade      string
	Status     StatusFilter
	Time       TimeFilter
	Org        OrgID
	Studio     StudioID
	After      MediatorID // the last one of the page before
	Limit      int
}

// StatusFilter narrows by standing.
type StatusFilter uint8

const (
	OnRoster      StatusFilter = iota // active and suspended
	OnlyActive                        // 在任
	OnlySuspended                     // 暂停
	OnlyLeft                          // 离任
)

// TimeFilter narrows by full- or part-time.
type TimeFilter uint8

const (
	AnyTime      TimeFilter = iota
	OnlyFullTime            // 专职
	OnlyPartTime            // 兼职
)

// RosterRow is a mediator in the list; nothing in it is private.
type RosterRow struct {
	ID           MediatorID
	Name         string
	Sex          Sex
	Village      string
	Area         string
	Organisation string
	OrgHead      bool
	StudioName   string
	Grade        string
	FullTime     bool
	Status       MediatorStatus
	Specialities []string
	Backgrounds  []Background
	Trade        string
	Knows        string
	TermEnd      Day
	Unfiled      int // changes not reported yet
	Load         int // open cases
	Booked       int // times taken in the next seven days
	Away         Day // on leave now, until this day
}

// RosterRowOf is how a mediator stands in the list, without load and bookings.
func RosterRowOf(m Mediator) RosterRow {
	r := RosterRow{
		ID: m.ID, Name: m.Name, Sex: m.Sex, Village: m.Village, Area: m.Area, Organisation: m.Organisation, OrgHead: m.OrgHead, StudioName: m.StudioName,
		Grade: m.Grade, FullTime: m.FullTime, Status: m.Status, Specialities: m.Specialities, Backgrounds: m.Backgrounds, Trade: m.Trade, Knows: m.Knows,
		TermEnd: TermEnd(m.Terms),
	}
	for _, f := range m.Filings {
		if f.Filed == 0 {
			r.Unfiled++
		}
	}
	return r
}

// RosterPage is a page of the roster.
type RosterPage struct {
	Rows []RosterRow
	More bool
}

// MediatorFile is one mediator with all that hangs on him.
type MediatorFile struct {
	Mediator Mediator
	Masked   bool       // telephone and birthday are hidden from this reader
	Load     int        // open cases
	Cases    []CaseRow  // his latest; none for who may not look cases up
	Bookings []VisitRow // from today on
	Duty     []Day      // planned on duty, from today on
	Away     Day        // on leave now, until this day
	Pairs    []Pair     // the latest first
}

// OpenPosts are the posts he holds.
func (m Mediator) OpenPosts() []Post {
	var out []Post
	for _, p := range m.Posts {
		if p.To == 0 {
			out = append(out, p)
		}
	}
	return out
}

// OpenPairs are the pairs that hold on a day.
func (f MediatorFile) OpenPairs(day Day) []Pair {
	var out []Pair
	for _, p := range f.Pairs {
		if p.On(day) {
			out = append(out, p)
		}
	}
	return out
}

// PostRow is a post somebody signed up for, in the list of all.
type PostRow struct {
	Mediator MediatorRef
	At       int // its place among his posts
	Post     Post
}
