package duty

import (
	"context"

	"sizhen/store/book"
	"sizhen/store/hall"
)

// veil stands for words about a confidential case that the reader may not see (DOMAIN §3.12).
const veil = "······"

// veiler hides what logs and handovers say about cases. Each case is read once.
type veiler struct {
	d    *Desk
	r    book.Reader
	hide func(hall.Case) bool
	with string // what stands in the place of what is hidden
	read map[hall.CaseID]bool
	warn map[hall.CaseID]hall.Warning // of those that are not hidden; nil: nobody asked
}

// veiler hides what the actor may not see.
func (d *Desk) veiler(r book.Reader) *veiler {
	return &veiler{d: d, r: r, hide: func(c hall.Case) bool { return !d.Actor.MaySee(c) }, with: veil, read: map[hall.CaseID]bool{}}
}

// warning has it gather what must be known first of the cases that are not hidden.
func (v *veiler) warning() *veiler {
	v.warn = map[hall.CaseID]hall.Warning{}
	return v
}

func (v *veiler) texts(id hall.CaseID, texts ...*string) error {
	if id == 0 {
		return nil
	}
	hidden, known := v.read[id]
	if !known {
		c, err := CaseAt(v.r, id)
		if err != nil {
			return err
		}
		hidden = v.hide(c)
		v.read[id] = hidden
		if !hidden && v.warn != nil {
			w, err := WarningOf(v.r, c.Matter, c.Parties)
			if err != nil {
				return err
			}
			if w.Any() {
				v.warn[id] = w
			}
		}
	}
	for _, s := range texts {
		if hidden && *s != "" {
			*s = v.with
		}
	}
	return nil
}

func (v *veiler) signIns(shifts []hall.SignIn) error {
	for i := range shifts {
		for j := range shifts[i].Log {
			n := &shifts[i].Log[j]
			if err := v.texts(n.Case, &n.What); err != nil {
				return err
			}
		}
		for _, list := range [][]hall.HandItem{shifts[i].Items, shifts[i].Took} {
			if err := v.items(list); err != nil {
				return err
			}
		}
	}
	return nil
}

func (v *veiler) items(list []hall.HandItem) error {
	for j := range list {
		if err := v.texts(list[j].Case, &list[j].What, &list[j].Result); err != nil {
			return err
		}
	}
	return nil
}

func (v *veiler) handed(open []hall.OpenHandover) error {
	for i := range open {
		if err := v.items(open[i].Items); err != nil {
			return err
		}
	}
	return nil
}

func (v *veiler) rows(rows []hall.DutyRow) error {
	for i := range rows {
		for _, list := range [][]hall.DutyCase{rows[i].Took, rows[i].Back} {
			for j := range list {
				if err := v.texts(list[j].Case, &list[j].What); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// DutyRecord reads a day's sign-ins as they may leave the hall on paper: what is about a confidential
// case is said in no word, and of the others it is said which are dangerous.
func (d *Desk) DutyRecord(ctx context.Context, day hall.Day) ([]hall.SignIn, map[hall.CaseID]hall.Warning, error) {
	var out []hall.SignIn
	var warned map[hall.CaseID]hall.Warning
	err := d.Read(ctx, hall.MayQueue, func(r book.Reader) (err error) {
		if out, err = SignInsOn(r, day); err != nil {
			return err
		}
		v := d.veiler(r).warning()
		v.hide, v.with, warned = func(c hall.Case) bool { return c.Confidential }, "", v.warn
		return v.signIns(out)
	})
	return out, warned, err
}

// CaseAt reads a case through the book: disputes come after duty and the calendar, which look
// at a case and never write one.
func CaseAt(r book.Reader, id hall.CaseID) (hall.Case, error) {
	return book.At[hall.Case](r, hall.Ref{Kind: hall.OfCase, ID: uint64(id)})
}
