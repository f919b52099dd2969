package store

import (
	"context"
	"time"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

// PutSchemaForTest makes a store one of another schema version.
func PutSchemaForTest(w kv.Writer, version int) error {
	b, err := book.Encode(book.Marker{Program: program, Schema: version, Created: time.Unix(0, 0)})
	if err != nil {
		return err
	}
	return w.Put(tMeta, []byte("store"), b)
}

// CorrectPersonForTest puts right what is written of a person.
func (d *Desk) CorrectPersonForTest(ctx context.Context, id hall.PersonID, rev uint64, why string, fix func(*hall.Person) error) (hall.Person, error) {
	return change(ctx, d, hall.MayIntake, func(t *tx) (hall.Person, error) {
		return book.Correct(t.Tx, personKind, id, rev, why, nil, fix)
	})
}
