package people

import (
	"strconv"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// What a mediator is beside his name is found by exact pieces, each one more list for the
// walk that a search is: any number of filters, and words, in one go.
const (
	ofSpeciality = "S" // a dispute type's code
	ofBackground = "B"
	ofGrade      = "G"
	ofStatus     = "U"
	ofTime       = "F" // full- or part-time
	ofPlace      = "V" // the village, whole
	ofArea       = "A"
	ofOrg        = "O"
	ofStudio     = "W"
	ofRoster     = "R" // on the roster: active or suspended
	ofPost       = "P" // held or any: who has signed up for a post
)

var (
	// Mediators are the entries of the roster.
	Mediators = book.Declare(book.Kind[hall.MediatorID, hall.Mediator]{
		Table: hall.OfMediator, Letter: 'm', Key: "MediatorID", Holds: "hall.Mediator",
		Of:    func(m *hall.Mediator) (*hall.MediatorID, *uint64) { return &m.ID, &m.Rev },
		Words: mediatorWords,
		Lists: []book.List[hall.Mediator]{
			{In: byMember, Lines: memberLines},
			{In: ByRemind, Lines: func(m *hall.Mediator, l *book.Lines) { remindLines(m.Reminders(), uint64(m.ID), l) }},
		},
	})
	// Pairs are mentors and whom they teach.
	Pairs = book.Declare(book.Kind[hall.PairID, hall.Pair]{
		Table: hall.OfPair, Letter: 'r', Key: "PairID", Holds: "hall.Pair",
		Of: func(p *hall.Pair) (*hall.PairID, *uint64) { return &p.ID, &p.Rev },
		Lists: []book.List[hall.Pair]{{In: byPair, Lines: func(p *hall.Pair, l *book.Lines) {
			l.Row(book.Key().Byte('m').ID(uint64(p.Mentor.ID)).Newest(uint64(p.ID)), nil)
			if p.Learner.ID != p.Mentor.ID {
				l.Row(book.Key().Byte('m').ID(uint64(p.Learner.ID)).Newest(uint64(p.ID)), nil)
			}
		}}},
	})
)

// memberLines list a mediator under the organisation and the studio he belongs to.
func memberLines(m *hall.Mediator, l *book.Lines) {
	if m.Status == hall.Left {
		return
	}
	row := hall.Member{ID: m.ID, Name: m.Name, Sex: m.Sex, Status: m.Status, Term: hall.TermEnd(m.Terms)}
	for _, of := range []struct {
		kind byte
		id   uint64
		head bool
	}{{'o', uint64(m.Org), m.OrgHead}, {'s', uint64(m.Studio), m.StudioLead}} {
		if of.id != 0 {
			row.Head = of.head
			l.Hold(book.Key().Byte(of.kind).ID(of.id).ID(uint64(m.ID)), row)
		}
	}
}

func remindLines(all []hall.Reminder, id uint64, l *book.Lines) {
	for _, r := range all {
		l.Hold(book.Key().Day(r.Day).Byte(byte(r.Kind)).ID(id), r)
	}
}

func mediatorWords(m *hall.Mediator, t book.Words) {
	t.Person(m.Name)
	t.Text(m.Village, 8)
	t.Text(m.Area, 8)
	t.Text(m.Knows, 60)
	t.Text(m.Trade, 12)
	t.Text(m.Organisation, 20)
	t.Text(m.StudioName, 16)
	for _, code := range m.Specialities {
		t.Add(ofSpeciality, code)
	}
	for _, b := range m.Backgrounds {
		t.Add(ofBackground, string(b))
	}
	t.Add(ofGrade, m.Grade)
	t.Add(ofStatus, strconv.Itoa(int(m.Status)))
	if m.Status != hall.Left {
		t.Add(ofRoster, "y")
	}
	t.Add(ofTime, whole(m.FullTime))
	t.Add(ofPlace, m.Village)
	t.Add(ofArea, m.Area)
	if m.Org != 0 {
		t.Add(ofOrg, strconv.FormatUint(uint64(m.Org), 10))
	}
	if m.Studio != 0 {
		t.Add(ofStudio, strconv.FormatUint(uint64(m.Studio), 10))
	}
	if len(m.Posts) > 0 {
		t[postPiece(true)] = struct{}{}
	}
	if len(m.OpenPosts()) > 0 {
		t[postPiece(false)] = struct{}{}
	}
}

func whole(fullTime bool) string {
	if fullTime {
		return "y"
	}
	return "n"
}

var (
	byMember = &book.Index{Table: "by.member", Key: "o<OrgID>|s<StudioID> MediatorID", Holds: "hall.Member",
		Note: "who belongs to an organisation, to a studio; those who left not"}
	byPair = &book.Index{Table: "by.pair", Key: "m<MediatorID> ^PairID", Holds: "hall.Pair", Note: "his mentors and those he teaches"}
	// ByRemind lists what falls due about people and places.
	ByRemind = &book.Index{Table: "by.remind", Key: "day kind id", Holds: "hall.Reminder",
		Note: "ends of terms, changes to be reported; id: MediatorID or OrgID, by kind"}
)
