package bolt

import (
	"context"
	"errors"
	"os"
	"runtime"
	"time"

	bolt "go.etcd.io/bbolt"
)

// compactBatch is how many bytes a transaction of Compact copies.
const compactBatch = 16 << 20

// Compact writes a file anew, its pages full and in order. Filling a store in great
// transactions leaves half of each page empty and a long list of free ones, which bbolt
// writes out with every commit. The old file stays until the new one is whole; who has the
// file open is an error. program is named to whoever finds it locked meanwhile.
func Compact(ctx context.Context, path, program string) (err error) {
	defer recovered(&err)
	defer faults()()
	if _, err := inspect(path, Options{MustExist: true}); err != nil {
		return err
	}
	src, err := bolt.Open(path, 0o600, &bolt.Options{Timeout: time.Second, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return openError(path, err)
	}
	defer src.Close()
	writeOwner(path, program)
	defer removeOwner(path)
	at, err := written(ctx, path, src)
	if err != nil {
		return err
	}
	if runtime.GOOS == "windows" { // where an open file cannot be replaced
		_ = src.Close()
	}
	return replaceFile(at, path)
}

// Copy writes what the file holds into another, which appears when it is whole. It needs the
// file's pages only, not its name: one that was removed under the program is saved by it.
func (e *Engine) Copy(ctx context.Context, path string) (err error) {
	defer recovered(&err)
	defer faults()()
	at, err := written(ctx, path, e.db)
	if err != nil {
		return err
	}
	return replaceFile(at, path)
}

// written is a whole copy beside the place where it belongs.
func written(ctx context.Context, path string, src *bolt.DB) (at string, err error) {
	at = path + ".new"
	_ = os.Remove(at)
	dst, err := bolt.Open(at, 0o600, &bolt.Options{NoSync: true, FreelistType: bolt.FreelistMapType})
	if err != nil {
		return "", openError(at, err)
	}
	if err := errors.Join(copyAll(ctx, dst, src), dst.Sync(), dst.Close()); err != nil {
		_ = os.Remove(at)
		return "", wrap(err)
	}
	return at, nil
}

// copyAll copies every table in the order of its keys.
func copyAll(ctx context.Context, dst, src *bolt.DB) error {
	return src.View(func(from *bolt.Tx) error {
		return from.ForEach(func(table []byte, b *bolt.Bucket) error {
			c := b.Cursor()
			for k, v := c.First(); ; {
				if err := ctx.Err(); err != nil {
					return err
				}
				err := dst.Update(func(to *bolt.Tx) error {
					into, err := to.CreateBucketIfNotExists(table)
					if err != nil {
						return err
					}
					into.FillPercent = 0.9
					for n := 0; k != nil && n < compactBatch; k, v = c.Next() {
						if err := into.Put(k, v); err != nil {
							return err
						}
						n += len(k) + len(v)
					}
					return nil
				})
				if err != nil || k == nil {
					return err
				}
			}
		})
	})
}
