package book

import (
	"cmp"
	"fmt"
	"slices"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Index is a table of lines that follow from records, declared once. Several kinds may have
// lines in one index.
type Index struct {
	Table kv.Table
	Key   string // how its keys are drawn
	Holds string // what a line holds; "": nothing, a line leads to a record
	Note  string
	// Counted indexes add their lines up by group.
	Counted bool
}

// List says which lines a record has in an index.
type List[T any] struct {
	In    *Index
	Lines func(*T, *Lines)
}

// Kind declares the records of one table: all that follows from a record alone. ID names the
// number it stands under and Rev how often it was written.
type Kind[I ~uint64, T any] struct {
	Table  hall.Record
	Letter byte   // stands for the kind in the journal's digests and in the index of words
	Key    string // how its key is drawn
	Holds  string
	Note   string
	Of     func(*T) (id *I, rev *uint64)
	Row    func(*T) any // what its lines hold where they show something; nil: the record itself
	Lists  []List[T]
	Words  func(*T, Words) // what it is found by; nil: it is not searched
	// Unsigned records stand outside the journal's digests: drafts, which no line of the
	// journal tells of, and what is worked out anew from others.
	Unsigned bool
	// Derived records stand under the number of the record they are worked out from.
	Derived bool
	// Wrote is called in the transaction after a record was written (was is nil for a new
	// one), to have what is derived from it made anew.
	Wrote func(t *Tx, was, now *T) error
	// Faults looks for what is wrong beyond checksum and indexes.
	Faults func(*Checker, *T)
	// Trail is where corrections are kept with a record; nil: of a kind that cannot be corrected.
	Trail func(*T) *[]hall.Correction
	// About is the case and the consultation in whose course a correction is told; nil: it is told in none.
	About func(*T) (hall.CaseID, hall.ConsultationID)
}

// declared is a kind without its type.
type declared interface {
	name() hall.Record
	letter() byte
	drawing() (key, holds, note string)
	indexes() []*Index
	unsigned() bool
	next() string // the name of the counter its numbers are from; "": they are another's
	check(*Checker) error
	redo(in func(*Index) bool) Step
	recount() Step
	signAll() Step
}

// Counter declares a counter of numbers that are given, for the drawing and for check.
type Counter struct {
	Name  string // how its name is drawn, as number/<year>
	Note  string
	Check func(*Checker) error // compares it with what it was given to; nil: nothing to compare
	// Latest compares it with what it was given to last, which takes no longer in a large store; nil:
	// there is nothing that tells at once.
	Latest func(*Checker) error
}

// Register is what a store holds: kinds, indexes and counters.
type Register struct {
	kinds    []declared
	extra    []*Index // without a kind: the journal's
	counters []Counter
	metas    []Counter
	rules    []func(*Checker) error
}

// All is the register that Declare adds to.
var All = &Register{extra: []*Index{deeds}}

// Declare registers a kind; see In.
func Declare[I ~uint64, T any](k Kind[I, T]) *Kind[I, T] { return In(All, k) }

// In registers a kind. It panics when a table or a letter is used twice, or when an index is
// declared anew under a name that is there: what is on disk under one name is one thing.
func In[I ~uint64, T any](reg *Register, k Kind[I, T]) *Kind[I, T] {
	if k.Words != nil {
		words := k.Words
		k.Lists = append(slices.Clip(k.Lists), List[T]{terms, func(v *T, l *Lines) {
			w := Words{}
			words(v, w)
			id, _ := k.Of(v)
			w.lines(l, k.Letter, uint64(*id))
		}})
	}
	for _, other := range reg.kinds {
		if other.name() == k.Table {
			panic(fmt.Sprintf("book: table %s is declared twice", k.Table))
		}
		if k.Letter == 0 || other.letter() == k.Letter {
			panic(fmt.Sprintf("book: letter %q of %s is taken by %s", k.Letter, k.Table, other.name()))
		}
	}
	for _, l := range k.Lists {
		for _, x := range reg.Indexes() {
			if x.Table == l.In.Table && x != l.In {
				panic(fmt.Sprintf("book: index %s is declared twice", x.Table))
			}
		}
		if kv.Table(k.Table) == l.In.Table {
			panic(fmt.Sprintf("book: %s is a table of records and an index", k.Table))
		}
	}
	reg.kinds = append(reg.kinds, &k)
	// By table, not as packages begin: a migration that was stopped goes on with the same steps.
	slices.SortFunc(reg.kinds, func(a, b declared) int { return cmp.Compare(a.name(), b.name()) })
	return &k
}

// Count declares a counter of numbers that are given; it panics on a name used twice.
func (reg *Register) Count(c Counter) {
	for _, other := range append(slices.Clone(reg.counters), reg.metas...) {
		if other.Name == c.Name {
			panic(fmt.Sprintf("book: counter %s is declared twice", c.Name))
		}
	}
	reg.counters = append(reg.counters, c)
}

// Keep declares what else stands in the table of meta data, for the drawing.
func (reg *Register) Keep(name, note string) {
	reg.metas = append(reg.metas, Counter{Name: name, Note: note})
}

// Rule declares what check looks for beyond single records.
func (reg *Register) Rule(fn func(*Checker) error) { reg.rules = append(reg.rules, fn) }

// Indexes are all that are declared, by their table.
func (reg *Register) Indexes() []*Index {
	out := slices.Clone(reg.extra)
	for _, k := range reg.kinds {
		for _, x := range k.indexes() {
			if !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	}
	slices.SortFunc(out, func(a, b *Index) int {
		if a.Table < b.Table {
			return -1
		}
		return 1
	})
	return out
}

// Tables are all tables that a store may hold.
func (reg *Register) Tables() map[kv.Table]bool {
	out := map[kv.Table]bool{tMeta: true, tCount: true, tJournal: true}
	for _, k := range reg.kinds {
		out[kv.Table(k.name())] = true
	}
	for _, x := range reg.Indexes() {
		out[x.Table] = true
	}
	return out
}

// Topics are the kinds of records in a change. What stands in an index follows from a record
// that was written with it.
func (reg *Register) Topics(c kv.Change) hall.Changed {
	out := hall.Changed{Seq: c.Seq, Kinds: map[hall.Record]struct{}{}}
	for _, k := range reg.kinds {
		if _, ok := c.Tables[kv.Table(k.name())]; ok {
			out.Kinds[k.name()] = struct{}{}
		}
	}
	if _, ok := c.Tables[tJournal]; ok {
		out.Kinds[hall.OfEntry] = struct{}{}
	}
	return out
}

func (k *Kind[I, T]) name() hall.Record { return k.Table }
func (k *Kind[I, T]) letter() byte      { return k.Letter }
func (k *Kind[I, T]) unsigned() bool    { return k.Unsigned }
func (k *Kind[I, T]) next() string {
	if k.Derived {
		return ""
	}
	return "next/" + string(k.Table)
}

func (k *Kind[I, T]) drawing() (key, holds, note string) { return k.Key, k.Holds, k.Note }

// Listed are the indexes that hold rows of the records, but for the words they are found by.
func (k *Kind[I, T]) Listed() []*Index {
	return slices.DeleteFunc(k.indexes(), func(x *Index) bool { return x == terms })
}

func (k *Kind[I, T]) indexes() []*Index {
	var out []*Index
	for _, l := range k.Lists {
		if !slices.Contains(out, l.In) {
			out = append(out, l.In)
		}
	}
	return out
}
