package duty

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// LogDuty writes a line into the log of the actor's own shift (值班日志): what, and the case it
// is about, or 0.
func (d *Desk) LogDuty(ctx context.Context, what string, about hall.CaseID) error {
	return d.Do(ctx, hall.MayQueue, func(t *book.Tx) error {
		s, err := onDuty(t, hall.OpLog)
		if err != nil {
			return err
		}
		line := hall.DutyNote{At: t.Now, What: strings.TrimSpace(what), Case: about}
		if line.What == "" {
			return hall.Refuse(hall.ErrRequired).In("what")
		}
		if err := tooLong(line.What, "what"); err != nil {
			return err
		}
		if line.Number, err = numberOf(t, about); err != nil {
			return err
		}
		s.Log = append(s.Log, line)
		if err := SignIns.Put(t, &s); err != nil {
			return err
		}
		return t.Log(hall.Entry{Deed: hall.DeedDutyLog, Case: about, Args: map[string]string{"number": line.Number}})
	})
}

// AcceptHandover takes open items over that another shift handed over: the items of those
// places, or, with none named, all that are open. Whoever accepts has signed in; the items
// are his from then on, and he does them or hands them on.
func (d *Desk) AcceptHandover(ctx context.Context, from hall.SignInID, items ...int) error {
	return d.Do(ctx, hall.MayQueue, func(t *book.Tx) error {
		mine, err := onDuty(t, hall.OpAccept)
		if err != nil {
			return err
		}
		theirs, err := SignIns.Get(t, from)
		if err != nil {
			return err
		}
		if theirs.ID == mine.ID {
			return hall.Refuse(hall.ErrNotFound)
		}
		if theirs.Forgotten(t.Today()) {
			theirs.PassOn()
		}
		take := append([]int(nil), items...)
		for i := range theirs.Items {
			if len(items) == 0 && theirs.Items[i].Open() {
				take = append(take, i)
			}
		}
		for _, i := range take {
			if refused := mine.Accept(i, &theirs, t.Now); refused != nil {
				return refused
			}
		}
		if len(take) == 0 {
			return nil
		}
		for _, s := range []*hall.SignIn{&mine, &theirs} {
			if err := SignIns.Put(t, s); err != nil {
				return err
			}
		}
		return t.Log(hall.Entry{Deed: hall.DeedHandAccept, Args: map[string]string{"name": theirs.Name, "n": strconv.Itoa(len(take))}})
	})
}

// ReturnItem gives back what the actor accepted by mistake, the item of that place in his shift's Took: it
// waits again where it came from. Within ten minutes no reason is asked.
func (d *Desk) ReturnItem(ctx context.Context, item int, why string) error {
	why = strings.TrimSpace(why)
	return d.Do(ctx, hall.MayQueue, func(t *book.Tx) error {
		mine, err := onDuty(t, hall.OpGiveBack)
		switch {
		case err != nil:
			return err
		case item < 0 || item >= len(mine.Took):
			return hall.Refuse(hall.ErrNotFound)
		}
		theirs, err := SignIns.Get(t, mine.Took[item].From)
		if err != nil {
			return err
		}
		if err := tooLong(why, hall.FieldReason); err != nil {
			return err
		}
		if bad := mine.Return(item, &theirs, why, t.Now); bad != nil {
			return bad
		}
		for _, s := range []*hall.SignIn{&mine, &theirs} {
			if err := SignIns.Put(t, s); err != nil {
				return err
			}
		}
		args := map[string]string{"name": theirs.Name}
		if why != "" {
			args["reason"] = why
		}
		return t.Log(hall.Entry{Deed: hall.DeedHandReturn, Case: mine.Took[item].Case, Args: args})
	})
}

