package store

import (
	"strconv"

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

// mediatorEntries are a mediator's lines in the indexes: what he is found by, to whom he
// belongs, and what is due about him.
func mediatorEntries(m *hall.Mediator) ([]entry, error) {
	id := uint64(m.ID)
	out := mediatorTokens(m).entries('m', id)
	if m.Status != hall.Left {
		row := hall.Member{ID: m.ID, Name: m.Name, Sex: m.Sex, Status: m.Status, Term: hall.TermEnd(m.Terms)}
		for _, of := range []struct {
			kind byte
			id   uint64
			head bool
		}{{'o', uint64(m.Org), m.OrgHead}, {'s', uint64(m.Studio), m.StudioLead}} {
			if of.id == 0 {
				continue
			}
			row.Head = of.head
			b, err := encode(row)
			if err != nil {
				return nil, err
			}
			out = append(out, entry{table: tMember, key: key(of.kind, of.id, id), value: b})
		}
	}
	reminders, err := reminderEntries(m.Reminders(), id)
	return append(out, reminders...), err
}

func reminderEntries(all []hall.Reminder, id uint64) ([]entry, error) {
	var out []entry
	for _, r := range all {
		b, err := encode(r)
		if err != nil {
			return nil, err
		}
		out = append(out, entry{table: tRemind, key: key(r.Day, byte(r.Kind), id), value: b})
	}
	return out, nil
}

func mediatorTokens(m *hall.Mediator) tokens {
	t := tokens{}
	t.person(m.Name)
	t.words(m.Village, 8)
	t.words(m.Area, 8)
	t.words(m.Knows, 60)
	t.words(m.Trade, 12)
	t.words(m.Organisation, 20)
	t.words(m.StudioName, 16)
	for _, code := range m.Specialities {
		t.add(ofSpeciality, code)
	}
	for _, b := range m.Backgrounds {
		t.add(ofBackground, string(b))
	}
	t.add(ofGrade, m.Grade)
	t.add(ofStatus, strconv.Itoa(int(m.Status)))
	if m.Status != hall.Left {
		t.add(ofRoster, "y")
	}
	t.add(ofTime, whole(m.FullTime))
	t.add(ofPlace, m.Village)
	t.add(ofArea, m.Area)
	if m.Org != 0 {
		t.add(ofOrg, strconv.FormatUint(uint64(m.Org), 10))
	}
	if m.Studio != 0 {
		t.add(ofStudio, strconv.FormatUint(uint64(m.Studio), 10))
	}
	if len(m.Posts) > 0 {
		t[postPiece(true)] = struct{}{}
	}
	if len(m.OpenPosts()) > 0 {
		t[postPiece(false)] = struct{}{}
	}
	return t
}

func whole(fullTime bool) string {
	if fullTime {
		return "y"
	}
	return "n"
}

// pairEntries list a pair under the mentor and under whom he teaches.
func pairEntries(p *hall.Pair) ([]entry, error) {
	b, err := encode(p)
	if err != nil {
		return nil, err
	}
	id := uint64(p.ID)
	out := []entry{{table: tPairOf, key: key(byte('m'), uint64(p.Mentor.ID), ^id), value: b}}
	if p.Learner.ID != p.Mentor.ID {
		out = append(out, entry{table: tPairOf, key: key(byte('m'), uint64(p.Learner.ID), ^id), value: b})
	}
	return out, nil
}
