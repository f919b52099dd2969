package cli

import (
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"

	"sizhen/views/text"
)

// logger opens the log: what --debug names, with every detail, else the hall's own, with
// what went wrong only. The screen never shows a log, so a hall whose own log cannot be
// written still works; one that was asked for must.
func (r *run) logger(file string) (*slog.Logger, io.Closer, error) {
	level := slog.LevelWarn
	if r.flags.debug != "" {
		file, level = r.flags.debug, slog.LevelDebug
	}
	if r.flags.debug == "" && wantFile(file) != nil {
		return slog.New(slog.DiscardHandler), io.NopCloser(nil), nil
	}
	f, err := os.OpenFile(filepath.Clean(file), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		if r.flags.debug == "" {
			return slog.New(slog.DiscardHandler), io.NopCloser(nil), nil
		}
		return nil, nil, failure{text.CLI.LogFile.With("file", file).With("cause", cause(err))}
	}
	return slog.New(slog.NewTextHandler(f, &slog.HandlerOptions{Level: level})), f, nil
}

// broken ends a run that panicked: the stack goes to the log, a line a person can pass on to
// the screen.
func (r *run) broken(what any) int {
	stack := debug.Stack()
	where := ""
	if p, err := r.place(); err == nil {
		if log, file, err := r.logger(p.log()); err == nil {
			log.Error("panic", "what", fmt.Sprint(what), "stack", string(stack))
			_ = file.Close()
			where = p.log()
			if r.flags.debug != "" {
				where = r.flags.debug
			}
		}
	}
	r.print(r.stderr, text.CLI.Failed.With("what", text.CLI.Broken.With("cause", what).With("log", where)))
	return exitFailure
}
