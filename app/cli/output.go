package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/spf13/cobra"
)

// outFlags say where an export goes; nowhere else: to standard output.
type outFlags struct{ out string }

func (f *outFlags) add(r *run, cmd *cobra.Command) {
	cmd.Flags().StringVar(&r.flags.account, "account", "", "`NAME` "+r.say(flagAccount))
	cmd.Flags().StringVar(&f.out, "out", "", "`FILE` "+r.say(flagOut))
}

// writable refuses, before anybody signs in, a place in which no file can be made, and a name that
// something has which is no regular file: it would be replaced, a device too, and what a link leads to
// would stay as it was.
func (f outFlags) writable() error {
	if f.out == "" {
		return nil
	}
	if info, err := os.Lstat(f.out); err == nil {
		switch {
		case info.IsDir():
			return usageError{outFolder.With("file", f.out)}
		case !info.Mode().IsRegular():
			return usageError{outNoFile.With("file", f.out)}
		}
	}
	if info, err := os.Stat(filepath.Dir(f.out)); errors.Is(err, fs.ErrNotExist) || err == nil && !info.IsDir() {
		return usageError{outNowhere.With("file", filepath.Dir(f.out))}
	}
	return nil
}

// outputFault is an error of writing what a command prints, with the file.
type outputFault struct {
	file string
	err  error
}

func (e outputFault) Error() string { return e.file + ": " + e.err.Error() }
func (e outputFault) Unwrap() error { return e.err }

// deliver writes an export whole or not at all: it is made in a file that nobody sees, and handed
// over once nothing can go wrong any more but the output itself.
func (r *run) deliver(p place, f outFlags, write func(io.Writer) error) (err error) {
	if err := f.writable(); err != nil {
		return err
	}
	dir := filepath.Dir(f.out)
	if f.out == "" {
		dir = p.data
	}
	part, err := os.CreateTemp(dir, ".part-*")
	if err != nil && f.out == "" {
		part, err = os.CreateTemp("", "sizhen-*") // a hall on a disk that may only be read
	}
	if err != nil {
		return outputFault{dir, err}
	}
	defer os.Remove(part.Name()) // once it has its name, there is none left of that name
	defer part.Close()           // a second close only returns an error
	if err := write(part); err != nil {
		var p *fs.PathError
		if errors.As(err, &p) && p.Path == part.Name() {
			return outputFault{dir, err}
		}
		return err
	}
	if f.out != "" {
		if err := errors.Join(part.Sync(), part.Close(), os.Rename(part.Name(), f.out)); err != nil {
			return outputFault{f.out, err}
		}
		return nil
	}
	if _, err := part.Seek(0, io.SeekStart); err != nil {
		return outputFault{dir, err}
	}
	out := bufio.NewWriter(r.stdout)
	_, err = io.Copy(out, part)
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = syncFile(r.stdout)
	}
	if err != nil && !isPipe(err) {
		return outputFault{r.outputName(), err}
	}
	return err
}

// syncFile has what was written to a file on its disk; a terminal or a pipe has none.
func syncFile(w io.Writer) error {
	f := fileOf(w)
	if f == nil {
		return nil
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return f.Sync()
}

// outputName is what standard output leads to, where the system tells.
func (r *run) outputName() string {
	if f := fileOf(r.stdout); f != nil {
		if name, err := os.Readlink(fmt.Sprintf("/proc/self/fd/%d", f.Fd())); err == nil && filepath.IsAbs(name) {
			return name
		}
	}
	return r.say(standardOutput)
}

func isPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

// careful remembers the first error of writing what a command prints: a full disk is no success.
type careful struct {
	io.Writer
	err error
}

func (c *careful) Write(b []byte) (int, error) {
	n, err := c.Writer.Write(b)
	if err != nil && c.err == nil {
		c.err = err
	}
	return n, err
}

// fileOf is the file behind a writer; nil when there is none.
func fileOf(w io.Writer) *os.File {
	if c, ok := w.(*careful); ok {
		w = c.Writer
	}
	f, _ := w.(*os.File)
	return f
}
