package bolt

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"

	bolt "go.etcd.io/bbolt"
)

// bbolt's own check follows page numbers as they stand, in a goroutine of its own: on a
// damaged file it panics where nobody can recover. So the pages are walked here first,
// trusting nothing, by the file format of bbolt's internal/common: a 16-byte page header
// (id, flags, count, overflow), then elements of 16 bytes, then keys and values.
const (
	pageHeader  = 16
	elementSize = 16
	branchPage  = 0x01
	leafPage    = 0x02
	bucketLeaf  = 0x01
	bucketHead  = 16
	deepest     = 64
)

type walker struct {
	f        io.ReaderAt
	pageSize int
	high     uint64 // pages below this number exist
	seen     map[uint64]bool
	faults   []error
}

// structure walks every page that can be reached from a transaction's root.
func structure(tx *bolt.Tx, f io.ReaderAt, pageSize int) []error {
	w := &walker{f: f, pageSize: pageSize, high: uint64(tx.Size()) / uint64(pageSize), seen: map[uint64]bool{}}
	w.page(uint64(tx.Cursor().Bucket().Root()), 0)
	return w.faults
}

func (w *walker) fault(id uint64, what string) {
	if len(w.faults) < 100 {
		w.faults = append(w.faults, fmt.Errorf("page %d: %s", id, what))
	}
}

func (w *walker) page(id uint64, depth int) {
	switch {
	case id < 2 || id >= w.high:
		w.fault(id, "lies outside the file")
		return
	case w.seen[id]:
		w.fault(id, "is reached twice")
		return
	case depth > deepest:
		w.fault(id, "lies too deep")
		return
	}
	w.seen[id] = true
	head := make([]byte, pageHeader)
	if _, err := w.f.ReadAt(head, int64(id)*int64(w.pageSize)); err != nil {
		w.fault(id, err.Error())
		return
	}
	overflow := uint64(binary.LittleEndian.Uint32(head[12:]))
	if binary.LittleEndian.Uint64(head) != id || id+overflow >= w.high {
		w.fault(id, "its head does not fit its place")
		return
	}
	buf := make([]byte, (int(overflow)+1)*w.pageSize)
	if _, err := w.f.ReadAt(buf, int64(id)*int64(w.pageSize)); err != nil {
		w.fault(id, err.Error())
		return
	}
	w.elements(id, buf, depth)
}

// elements looks at a page's elements: each lies inside the page, the keys stand in order,
// and what they point to is whole.
func (w *walker) elements(id uint64, buf []byte, depth int) {
	flags, count := binary.LittleEndian.Uint16(buf[8:]), int(binary.LittleEndian.Uint16(buf[10:]))
	if flags != branchPage && flags != leafPage || flags == branchPage && count == 0 {
		w.fault(id, "is neither branch nor leaf")
		return
	}
	if pageHeader+count*elementSize > len(buf) {
		w.fault(id, "holds more elements than fit")
		return
	}
	var last []byte
	for i := range count {
		at := pageHeader + i*elementSize
		e := buf[at : at+elementSize]
		u32 := func(o int) int { return int(binary.LittleEndian.Uint32(e[o:])) }
		pos, keyLen, valLen := u32(0), u32(4), 0
		if flags == leafPage {
			pos, keyLen, valLen = u32(4), u32(8), u32(12)
		}
		if at+pos+keyLen+valLen > len(buf) {
			w.fault(id, "an element lies outside its page")
			return
		}
		key := buf[at+pos : at+pos+keyLen]
		if i > 0 && bytes.Compare(last, key) >= 0 {
			w.fault(id, "its keys are not in order")
			return
		}
		last = key
		switch {
		case flags == branchPage:
			w.page(binary.LittleEndian.Uint64(e[8:]), depth+1)
		case u32(0) == bucketLeaf:
			w.bucket(id, buf[at+pos+keyLen:at+pos+keyLen+valLen], depth)
		case u32(0) != 0:
			w.fault(id, "an element of no known kind")
		}
	}
}

// bucket follows a table's head: a page of its own, or a small leaf within the value.
func (w *walker) bucket(id uint64, value []byte, depth int) {
	if len(value) < bucketHead {
		w.fault(id, "a table's head is cut")
		return
	}
	if root := binary.LittleEndian.Uint64(value); root != 0 {
		w.page(root, depth+1)
		return
	}
	inline := value[bucketHead:]
	if len(inline) < pageHeader || binary.LittleEndian.Uint16(inline[8:]) != leafPage {
		w.fault(id, "a small table is cut")
		return
	}
	w.elements(id, inline, depth+1)
}
