package book

import (
	"encoding/binary"

	"sizhen/store/hall"
)

// Path is a key being made of parts. Numbers take 8 bytes, days 4, both big-endian, so that
// keys sort by them; texts stand as they are, and End closes one that more follows. Each call
// gives a path of its own: a prefix may be gone on from as often as one likes.
type Path []byte

// Key begins a key.
func Key() Path { return nil }

func (p Path) grow(n int) Path { return append(make(Path, 0, len(p)+n), p...) }

// ID adds a number.
func (p Path) ID(n uint64) Path { return binary.BigEndian.AppendUint64(p.grow(8), n) }

// Newest adds a number so that the highest sorts first.
func (p Path) Newest(n uint64) Path { return p.ID(^n) }

// Int adds a number that may be below zero, and sorts so.
func (p Path) Int(n int64) Path { return p.ID(uint64(n) ^ 1<<63) }

// Day adds a day.
func (p Path) Day(d hall.Day) Path { return binary.BigEndian.AppendUint32(p.grow(4), uint32(d)) }

// Byte adds a letter or a small number.
func (p Path) Byte(b byte) Path { return append(p.grow(1), b) }

// Text adds a text as it is.
func (p Path) Text(s string) Path { return append(p.grow(len(s)), s...) }

// End closes a text that more follows.
func (p Path) End() Path { return p.Byte(0) }

// Join adds another key's parts.
func (p Path) Join(q []byte) Path { return append(p.grow(len(q)), q...) }

// Number reads the number a key or a value ends with; 0 when it is shorter than one.
func Number(b []byte) uint64 {
	if len(b) < 8 {
		return 0
	}
	return binary.BigEndian.Uint64(b[len(b)-8:])
}

// DayOf reads the day a key begins with.
func DayOf(b []byte) hall.Day { return hall.Day(binary.BigEndian.Uint32(b)) }
