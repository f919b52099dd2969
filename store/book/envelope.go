package book

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"reflect"
	"time"

	"github.com/fxamacker/cbor/v2"
)

// A record on disk is one byte of record version, a CRC-32C of what follows, and CBOR with
// integer keys. bbolt checks its own pages' structure but not the bytes of a value: the
// checksum is what notices a flipped bit.
const recordVersion = 1

// ErrDamaged says that a record does not hold what was written.
var ErrDamaged = errors.New("record is damaged")

// ErrCountBack says that a counter was set back: what it gives out next is there already. Nothing is
// written over.
var ErrCountBack = fmt.Errorf("%w: a counter was set back", ErrDamaged)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var encMode, decMode = modes()

// Text is cleaned on its way in; should broken UTF-8 ever get through it is kept and read
// back as it is, rather than make a record unreadable.
func modes() (cbor.EncMode, cbor.DecMode) {
	enc, err := cbor.EncOptions{Sort: cbor.SortCoreDeterministic, Time: cbor.TimeUnix}.EncMode()
	if err != nil {
		panic(err)
	}
	dec, err := cbor.DecOptions{MaxNestedLevels: 16, UTF8: cbor.UTF8DecodeInvalid}.DecMode()
	if err != nil {
		panic(err)
	}
	return enc, dec
}

// Encode makes the stored form of a record.
func Encode(v any) ([]byte, error) {
	body, err := encMode.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %T: %w", v, err)
	}
	out := make([]byte, 5, 5+len(body))
	out[0] = recordVersion
	binary.BigEndian.PutUint32(out[1:], crc32.Checksum(body, castagnoli))
	return append(out, body...), nil
}

// Upgrader is a record that brings itself to its present shape when it was written in an older one.
// It is written so with its next change: no migration has to go through them all.
type Upgrader interface{ Upgrade() }

// Decode reads a stored record into v, a pointer; moments come out in zone.
func Decode(b []byte, v any, zone *time.Location) error {
	if len(b) < 5 || b[0] != recordVersion {
		return fmt.Errorf("%w: not a record", ErrDamaged)
	}
	if crc32.Checksum(b[5:], castagnoli) != binary.BigEndian.Uint32(b[1:]) {
		return fmt.Errorf("%w: checksum", ErrDamaged)
	}
	if err := decMode.Unmarshal(b[5:], v); err != nil {
		return fmt.Errorf("%w: %v", ErrDamaged, err)
	}
	inZone(reflect.ValueOf(v), zone)
	if u, ok := v.(Upgrader); ok {
		u.Upgrade()
	}
	return nil
}

var timeType = reflect.TypeFor[time.Time]()

// inZone moves every moment in v to the hall's time zone: CBOR keeps seconds only.
func inZone(v reflect.Value, zone *time.Location) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			inZone(v.Elem(), zone)
		}
	case reflect.Struct:
		if v.Type() == timeType {
			if t := v.Interface().(time.Time); !t.IsZero() {
				v.Set(reflect.ValueOf(t.In(zone)))
			}
			return
		}
		for i := range v.NumField() {
			switch f := v.Field(i); f.Kind() {
			case reflect.Struct, reflect.Pointer, reflect.Slice:
				inZone(f, zone)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Struct {
			for i := range v.Len() {
				inZone(v.Index(i), zone)
			}
		}
	}
}
