package dispute

import (
	"context"
	"strings"

	"sizhen/store/book"
	"sizhen/store/duty"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// How many candidates each way of finding them brings at most: the roster itself is never
// read through.
const (
	candidatesNear    = 40 // of a party's village, or who know it
	candidatesKnow    = 20 // who know a party or its family
	candidatesSpecial = 40
	candidatesLeast   = 12 // fewer are filled up from the roster's beginning: a small hall has nobody else
)

// Suggest lists mediators for a case, the best first, each with what speaks for him and
// against him. Words narrow it down to those they find, who may be suspended: they are
// marked. Without words those who cannot be given work stay out.
func (d *Desk) Suggest(ctx context.Context, on hall.CaseID, q string, limit int) ([]hall.Suggestion, error) {
	var out []hall.Suggestion
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) error {
		c, err := Cases.Get(r, on)
		if err != nil {
			return err
		}
		if !d.Actor.MaySee(c) {
			return hall.Refuse(hall.ErrClosedCase)
		}
		out, err = d.suggested(ctx, r, c, q, limit)
		return err
	})
	return out, err
}

func (d *Desk) suggested(ctx context.Context, r book.Reader, c hall.Case, q string, limit int) ([]hall.Suggestion, error) {
	ids, err := candidates(ctx, r, c, q, d.Settings())
	if err != nil {
		return nil, err
	}
	away, err := duty.Of(d.Desk).OnLeaveIn(r)
	if err != nil {
		return nil, err
	}
	kin, err := kinOf(r, c)
	if err != nil {
		return nil, err
	}
	grades := d.Settings().Grades
	var out []hall.Suggestion
	for _, id := range ids {
		m, err := people.Mediators.Get(r, id)
		if err != nil {
			return nil, err
		}
		t, err := d.timeOf(r, m, away)
		if err != nil {
			return nil, err
		}
		out = append(out, hall.Suggest(c, m, t, grades, kin...))
	}
	hall.Best(out)
	return out[:min(len(out), limit)], nil
}

// candidates are those whom words find or, without words, those for whom something could
// speak: who know a party, are of its village, know such matters, or are the hall's own.
func candidates(ctx context.Context, r book.Reader, c hall.Case, q string, in hall.Settings) ([]hall.MediatorID, error) {
	seen := map[hall.MediatorID]bool{}
	var out []hall.MediatorID
	add := func(ids ...hall.MediatorID) {
		for _, id := range ids {
			if id != 0 && !seen[id] {
				seen[id] = true
				out = append(out, id)
			}
		}
	}
	look := func(q hall.RosterQuery, limit int) error {
		ids, err := people.RosterIDs(ctx, r, nil, q, limit)
		add(ids...)
		return err
	}
	if strings.TrimSpace(q) != "" {
		err := look(hall.RosterQuery{Text: q}, candidatesNear+candidatesSpecial)
		return out, err
	}
	for _, ask := range asks(c, in) {
		if err := look(ask.query, ask.most); err != nil {
			return nil, err
		}
	}
	for p, err := range r.Range(kv.Table(hall.OfStaff), kv.Span{}) {
		if err != nil {
			return nil, err
		}
		var s hall.Staff
		if err := book.Decode(p.Value, &s, r.Zone()); err != nil {
			return nil, err
		}
		if s.Off || s.Mediator == 0 {
			continue
		}
		m, err := people.Mediators.Get(r, s.Mediator)
		if err != nil {
			return nil, err
		}
		if m.Assignable() {
			add(m.ID)
		}
	}
	if len(out) < candidatesLeast {
		err := look(hall.RosterQuery{Status: hall.OnlyActive}, candidatesLeast)
		return out, err
	}
	return out, nil
}

type ask struct {
	query hall.RosterQuery
	most  int
}

// asks are the ways in which candidates for a case are looked for, the weightiest first.
func asks(c hall.Case, s hall.Settings) []ask {
	var out []ask
	seen := map[hall.RosterQuery]bool{}
	put := func(q hall.RosterQuery, most int) {
		if q.Status = hall.OnlyActive; !seen[q] {
			seen[q] = true
			out = append(out, ask{q, most})
		}
	}
	for _, p := range c.Parties {
		d := p.Details
		if d.Kind == hall.Natural && len([]rune(d.Name)) > 1 {
			put(hall.RosterQuery{Text: d.Name}, candidatesKnow)
		}
		for _, family := range hall.Families(d) {
			put(hall.RosterQuery{Text: strings.TrimSpace(family + " " + d.Village)}, candidatesKnow)
		}
		if d.Village != "" {
			put(hall.RosterQuery{Village: d.Village, Speciality: c.Type}, candidatesNear)
			put(hall.RosterQuery{Village: d.Village}, candidatesNear)
			put(hall.RosterQuery{Text: d.Village, Speciality: c.Type}, candidatesNear)
			put(hall.RosterQuery{Text: d.Village}, candidatesNear)
			if bare := hall.PlaceName(d.Village); bare != d.Village { // 小港村, for who is of 小港社区
				put(hall.RosterQuery{Text: bare, Speciality: c.Type}, candidatesNear)
				put(hall.RosterQuery{Text: bare}, candidatesNear)
			}
		}
	}
	if c.Difficulty == hall.Difficult && len(s.Grades) > 0 {
		put(hall.RosterQuery{Speciality: c.Type, Grade: s.Grades[0]}, candidatesSpecial)
	}
	put(hall.RosterQuery{Speciality: c.Type, Time: hall.OnlyFullTime}, candidatesSpecial)
	put(hall.RosterQuery{Speciality: c.Type}, candidatesSpecial)
	if len(out) == 0 || c.Type == "" {
		put(hall.RosterQuery{}, candidatesNear)
	}
	return out
}
