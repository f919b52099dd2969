package store

import (
	"time"

	"sizhen/store/book"
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
