package book

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"sizhen/store/hall"
)

// Correct puts right what a record says. What stood before is kept with the record, field by
// field, with who did it, when and why, and a line of the journal says so; veil, if not nil,
// takes out of that line what not everybody may read. Who only completes what nothing stood in needs
// no reason.
func Correct[I ~uint64, T any](t *Tx, k *Kind[I, T], id I, rev uint64, why string, veil func(*T, map[string]string), fix func(*T) error) (T, error) {
	why = strings.TrimSpace(why)
	if k.Trail == nil {
		var none T
		return none, fmt.Errorf("%s: records of this kind keep no corrections", k.Table)
	}
	was, err := k.Get(t, id)
	if err != nil {
		return was, err
	}
	args := map[string]string{}
	if why != "" {
		args["reason"] = why
	}
	v, err := Change(t, k, id, rev, func(v *T) error {
		if err := fix(v); err != nil {
			return err
		}
		trail := k.Trail(v)
		n := len(*trail)
		whole := "" // what was added or taken out: the journal says so once, the trail keeps its fields
		differ("", reflect.ValueOf(was), reflect.ValueOf(*v), func(field, old, now string) {
			*trail = append(*trail, hall.Correction{Field: field, Old: old, New: now, By: t.Actor.Staff, ByName: t.Actor.Name, At: t.Now, Why: why})
			if whole != "" && strings.HasPrefix(field, whole+".") {
				return
			}
			if whole = ""; strings.HasSuffix(field, "]") {
				whole = field
			}
			args["old."+field], args["new."+field] = old, now
		})
		switch added := (*trail)[n:]; {
		case len(added) == 0:
			return hall.Refuse(hall.ErrSame)
		case why == "" && slices.ContainsFunc(added, func(c hall.Correction) bool { return c.Old != "" }):
			return hall.Refuse(hall.ErrReason).In("reason")
		}
		return nil
	})
	if err != nil {
		return v, err
	}
	if veil != nil {
		veil(&v, args)
	}
	line := hall.Entry{Deed: hall.DeedCorrect, Args: args, Ref: hall.Ref{Kind: k.Table, ID: uint64(id)}.String()}
	if k.About != nil {
		line.Case, line.Consultation = k.About(&v)
	}
	return v, t.Log(line)
}

// differ walks two records side by side and tells of each field that is not the same, by its
// name in the program: Parties[1].Details.Name. What no reader would look for is tagged trail:"-".
func differ(at string, a, b reflect.Value, tell func(field, old, now string)) {
	switch {
	case a.Type() == timeType:
		if x, y := a.Interface().(time.Time), b.Interface().(time.Time); !x.Equal(y) {
			tell(at, said(a), said(b))
		}
	case a.Kind() == reflect.Struct:
		for i := range a.NumField() {
			f := a.Type().Field(i)
			name := f.Name
			switch {
			case f.Anonymous: // its fields are the record's own
				name = at
			case at != "":
				name = at + "." + name
			}
			if f.IsExported() && f.Tag.Get("cbor") != "-" && f.Tag.Get("trail") != "-" {
				differ(name, a.Field(i), b.Field(i), tell)
			}
		}
	case a.Kind() == reflect.Pointer && !a.IsNil() && !b.IsNil():
		differ(at, a.Elem(), b.Elem(), tell)
	case a.Kind() == reflect.Slice && a.Type().Elem().Kind() == reflect.Struct: // one that was added, or taken out, differs from none
		none := reflect.Zero(a.Type().Elem())
		if a.Len() > b.Len() {
			b = aligned(a, b, none)
		}
		for i := range max(a.Len(), b.Len()) {
			x, y := none, none
			if i < a.Len() {
				x = a.Index(i)
			}
			if i < b.Len() {
				y = b.Index(i)
			}
			place := fmt.Sprintf("%s[%s]", at, placeOf(x, i))
			if old, now, ok := called(x, y); ok {
				tell(place, old, now)
			}
			differ(place, x, y, tell)
		}
	case !reflect.DeepEqual(a.Interface(), b.Interface()):
		tell(at, said(a), said(b))
	}
}

// named is implemented by what stands in lists and has a name: that it was added, or taken out, is
// told by that name, before its fields.
type named interface{ Called() string }

// placed is implemented by what stands in lists under a name of its own, by which a correction is read
// better than by its place.
type placed interface{ Place() string }

func placeOf(v reflect.Value, i int) string {
	if p, ok := v.Interface().(placed); ok && p.Place() != "" {
		return p.Place()
	}
	return fmt.Sprint(i)
}

// called are the names of what is in a list's place only before, or only now.
func called(was, now reflect.Value) (string, string, bool) {
	x, known := was.Interface().(named)
	if !known || was.IsZero() == now.IsZero() {
		return "", "", false
	}
	return x.Called(), now.Interface().(named).Called(), true
}

// same is implemented by what stands in lists and is known by more than its place there.
type same interface{ Same(other any) bool }

// aligned is a list from which some were taken out, with nothing in their places: what follows them
// was not changed.
func aligned(was, now, none reflect.Value) reflect.Value {
	if _, known := none.Interface().(same); !known {
		return now
	}
	out := reflect.MakeSlice(was.Type(), was.Len(), was.Len())
	next := 0
	for i := range was.Len() {
		if next < now.Len() && was.Index(i).Interface().(same).Same(now.Index(next).Interface()) {
			out.Index(i).Set(now.Index(next))
			next++
		}
	}
	if next < now.Len() { // more was changed than that
		return now
	}
	return out
}

// said writes a value as a correction keeps it; nothing is "".
func said(v reflect.Value) string {
	if v.IsZero() {
		return ""
	}
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if t, ok := v.Interface().(time.Time); ok {
		return t.Format(time.DateTime)
	}
	return fmt.Sprint(v.Interface())
}
