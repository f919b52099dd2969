// Package book is the kernel of the store: how records are declared, written, indexed,
// journalled, checked and brought up to date. It knows no record of a hall but the journal's
// entry and the draft; what a hall keeps, and who may do what with it, is declared by the
// packages beside it. A kind of record is declared once, with Register, and writing, checking,
// rebuilding, bulk filling, the topics of the change feed and the drawing of the schema follow.
package book

import (
	"context"
	"time"

	"sizhen/store/hall"
	"sizhen/store/kv"
)

// Tables of the kernel's own.
const (
	tMeta    kv.Table = "meta"
	tCount   kv.Table = "count"
	tJournal kv.Table = "journal"
	tDeed    kv.Table = "by.deed"
	tTerm    kv.Table = "by.term"
)

// Book is an open store: an engine, a clock, and who is let in.
type Book struct {
	Engine   kv.Engine
	Clock    func() time.Time               // the hall's clock, in its zone
	Zone     func() *time.Location          // in which moments come out
	Settings func() hall.Settings           // the hall as configured
	Calendar func() *hall.Calendar          // the days and hours on which the hall is open
	Admit    func(Reader, hall.Actor) error // refuses who may not write or read any more; nil: nobody is refused
	Seal     []byte                         // the key of the journal's head, kept outside the file; nil: the head has no seal
	Quick    bool                           // tests: passwords are hashed at no cost

	fresh  bool      // the key is the first: a head without any seal is taken as it stands
	broken SealFault // what was wrong when the key was chosen
}

// Reader reads in a transaction, and knows in which zone moments come out.
type Reader interface {
	kv.Reader
	Zone() *time.Location
}

type view struct {
	kv.Reader
	zone *time.Location
}

func (v view) Zone() *time.Location { return v.zone }

// Read runs fn in a read transaction.
func (b *Book) Read(ctx context.Context, fn func(Reader) error) error {
	return b.Engine.Read(ctx, func(r kv.Reader) error { return fn(view{r, b.Zone()}) })
}
