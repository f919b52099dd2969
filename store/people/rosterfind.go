package people

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/pinyin"
)

// A page of the roster, and how much a search of it may cost: it holds ten thousands of
// entries at most, so that even two long lists that have little in common are walked whole.
const (
	MostRoster  = 500
	rosterJumps = 60000
)

// traits are the pieces that a query's filters ask for.
func traits(q hall.RosterQuery) []string {
	var out []string
	add := func(of, piece string) {
		if piece != "" {
			out = append(out, of+piece)
		}
	}
	add(ofArea, q.Area)
	add(ofSpeciality, q.Speciality)
	add(ofBackground, string(q.Background))
	add(ofGrade, q.Grade)
	if q.Org != 0 {
		add(ofOrg, strconv.FormatUint(uint64(q.Org), 10))
	}
	if q.Studio != 0 {
		add(ofStudio, strconv.FormatUint(uint64(q.Studio), 10))
	}
	if q.Time != hall.AnyTime {
		add(ofTime, whole(q.Time == hall.OnlyFullTime))
	}
	if q.Status == hall.OnRoster {
		return append(out, ofRoster+"y")
	}
	return append(out, ofStatus+strconv.Itoa(int(q.Status-hall.OnlyActive)))
}

// apart takes what people say of whom somebody knows for what is kept: 认识小港陈家 is found
// where 小港村陈家 stands, and 小港村沈家、陈家 too.
func apart(q string) string {
	words := strings.Fields(book.Fold(q))
	for i, w := range words {
		w = strings.TrimPrefix(w, "认识")
		if r := []rune(w); len(r) >= 4 && book.IsHan(w) && r[len(r)-1] == '家' {
			w = string(r[:len(r)-2]) + " " + string(r[len(r)-2:])
		}
		words[i] = w
	}
	return strings.Join(words, " ")
}

// typed reads the words of a query: each stands in a text, or names a dispute type that
// somebody is good at.
func typed(text string, types []hall.DisputeType) book.Query {
	all := book.Query{nil}
	for _, word := range strings.Fields(apart(text)) {
		either := book.ParseQuery(word)
		for _, code := range typesNamed(word, types) {
			either = append(either, []string{ofSpeciality + code})
		}
		if either != nil {
			all = all.And(either)
		}
	}
	return all
}

// typesNamed are the codes of the dispute types that a word names: a part of the Chinese name,
// its initials, or how the English one begins.
func typesNamed(word string, types []hall.DisputeType) []string {
	var out []string
	word = book.Fold(word)
	for _, t := range types {
		switch n := len([]rune(word)); {
		case n < 2:
		case book.IsHan(word) && strings.Contains(t.Zh, word),
			slices.Contains(pinyin.Initials(t.Zh), word),
			n > 2 && strings.HasPrefix(book.Fold(t.En), word):
			out = append(out, t.Code)
		}
	}
	return out
}

// RosterIDs walks the lists of all that is asked for side by side.
func RosterIDs(ctx context.Context, r book.Reader, types []hall.DisputeType, q hall.RosterQuery, limit int) ([]hall.MediatorID, error) {
	asked := typed(q.Text, types).And(book.Query{traits(q)})
	if q.Village != "" {
		places, err := writtenAs(r, q.Village)
		if err != nil {
			return nil, err
		}
		asked = asked.And(places)
	}
	var out []hall.MediatorID
	for _, pieces := range asked {
		ids, err := Mediators.Ascend(ctx, r, pieces, q.After+1, rosterJumps, limit)
		if err != nil {
			return nil, err
		}
		out = append(out, ids...)
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), limit)], nil
}

// mostWritten bounds in how many ways the name of one village is written.
const mostWritten = 40

// writtenAs are the ways in which a village's name stands on the roster: 小港, 小港村 and 小港村委会
// are one.
func writtenAs(r book.Reader, village string) (book.Query, error) {
	begin := village
	if at := strings.Index(village, hall.PlaceName(village)); at >= 0 {
		begin = village[:at+len(hall.PlaceName(village))]
	}
	all, err := Mediators.Pieces(r, ofPlace, begin, mostWritten)
	out := book.Query{{ofPlace + village}}
	for _, v := range all {
		if v != village && hall.LikePlace(v, village) == hall.PlaceSame {
			out = append(out, []string{ofPlace + v})
		}
	}
	return out, err
}

// EachMediator hands every entry of the roster to fn, in order, for lists that leave the
// hall: telephone and birthday are masked.
func (d *Desk) EachMediator(ctx context.Context, fn func(hall.Mediator) error) error {
	return d.Read(ctx, hall.MayLook, func(r book.Reader) error { return EachMediator(ctx, r, fn) })
}

// EachMediator hands every entry of the roster to fn, masked as it may leave the hall.
func EachMediator(ctx context.Context, r book.Reader, fn func(hall.Mediator) error) error {
	for p, err := range r.Range(kv.Table(hall.OfMediator), kv.Span{}) {
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		var m hall.Mediator
		if err := book.Decode(p.Value, &m, r.Zone()); err != nil {
			return err
		}
		if err := fn(m.Masked()); err != nil {
			return err
		}
	}
	return nil
}

// mostReminders bounds the list of what is due about people and places.
const mostReminders = 500

// Reminders lists what is overdue or falls due by a day about people and places, the oldest
// first.
func (d *Desk) Reminders(ctx context.Context, by hall.Day, limit int) ([]hall.Reminder, error) {
	var out []hall.Reminder
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) error {
		out = nil
		for p, err := range r.Range(ByRemind.Table, kv.Span{To: book.Key().Day(by + 1), Limit: min(limit, mostReminders)}) {
			if err != nil {
				return err
			}
			var m hall.Reminder
			if err := book.Decode(p.Value, &m, d.Book.Zone()); err != nil {
				return err
			}
			out = append(out, m)
		}
		return nil
	})
	return out, err
}

// Places lists the villages, or the areas, that mediators on the roster are of and that begin
// with what is asked for. Each costs one look, however many mediators are of it.
func (d *Desk) Places(ctx context.Context, areas bool, begin string, limit int) ([]string, error) {
	var out []string
	of := ofPlace
	if areas {
		of = ofArea
	}
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) (err error) {
		out, err = Mediators.Pieces(r, of, begin, limit)
		return err
	})
	return out, err
}

// Pair reads one pair.
func (d *Desk) Pair(ctx context.Context, id hall.PairID) (hall.Pair, error) {
	var out hall.Pair
	err := d.Read(ctx, hall.MayLook, func(r book.Reader) (err error) {
		out, err = Pairs.Get(r, id)
		return err
	})
	return out, err
}
