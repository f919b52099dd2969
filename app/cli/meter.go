package cli

import (
	"fmt"
	"io"

	"github.com/charmbracelet/x/term"

	"sizhen/views/text"
)

// meter tells on standard error how far long work has come, on one line that is written
// over; nothing where standard error is not a terminal.
func (r *run) meter(words text.Message, total int) func(done int) {
	if !isTerminal(r.stderr) {
		return func(int) {}
	}
	return func(done int) {
		fmt.Fprint(r.stderr, "\r"+r.say(words.With("done", done).With("total", total)))
	}
}

// endMeter makes room for the next line.
func (r *run) endMeter() {
	if isTerminal(r.stderr) {
		fmt.Fprint(r.stderr, "\r\x1b[K")
	}
}

func isTerminal(w io.Writer) bool {
	f := fileOf(w)
	return f != nil && term.IsTerminal(f.Fd())
}

func isTerminalFd(fd uintptr) bool { return term.IsTerminal(fd) }
