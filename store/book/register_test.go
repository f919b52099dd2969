package book_test

import (
	"strings"
	"testing"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

type (
	thingID uint64
	thing   struct {
		ID  thingID `cbor:"1,keyasint"`
		Rev uint64  `cbor:"2,keyasint"`
	}
)

func kindOf(table hall.Record, letter byte, in ...*book.Index) book.Kind[thingID, thing] {
	k := book.Kind[thingID, thing]{Table: table, Letter: letter, Of: func(v *thing) (*thingID, *uint64) { return &v.ID, &v.Rev }}
	for _, x := range in {
		k.Lists = append(k.Lists, book.List[thing]{In: x, Lines: func(v *thing, l *book.Lines) { l.Add(book.Key().ID(uint64(v.ID)), nil) }})
	}
	return k
}

// A table, a letter, an index or a counter that is used twice stops the program before it
// writes anything: what is on disk under one name is one thing.
func TestNothingIsDeclaredTwice(t *testing.T) {
	t.Parallel()
	for name, second := range map[string]func(*book.Register){
		"table":                 func(r *book.Register) { book.In(r, kindOf("a", 'y')) },
		"letter":                func(r *book.Register) { book.In(r, kindOf("b", 'x')) },
		"no letter":             func(r *book.Register) { book.In(r, kindOf("b", 0)) },
		"index":                 func(r *book.Register) { book.In(r, kindOf("b", 'y', &book.Index{Table: "by.a"})) },
		"an index and a record": func(r *book.Register) { book.In(r, kindOf("b", 'y', &book.Index{Table: "b"})) },
		"counter":               func(r *book.Register) { r.Count(book.Counter{Name: "n/<day>"}) },
	} {
		reg := &book.Register{}
		book.In(reg, kindOf("a", 'x', &book.Index{Table: "by.a"}))
		reg.Count(book.Counter{Name: "n/<day>"})
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: declared twice", name)
				}
			}()
			second(reg)
		}()
	}
}

func TestAChangeTellsTheKindsThatWereWritten(t *testing.T) {
	t.Parallel()
	reg := &book.Register{}
	book.In(reg, kindOf("a", 'x', &book.Index{Table: "by.a"}))
	book.In(reg, kindOf("b", 'y'))
	c := reg.Topics(kv.Change{Seq: 7, Tables: map[kv.Table]struct{}{"a": {}, "by.a": {}, "meta": {}, "journal": {}}})
	if c.Seq != 7 || len(c.Kinds) != 2 || !c.Any("a") || !c.Any(hall.OfEntry) || c.Any("b") {
		t.Errorf("%+v", c)
	}
}

// A key that goes on from another one leaves it as it was.
func TestAPrefixMayBeGoneOnFromTwice(t *testing.T) {
	t.Parallel()
	p := book.Key().Text("a").End()
	first, second := p.ID(1), p.ID(2)
	if book.Number(first) != 1 || book.Number(second) != 2 || len(p) != 2 {
		t.Errorf("%x %x %x", p, first, second)
	}
	if string(book.Key().Newest(2)) >= string(book.Key().Newest(1)) || string(book.Key().Int(-1)) >= string(book.Key().Int(1)) {
		t.Error("keys do not sort")
	}
}

func TestTheDrawingNamesEveryTable(t *testing.T) {
	t.Parallel()
	drawing := book.All.Drawing()
	for table := range book.All.Tables() {
		if !strings.Contains(drawing, "\n"+string(table)+" ") {
			t.Errorf("%s is not drawn", table)
		}
	}
}
