package cli

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// The key of the journal's seal lies beside the settings, apart from the store: whoever alters the
// store's file alone cannot seal it again.
func (p place) key() string { return filepath.Join(filepath.Dir(p.config), "hall.key") }

// keySize is that of an HMAC-SHA-256 key, in bytes.
const keySize = 32

// seal is a hall's key while a store is opened with it.
type seal struct {
	key   []byte
	fresh bool   // made just now, or by a start that was killed before the store had its seal
	at    string // where a fresh one lies until then
	place place
}

// seal reads the hall's key, and makes one where there is none and something will be written. A
// folder that may not be written has none: its journal goes without a seal, as before.
func (p place) seal(write bool) (seal, error) {
	s := seal{place: p}
	key, err := readKey(p.key())
	switch {
	case err == nil:
		s.key = key
		return s, nil
	case !errors.Is(err, fs.ErrNotExist):
		return s, failure{badKey.With("file", p.key())}
	case !write:
		return s, nil
	}
	s.at, s.fresh = p.key()+".new", true
	if s.key, err = readKey(s.at); err == nil {
		return s, nil
	}
	s.key = make([]byte, keySize)
	_, _ = rand.Read(s.key) // it cannot fail
	if err := writeKey(s.at, s.key); err != nil {
		_ = os.Remove(s.at)
		return seal{place: p}, nil
	}
	return s, nil
}

// keep gives a fresh key its name, now that the store carries its seal.
func (s seal) keep() error {
	if !s.fresh {
		return nil
	}
	return os.Rename(s.at, s.place.key())
}

func readKey(file string) ([]byte, error) {
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
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(hex.EncodeToString(key) + "\n")
	return errors.Join(err, f.Sync(), f.Close())
}
