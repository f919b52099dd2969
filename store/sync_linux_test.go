package store_test

import (
	"os"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

func datasync(f *os.File) error { return unix.Fdatasync(int(f.Fd())) }

// writtenBytes is how many bytes this process has handed to write calls; 0 where the system
// does not say.
func writtenBytes() int {
	b, err := os.ReadFile("/proc/self/io")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(b)) {
		if n, ok := strings.CutPrefix(line, "wchar: "); ok {
			bytes, _ := strconv.Atoi(strings.TrimSpace(n))
			return bytes
		}
	}
	return 0
}
