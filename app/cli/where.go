package cli

import (
	"os"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"sizhen/views/text"
)

func (r *run) whereCommand() *cobra.Command {
	return r.command("where", text.Commands.Where, noArgs, func(*cobra.Command, []string) error {
		p, err := r.place()
		if err != nil {
			return err
		}
		log := p.log()
		if r.flags.debug != "" {
			log = r.flags.debug
		}
		for _, row := range []struct {
			words text.Message
			path  string
		}{
			{text.CLI.WhereConfig, p.config}, {whereKey, p.key()}, {text.CLI.WhereData, p.data}, {text.CLI.WhereStore, p.store()},
			{text.CLI.WhereLog, log}, {text.CLI.WhereExports, p.exports()},
		} {
			m := row.words.With("file", row.path)
			if _, err := os.Stat(row.path); err != nil {
				m = join0(m, text.CLI.WhereMissing)
			}
			r.print(r.stdout, m)
		}
		return nil
	})
}

func (r *run) versionCommand() *cobra.Command {
	return r.command("version", text.Commands.Version, noArgs, func(*cobra.Command, []string) error { return r.version() })
}

func (r *run) version() error {
	version, commit, when, changed, goes := build()
	r.print(r.stdout, text.CLI.Version.With("version", version))
	if commit != "" {
		m := text.CLI.VersionCommit.With("commit", commit).With("time", when)
		if changed {
			m = join0(m, text.CLI.VersionChanged)
		}
		r.print(r.stdout, m)
	}
	r.print(r.stdout, text.Raw(goes))
	return nil
}

// build is what the toolchain wrote into the binary.
func build() (version, commit, when string, changed bool, goes string) {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(devel)", "", "", false, ""
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			commit = s.Value
		case "vcs.time":
			when = s.Value
		case "vcs.modified":
			changed = s.Value == "true"
		}
	}
	if version = info.Main.Version; version == "" {
		version = "(devel)"
	}
	return strings.TrimPrefix(version, "v"), commit, when, changed, info.GoVersion
}

// join0 says two messages without a blank between them.
func join0(a, b text.Message) text.Message {
	return text.M(a.In(text.Zh)+b.In(text.Zh), a.In(text.En)+b.In(text.En))
}