// DoneItem records that the actor has done what he accepted, the item of that place in his
// shift's Took, and what came of it.
func (d *Desk) DoneItem(ctx context.Context, item int, result string) error {
	return d.Do(ctx, hall.MayQueue, func(t *book.Tx) error {
		s, err := onDuty(t, hall.OpDone)
		switch {
		case err != nil:
			return err
		case item < 0 || item >= len(s.Took):
			return hall.Refuse(hall.ErrNotFound)
		}
		if bad := hall.Why(hall.ItemCourse(), s.Took[item], hall.OpDone, t.Actor, t.Now); bad != nil {
			return bad
		}
		switch {
		case strings.TrimSpace(result) == "":
			return hall.Refuse(hall.ErrRequired).In("result")
		}
		if err := tooLong(result, "result"); err != nil {
			return err
		}
		i := &s.Took[item]
		i.Done, i.DoneBy, i.Result = t.Now, t.Actor.Name, strings.TrimSpace(result)
		if err := SignIns.Put(t, &s); err != nil {
			return err
		}
		// Where it came from says so too: whoever handed it over sees what became of it.
		if from, err := SignIns.Get(t, i.From); err == nil {
			for j := range from.Items {
				if o := &from.Items[j]; o.Into == s.ID && o.What == i.What && o.Case == i.Case && o.Done.IsZero() {
					o.Done, o.DoneBy, o.Result = i.Done, i.DoneBy, i.Result
					if err := SignIns.Put(t, &from); err != nil {
						return err
					}
					break
				}
			}
		}
		return t.Log(hall.Entry{Deed: hall.DeedHandDone, Case: i.Case, Args: map[string]string{"number": i.Number}})
	})
}

// handovers lists what was handed over and nobody has accepted yet, the oldest first.
func (d *Desk) handovers(r book.Reader) ([]hall.OpenHandover, error) {
	var out []hall.OpenHandover
	for p, err := range r.Range(byHand.Table, kv.Span{}) {
		if err != nil {
			return nil, err
		}
		s, err := SignIns.Get(r, hall.SignInID(book.Number(p.Key)))
		if err != nil {
			return nil, err
		}
		if s.Forgotten(hall.DayOf(d.Now())) {
			s.PassOn()
		}
		if slices.ContainsFunc(s.Items, hall.HandItem.Open) {
			out = append(out, hall.OpenHandover{Shift: s.ID, Day: s.Day, Name: s.Name, Note: s.Note, Items: s.Items})
		}
	}
	return out, nil
}

// SaveRotation writes down, on a rotation day or after it, what the county team took on and
// what it hands back: the lists as they are to be. Whoever was on the visit writes it, or who
// assigns cases in the hall.
func (d *Desk) SaveRotation(ctx context.Context, id hall.ShiftID, rev uint64, took, back []hall.DutyCase) (hall.Shift, error) {
	return book.Write(ctx, d.Desk, hall.MayQueue, func(t *book.Tx) (out hall.Shift, _ error) {
		s, err := Shifts.Get(t, id)
		switch {
		case err != nil:
			return out, err
		case s.Rev != rev:
			return out, hall.Refuse(hall.ErrConflict)
		}
		deed, err := dutyDeed(t, s, hall.OpRotation)
		if err != nil {
			return out, err
		}
		if s.Took, err = changeHands(t, took, s.Took, "took"); err != nil {
			return out, err
		}
		if s.Back, err = changeHands(t, back, s.Back, "back"); err != nil {
			return out, err
		}
		if err := Shifts.Put(t, &s); err != nil {
			return out, err
		}
		out = s
		return out, t.Log(hall.Entry{Deed: deed, Args: map[string]string{
			"day": s.Day.String(), "n": strconv.Itoa(len(s.Took)), "moved": strconv.Itoa(len(s.Back)),
		}})
	})
}

// changeHands checks a list of matters; what stood in it before keeps who wrote it and when.
func changeHands(t *book.Tx, list, was []hall.DutyCase, field string) ([]hall.DutyCase, error) {
	var out []hall.DutyCase
	for _, c := range list {
		if i := slices.IndexFunc(was, func(o hall.DutyCase) bool { return c.What == veil && c.Case != 0 && o.Case == c.Case }); i >= 0 {
			out = append(out, was[i]) // he may not see it, and leaves it as it is
			continue
		}
		c.What = strings.TrimSpace(c.What)
		if c.What == "" && c.Case == 0 {
			return nil, hall.Refuse(hall.ErrRequired).In(field)
		}
		if err := tooLong(c.What, field); err != nil {
			return nil, err
		}
		number, err := numberOf(t, c.Case)
		if err != nil {
			return nil, err
		}
		if number != "" {
			c.Number = number
		}
		c.By, c.At = t.Actor.Name, t.Now
		for _, o := range was {
			if o.Case == c.Case && o.What == c.What && o.Who == c.Who {
				c.By, c.At = o.By, o.At
			}
		}
		out = append(out, c)
	}
	return out, nil
}
