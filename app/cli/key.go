package cli

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"sizhen/store/book"
	"sizhen/views/text"
)

// The key of the journal's seal lies beside the settings, apart from the store: whoever alters the
// store's file alone cannot seal it again.
func (p place) key() string { return filepath.Join(filepath.Dir(p.config), "hall.key") }

// keySize is that of an HMAC-SHA-256 key, in bytes.
const keySize = 32

// seal is a hall's key while a store is opened with it.
type seal struct {
	key   []byte // nil: there is none
	place place
}

// seal reads the hall's key.
func (p place) seal() (seal, error) {
	key, err := readKey(p.key())
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return seal{}, failure{badKey.With("file", p.key())}
	}
	return seal{key, p}, nil
}

func (s seal) spareAt() string { return s.place.key() + ".new" }

// spare makes another key, and keeps it under another name until the store has its seal; one that a
// start left there that was killed before is gone on with. A folder that may not be written has none:
// its journal goes without a seal.
func (s seal) spare() []byte {
	if key, err := readKey(s.spareAt()); err == nil {
		return key
	}
	key := make([]byte, keySize)
	_, _ = rand.Read(key) // it cannot fail
	if err := writeKey(s.spareAt(), key); err != nil {
		_ = os.Remove(s.spareAt())
		return nil
	}
	return key
}

// keep gives the spare key its name, now that the store carries its seal. The one before stays beside
// it: it may be another hall's.
func (s seal) keep() error {
	key, old := s.place.key(), s.place.key()+".old"
	for n := 2; s.key != nil; n++ {
		if _, err := os.Lstat(old); err != nil {
			if err := os.Rename(key, old); err != nil {
				return err
			}
			break
		}
		old = fmt.Sprintf("%s.old-%d", key, n)
	}
	return os.Rename(s.spareAt(), key)
}

// resealed says what it means that the journal's seal did not fit, and what to do; empty: it did.
func (p place) resealed(r book.Resealed) text.Message {
	m := map[book.SealFault]text.Message{book.SealLost: keyLost, book.SealOther: keyOther}[r.Why]
	if m.IsZero() {
		return m
	}
	next := keyNone
	switch {
	case r.Spare && r.Why == book.SealLost:
		next = keyNew
	case r.Spare:
		next = keyNewOld
	}
	return join0(join0(m.With("file", filepath.Base(p.key())), next), keyCompare.With("n", r.Before.Seq).With("code", r.Before.Code()))
}

func readKey(file string) ([]byte, error) {
	if err := wantFile(file); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	key, err := hex.DecodeString(strings.TrimSpace(string(b)))
	if err == nil && len(key) != keySize {
		err = errors.New("not a key")
	}
	return key, err
}

func writeKey(file string, key []byte) error {
	_ = os.Remove(file) // made anew: it may be a pipe, or a link to elsewhere
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(hex.EncodeToString(key) + "\n")
	return errors.Join(err, f.Sync(), f.Close())
}
