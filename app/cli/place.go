package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"sizhen/config"
	"sizhen/store/hall"
	"sizhen/views/text"
)

// place is where a hall's files lie.
type place struct {
	config, data string
}

func (p place) store() string { return filepath.Join(p.data, "hall.db") }
func (p place) log() string   { return filepath.Join(p.data, "sizhen.log") }

// hasStore reports whether something lies where the store belongs, be it sound or not.
func (p place) hasStore() bool {
	_, err := os.Lstat(p.store())
	return !errors.Is(err, fs.ErrNotExist) // a folder that may not be looked into is no new hall's
}

// place finds the files: where the options say, else where the system's customs do. A data
// folder given without a settings file stands by itself and holds both.
func (r *run) place() (place, error) { return r.placeOf(r.flags) }

func (r *run) placeOf(f flags) (place, error) {
	p := place{config: f.config, data: f.data}
	if p.data != "" && p.config == "" {
		p.config = filepath.Join(p.data, "hall.toml")
	}
	if p.data == "" || p.config == "" {
		file, data, err := config.Places(r.env, runtime.GOOS)
		if err != nil {
			return place{}, failure{text.CLI.NoHome}
		}
		if p.config == "" {
			p.config = file
		}
		if p.data == "" {
			p.data = data
		}
	}
	for _, path := range []*string{&p.config, &p.data} {
		full, err := filepath.Abs(*path)
		if err != nil {
			return place{}, err
		}
		*path = full
	}
	if at, err := os.Stat(p.data); err == nil && !at.IsDir() {
		return place{}, failure{text.CLI.NotFolder.With("file", p.data)}
	}
	return p, nil
}

// files finds the hall's files, and refuses what none of them can be.
func (r *run) files() (place, error) {
	p, err := r.place()
	if err != nil {
		return p, err
	}
	for _, file := range []string{p.config, p.store(), p.key()} {
		if err := wantFile(file); err != nil {
			return p, err
		}
	}
	return p, nil
}

// wantFile refuses what is there and is no file, before it is opened: a pipe would be waited for without
// end, and what is made through a link that leads nowhere lies where nobody looks for it.
func wantFile(file string) error {
	info, err := os.Stat(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if to, e := os.Readlink(file); e == nil {
			return failure{danglingLink.With("file", file).With("to", to)}
		}
	case err != nil: // whoever opens it says so
	case info.IsDir():
		return failure{folderThere.With("file", file)}
	case !info.Mode().IsRegular():
		return failure{notFile.With("file", file)}
	}
	return nil
}

// tighten keeps a hall's files from other people of the machine, those too that an earlier program
// left open. What cannot be changed is somebody else's, and stays.
func (p place) tighten() {
	for _, file := range []string{p.store(), p.log(), p.config, p.config + ".bak", p.key()} {
		if info, err := os.Lstat(file); err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o077 != 0 {
			_ = os.Chmod(file, info.Mode().Perm()&0o700)
		}
	}
	if info, err := os.Stat(p.data); err == nil && info.Mode()&(os.ModeSticky|os.ModeSetgid) == 0 && info.Mode().Perm()&0o077 != 0 {
		_ = os.Chmod(p.data, info.Mode().Perm()&0o700)
	}
}

// settings reads the hall's settings for a store that exists.
func (p place) settings() (hall.Settings, error) {
	s, err := config.Load(p.config)
	if errors.Is(err, fs.ErrNotExist) {
		return s, failure{text.CLI.NoConfig.With("file", p.config)}
	}
	return s, err
}

// language is known before the command line is parsed, as help is in it already: what
// --lang says, else what the settings say, else Chinese.
func (r *run) language(args []string) text.Lang {
	name := given(args, "lang")
	if name == "" {
		p, err := r.placeOf(flags{config: given(args, "config"), data: given(args, "data")})
		if err != nil {
			return text.Zh
		}
		s, err := config.Load(p.config)
		if err != nil {
			return text.Zh
		}
		name = s.Language
	}
	return langOf(name)
}

func langOf(name string) text.Lang {
	if name == "en" {
		return text.En
	}
	return text.Zh
}

// given is what an option is set to, before anything is parsed.
func given(args []string, name string) string {
	out := ""
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, "--"+name+"="); ok {
			out = v
		} else if a == "--"+name && i+1 < len(args) {
			out = args[i+1]
		}
	}
	return out
}

// checkFlags refuses options whose value means nothing, whatever the command.
func (r *run) checkFlags() error {
	if r.flags.lang != "" && r.flags.lang != "zh-CN" && r.flags.lang != "en" {
		return usageError{text.CLI.BadLang.With("value", r.flags.lang)}
	}
	_, err := r.clock(time.UTC)
	return err
}

// clock is the hall's clock: the system's, or one that stands still where --now put it.
func (r *run) clock(zone *time.Location) (func() time.Time, error) {
	if r.flags.now == "" {
		return func() time.Time { return time.Now().In(zone) }, nil
	}
	at, err := parseNow(r.flags.now, zone)
	if err != nil {
		return nil, err
	}
	return func() time.Time { return at }, nil
}

// parseNow reads a moment. Without a zone it is the hall's; a date alone is nine in the
// morning, when a hall is open.
func parseNow(s string, zone *time.Location) (time.Time, error) {
	if t, err := time.Parse(time.RFC3339, s); err == nil {
		return t.In(zone), nil
	}
	for _, layout := range []string{"2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02 15:04"} {
		if t, err := time.ParseInLocation(layout, s, zone); err == nil {
			return t, nil
		}
	}
	if t, err := time.ParseInLocation("2006-01-02", s, zone); err == nil {
		return t.Add(9 * time.Hour), nil
	}
	return time.Time{}, usageError{text.CLI.BadNow.With("value", s)}
}
