package cli

import (
	"errors"
	"io/fs"
	"syscall"

	"sizhen/config"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/views/text"
)

// failure is something that went wrong and has its words already.
type failure struct{ what text.Message }

func (e failure) Error() string { return e.what.In(text.En) }

// storeFault is an error of opening or using the store, with its file.
type storeFault struct {
	file string
	err  error
}

func (e storeFault) Error() string { return e.file + ": " + e.err.Error() }
func (e storeFault) Unwrap() error { return e.err }

// said finds the words for an error.
func said(err error) text.Message {
	var f failure
	var c *config.Error
	var s storeFault
	var h *hall.Error
	var p *fs.PathError
	var o outputFault
	switch {
	case errors.As(err, &o):
		return saidOutput(o)
	case errors.As(err, &f):
		return f.what
	case errors.As(err, &c):
		return saidConfig(c)
	case errors.As(err, &s):
		return saidStore(s)
	case errors.As(err, &h):
		return text.Err(err)
	case errors.As(err, &p):
		return saidFile(p.Path, err)
	}
	return text.CLI.Unexpected.With("cause", err)
}

func saidStore(e storeFault) text.Message {
	for _, known := range []struct {
		is  error
		say text.Message
	}{
		{store.ErrNewer, text.CLI.Newer}, {store.ErrNotHall, text.CLI.NotHall}, {kv.ErrNotStore, text.CLI.NotStore},
		{kv.ErrDamaged, text.CLI.Damaged}, {store.ErrDamaged, text.CLI.Damaged},
		{kv.ErrNoAccess, text.CLI.Unreadable}, {kv.ErrReadOnly, text.CLI.ReadOnly}, {kv.ErrFull, text.CLI.Full},
	} {
		if errors.Is(e.err, known.is) {
			return known.say.With("file", e.file)
		}
	}
	if errors.Is(e.err, kv.ErrLocked) {
		return saidLocked(e)
	}
	var p *fs.PathError
	if errors.As(e.err, &p) {
		return saidFile(e.file, e.err)
	}
	return text.CLI.Unexpected.With("cause", e.Error())
}

// saidOutput is why what a command prints did not come whole.
func saidOutput(e outputFault) text.Message {
	if errors.Is(e.err, syscall.ENOSPC) {
		return outputFull.With("file", e.file)
	}
	return outputFailed.With("file", e.file).With("cause", cause(e.err))
}

// saidFile is what the operating system refused, with the file.
func saidFile(file string, err error) text.Message {
	m := text.CLI.Unexpected.With("cause", err)
	switch {
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		m = text.CLI.ReadOnly
	case errors.Is(err, syscall.ENOSPC):
		m = text.CLI.Full
	case errors.Is(err, syscall.EISDIR):
		m = text.CLI.IsFolder
	case errors.Is(err, syscall.ENOTDIR):
		m = text.CLI.NotFolder
	}
	return m.With("file", file)
}

// saidConfig is a fault in the settings file: where, and what is allowed.
func saidConfig(e *config.Error) text.Message {
	m := text.CLI.ConfigAtKey
	switch {
	case e.Line == 0 && e.Key != "":
		m = text.CLI.ConfigNoLine
	case e.Line == 0:
		m = text.CLI.ConfigNoKey
	case e.Key == "":
		m = text.CLI.ConfigAt
	}
	return m.With("file", e.File).With("line", e.Line).With("key", e.Key).With("what", configFault(e))
}

func configFault(e *config.Error) text.Message {
	words := text.ConfigFaults
	m := map[hall.Code]text.Message{
		config.CodeEncoding: words.Encoding, config.CodeSize: words.Size, config.CodeSyntax: words.Syntax, config.CodeMarks: words.Marks,
		config.CodeDouble: words.Double, config.CodeUnknown: words.Unknown, config.CodeClock: words.Clock, config.CodeZone: words.Zone,
	}[e.Code]
	switch {
	case e.Code == config.CodeRead:
		return words.Read.With("cause", cause(e))
	case e.Code == config.CodeType:
		return wanted(e.Args["want"])
	case m.IsZero():
		return text.SettingFault(e.Code, e.Args)
	}
	for name, value := range e.Args {
		m = m.With(name, value)
	}
	return m
}

func cause(err error) text.Message {
	words := text.ConfigFaults
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return words.CauseMissing
	case errors.Is(err, fs.ErrPermission):
		return words.CauseForbidden
	case errors.Is(err, syscall.EISDIR):
		return words.CauseFolder
	case errors.Is(err, config.ErrNotFile):
		return causeNotFile
	case errors.Is(err, config.ErrDangling):
		return causeDangling
	}
	for next := err; next != nil; next = errors.Unwrap(next) {
		err = next // the innermost says it without paths
	}
	return text.Raw(err.Error())
}

func wanted(kind any) text.Message {
	words := text.ConfigFaults
	switch kind {
	case config.Number:
		return words.WantNumber
	case config.Switch:
		return words.WantSwitch
	case config.Texts:
		return words.WantTexts
	case config.Numbers:
		return words.WantNumbers
	case config.Three:
		return words.WantThree
	case config.Hours:
		return words.WantHours
	case config.Tables:
		return words.WantTables
	}
	return words.WantText
}
