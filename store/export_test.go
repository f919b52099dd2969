package store

import (
	"context"
	"time"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/people"
)

// PutSchemaForTest makes a store one of another schema version.
func PutSchemaForTest(w kv.Writer, version int) error {
	b, err := book.Encode(book.Marker{Program: program, Schema: version, Created: time.Unix(0, 0)})
	if err != nil {
		return err
	}
	return w.Put("meta", []byte("store"), b)
}

// CorrectPersonForTest puts right what is written of a person.
func (d *Desk) CorrectPersonForTest(ctx context.Context, id hall.PersonID, rev uint64, why string, fix func(*hall.Person) error) (hall.Person, error) {
	return book.Write(ctx, d.at, hall.MayIntake, func(t *book.Tx) (hall.Person, error) {
		return book.Correct(t, people.Persons, id, rev, why, nil, fix)
	})
}
