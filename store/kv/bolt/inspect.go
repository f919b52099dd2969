package bolt

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	berrors "go.etcd.io/bbolt/errors"

	"sizhen/store/kv"
)

const magic = 0xED0CDAED

// inspect looks at a file before bbolt does: bbolt takes an empty file for a new store and
// maps one that was cut short. fresh says that a new file is to be made.
func inspect(path string, o Options) (fresh bool, err error) {
	st, err := os.Stat(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		if to, e := os.Readlink(path); e == nil {
			return false, fmt.Errorf("%w: a link to %s, which is not there", kv.ErrNotStore, to)
		}
		if o.MustExist || o.ReadOnly {
			return false, err
		}
		return true, nil
	case err != nil:
		return false, unread(err)
	case st.IsDir():
		return false, fmt.Errorf("%w: a folder", kv.ErrNotStore)
	case !st.Mode().IsRegular(): // reading a pipe would never end
		return false, fmt.Errorf("%w: not a regular file", kv.ErrNotStore)
	case st.Size() == 0:
		return false, fmt.Errorf("%w: empty", kv.ErrNotStore)
	}
	f, err := os.Open(path)
	if err != nil {
		return false, unread(err)
	}
	defer f.Close()
	if !o.ReadOnly {
		w, err := os.OpenFile(path, os.O_RDWR, 0)
		if err != nil {
			return false, wrap(err)
		}
		_ = w.Close()
	}
	return false, checkMeta(f, st.Size())
}

// unread is an error of looking at a file before anything is written.
func unread(err error) error {
	if errors.Is(err, os.ErrPermission) {
		return fmt.Errorf("%w: %w", kv.ErrNoAccess, err)
	}
	return wrap(err)
}

// checkMeta reads both meta pages, as bbolt lays them out: at least one must be whole, and
// the file as long as the newer one says.
func checkMeta(f io.ReaderAt, size int64) error {
	head := make([]byte, 16+64)
	if _, err := f.ReadAt(head, 0); err != nil {
		return fmt.Errorf("%w: too short", kv.ErrNotStore)
	}
	pages := []int64{int64(binary.LittleEndian.Uint32(head[16+8:])), 4096, 8192, 16384, 65536}
	type meta struct{ pgid, txid, page uint64 }
	var best *meta
	known := false
	for i, page := range append([]int64{0}, pages...) {
		buf := make([]byte, 16+64)
		if i > 0 && (page < 512 || page > 1<<20) {
			continue
		}
		if _, err := f.ReadAt(buf, page); err != nil {
			continue
		}
		m := buf[16:]
		if binary.LittleEndian.Uint32(m) != magic {
			continue
		}
		known = true
		if !summed(m) {
			continue
		}
		got := meta{binary.LittleEndian.Uint64(m[40:]), binary.LittleEndian.Uint64(m[48:]), uint64(binary.LittleEndian.Uint32(m[8:]))}
		if best == nil || got.txid > best.txid {
			best = &got
		}
	}
	switch {
	case best == nil && known:
		return fmt.Errorf("%w: both heads of the file", kv.ErrDamaged)
	case best == nil:
		return fmt.Errorf("%w: another kind of file", kv.ErrNotStore)
	case uint64(size) < best.pgid*best.page:
		return fmt.Errorf("%w: cut short, %d of %d bytes", kv.ErrDamaged, size, best.pgid*best.page)
	}
	return nil
}

// summed reports whether a head has its own checksum.
func summed(m []byte) bool {
	sum := fnv.New64a()
	_, _ = sum.Write(m[:56])
	return sum.Sum64() == binary.LittleEndian.Uint64(m[56:])
}

// twoHeads reports whether both heads of a file are whole. bbolt writes them in turn and reads the
// newer of those that are.
func twoHeads(f io.ReaderAt, pageSize int) bool {
	for i := range 2 {
		buf := make([]byte, 16+64)
		if _, err := f.ReadAt(buf, int64(i*pageSize)); err != nil || binary.LittleEndian.Uint32(buf[16:]) != magic || !summed(buf[16:]) {
			return false
		}
	}
	return true
}

func openError(path string, err error) error {
	switch {
	case errors.Is(err, berrors.ErrTimeout):
		return &LockedError{Path: path, Owner: readOwner(path)}
	case errors.Is(err, berrors.ErrInvalid), errors.Is(err, berrors.ErrVersionMismatch), errors.Is(err, berrors.ErrChecksum):
		return fmt.Errorf("%w: %w", kv.ErrDamaged, err)
	}
	return wrap(err)
}

// Owner is who has a file open.
type Owner struct {
	PID     int    `json:"pid"`
	Host    string `json:"host"`
	Program string `json:"program"`
}

// LockedError says that a file is open in another process; Owner is zero when that cannot
// be told.
type LockedError struct {
	Path  string
	Owner Owner
}

func (e *LockedError) Error() string {
	return fmt.Sprintf("%s: %v (process %d)", e.Path, kv.ErrLocked, e.Owner.PID)
}

// Unwrap makes errors.Is find kv.ErrLocked.
func (e *LockedError) Unwrap() error { return kv.ErrLocked }

func ownerPath(path string) string { return path + ".pid" }

// writeOwner leaves a note of who has the file open. It only informs: the lock itself is bbolt's.
func writeOwner(path, program string) {
	host, _ := os.Hostname()
	b, err := json.Marshal(Owner{os.Getpid(), host, program})
	if err != nil {
		return
	}
	// Made anew: what lies there may be a pipe, or a link to elsewhere.
	_ = os.Remove(ownerPath(path))
	if f, err := os.OpenFile(ownerPath(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600); err == nil {
		_, _ = f.Write(b)
		_ = f.Close()
	}
}

func readOwner(path string) Owner {
	var o Owner
	if at, err := os.Lstat(ownerPath(path)); err != nil || !at.Mode().IsRegular() {
		return o
	}
	if b, err := os.ReadFile(ownerPath(path)); err == nil {
		_ = json.Unmarshal(b, &o)
	}
	return o
}

func removeOwner(path string) { _ = os.Remove(ownerPath(path)) }
