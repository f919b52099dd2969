package people

import (
	"context"
	"slices"
	"strings"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/pinyin"
)

// mostBodies bounds the register of resource bodies that is shown at once.
const mostBodies = 500

// Bodies lists the resource bodies whose name, contact, speciality, village or acquaintance
// holds what is asked for, or that help with the dispute type it names; an empty query lists
// them all.
func (d *Desk) Bodies(ctx context.Context, q string, limit int) ([]hall.Body, error) {
	var out []hall.Body
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) (err error) {
		out, err = d.BodiesIn(ctx, r, q, min(max(limit, 1), mostBodies))
		return err
	})
	for i := range out {
		out[i].Phone = d.Actor.Listed(out[i].Phone)
	}
	return out, err
}

// BodiesIn is Bodies inside a read.
func (d *Desk) BodiesIn(ctx context.Context, r book.Reader, q string, limit int) ([]hall.Body, error) {
	var out []hall.Body
	cut := book.ParseQuery(q)
	if cut == nil {
		return d.allBodies(r, limit)
	}
	ids, err := Bodies.Find(ctx, r, cut, limit)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		b, err := Bodies.Get(r, id)
		if err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	codes := typesNamed(strings.TrimSpace(q), d.Settings().Types)
	if len(codes) == 0 {
		return out, nil
	}
	all, err := d.allBodies(r, mostBodies)
	for _, b := range all {
		listed := slices.ContainsFunc(out, func(o hall.Body) bool { return o.ID == b.ID })
		if !listed && len(out) < limit && slices.ContainsFunc(codes, b.Helpful) {
			out = append(out, b)
		}
	}
	return out, err
}

// allBodies lists the register from its beginning.
func (d *Desk) allBodies(r book.Reader, limit int) ([]hall.Body, error) {
	var out []hall.Body
	for p, err := range r.Range(kv.Table(hall.OfBody), kv.Span{Limit: limit}) {
		if err != nil {
			return nil, err
		}
		var b hall.Body
		if err := book.Decode(p.Value, &b, d.Book.Zone()); err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, nil
}

// Body reads one.
func (d *Desk) Body(ctx context.Context, id hall.BodyID) (hall.Body, error) {
	var out hall.Body
	err := d.Read(ctx, hall.MayRead, func(r book.Reader) (err error) {
		out, err = Bodies.Get(r, id)
		return err
	})
	return out, err
}

// FindBodies lists those that are still asked, as Bodies does.
func (d *Desk) FindBodies(ctx context.Context, q string, limit int) ([]hall.Body, error) {
	all, err := d.Bodies(ctx, q, mostBodies)
	all = slices.DeleteFunc(all, func(b hall.Body) bool { return b.Off })
	return all[:min(len(all), limit)], err
}

// BodyMeant is the body that was picked, which must be on file, or else the only one that is called so
// to the letter; 0 where there is none. What is only like a name is nobody's.
func BodyMeant(r book.Reader, id hall.BodyID, name string) (hall.BodyID, error) {
	if id != 0 {
		_, err := Bodies.Get(r, id)
		return id, err
	}
	found, err := Bodies.Find(context.Background(), r, book.ParseQuery(name), mostBodies)
	for _, b := range found {
		body, err := Bodies.Get(r, b)
		if err != nil {
			return 0, err
		}
		if hall.FoldName(body.Name) != hall.FoldName(name) {
			continue
		}
		if id != 0 {
			return 0, nil
		}
		id = b
	}
	return id, err
}

// RenamedTo is what a body is called today whose name was written on a paper; empty where it is
// called so still, or was none on file.
func RenamedTo(r book.Reader, id hall.BodyID, written string) (string, error) {
	if id == 0 {
		return "", nil
	}
	b, err := Bodies.Get(r, id)
	if err != nil || hall.FoldName(b.Name) == hall.FoldName(written) {
		return "", err
	}
	return b.Name, nil
}

// SaveBody adds a resource body, or changes one: Rev must be the one read. The draft (0:
// none) is removed with it.
func (d *Desk) SaveBody(ctx context.Context, draft hall.DraftID, b hall.Body) (hall.Body, error) {
	return book.Write(ctx, d.Desk, hall.MayAssign, func(t *book.Tx) (out hall.Body, _ error) {
		save := b
		if err := save.Check(t.Settings()); err != nil {
			return out, err
		}
		var was hall.Body
		if save.ID != 0 {
			var err error
			if was, err = Bodies.Get(t, save.ID); err != nil {
				return out, err
			}
			if was.Rev != save.Rev {
				return out, hall.Refuse(hall.ErrConflict)
			}
		}
		if err := noBodyLike(t, save, was); err != nil {
			return out, err
		}
		if err := Bodies.Put(t, &save); err != nil {
			return out, err
		}
		out = save
		if err := t.Log(hall.Entry{Deed: hall.DeedBody, Args: map[string]string{"name": save.Name}}); err != nil {
			return out, err
		}
		return out, t.DropDraft(draft)
	})
}

// OffRoster are the accounts of those who are on no roster, by name or initials.
func (d *Desk) OffRoster(r book.Reader, q string) ([]hall.Staff, error) {
	q = strings.ToLower(strings.TrimSpace(q))
	var out []hall.Staff
	for p, err := range r.Range(kv.Table(hall.OfStaff), kv.Span{}) {
		if err != nil {
			return nil, err
		}
		var s hall.Staff
		if err := book.Decode(p.Value, &s, d.Book.Zone()); err != nil {
			return nil, err
		}
		asked := strings.Contains(s.Name, q) || slices.ContainsFunc(pinyin.OfPerson(s.Name), func(i string) bool { return strings.HasPrefix(i, q) })
		if s.Mediator == 0 && !s.Off && asked {
			out = append(out, s)
		}
	}
	return out, nil
}
