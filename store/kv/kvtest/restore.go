package kvtest

import (
	"bufio"
	"context"
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
)

// Restore makes a store from a dump of an older one: a line an entry, its table, key and value.
func Restore(t testing.TB, dump string) string {
	t.Helper()
	f, err := os.Open(dump)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	path := filepath.Join(t.TempDir(), "hall.db")
	engine, err := bolt.Open(path, bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = engine.Write(context.Background(), func(w kv.Writer) error {
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			parts := strings.Split(lines.Text(), " ")
			k, err := base64.RawStdEncoding.DecodeString(parts[1])
			if err != nil {
				return err
			}
			v, err := base64.RawStdEncoding.DecodeString(parts[2])
			if err != nil {
				return err
			}
			if err := w.Put(kv.Table(parts[0]), k, v); err != nil {
				return err
			}
		}
		return lines.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := engine.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}
