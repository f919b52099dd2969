// Package cli is the command line: it finds the hall's settings and store, opens the program
// on them, and holds the commands that need no screen. Results go to standard output; what
// goes wrong is said on standard error, in a line or two of the user's language that tell
// what to do.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"sizhen/app"
	"sizhen/views/text"
)

// Exit codes.
const (
	exitDone    = 0
	exitFailure = 1
	exitUsage   = 2
	exitSignal  = 128 // and the signal's number, as a shell says it
)

// run is one run of the command line.
type run struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	env            func(string) string
	lang           text.Lang
	flags          flags
	pause          func(context.Context, time.Duration) error
	sampling       bool // a sample is being made: its store holds nothing yet
	quick          bool // passwords are hashed at no cost, for tests
}

// flags are the options that every command knows.
type flags struct {
	config, data, lang, now, debug, account string
}

// Main runs the command line and returns the exit code. It touches nothing global but the
// signals, so tests call it as it is.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer, env func(string) string) (code int) {
	return (&run{stdin: stdin, stdout: stdout, stderr: stderr, env: env, pause: pause}).main(args)
}

func (r *run) main(args []string) (code int) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	defer func() {
		if p := recover(); p != nil {
			code = r.broken(p)
		}
	}()
	printed := &careful{Writer: r.stdout}
	r.stdout = printed
	r.lang = r.language(args)
	root := r.root()
	root.SetArgs(args)
	root.SetIn(r.stdin)
	root.SetOut(printed)
	root.SetErr(r.stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil && printed.err != nil && !isPipe(printed.err) {
		err = outputFault{r.outputName(), printed.err}
	}
	return r.exit(cmd, err)
}

// exit says what went wrong, if anything, and chooses the code.
func (r *run) exit(cmd *cobra.Command, err error) int {
	if err == nil || isPipe(err) {
		return exitDone // whoever read from us has seen enough
	}
	var quit app.Quit
	if errors.As(err, &quit) {
		return exitSignal + int(quit.Signal)
	}
	if errors.Is(err, context.Canceled) {
		r.print(r.stderr, text.CLI.Interrupted)
		return exitFailure
	}
	if m, ok := usage(err); ok {
		r.complain(text.CLI.Failed.With("what", m))
		r.print(r.stderr, text.CLI.Usage.With("command", cmd.CommandPath()))
		return exitUsage
	}
	r.complain(text.CLI.Failed.With("what", said(err)))
	return exitFailure
}

// complain says what went wrong, in one line; names in it come from outside.
func (r *run) complain(m text.Message) {
	fmt.Fprintln(r.stderr, strings.ReplaceAll(clean(r.say(m)), "\n", "·"))
}

func (r *run) say(m text.Message) string { return m.In(r.lang) }

func (r *run) print(w io.Writer, m text.Message) { fmt.Fprintln(w, r.say(m)) }

// root builds the commands.
func (r *run) root() *cobra.Command {
	var version bool
	root := r.command("sizhen", text.Commands.Root, noArgs, func(cmd *cobra.Command, _ []string) error {
		if version {
			return r.version()
		}
		return r.open(cmd.Context())
	})
	root.Flags().BoolVar(&version, "version", false, r.say(flagVersion))
	root.Args = commandsOnly
	root.SilenceErrors, root.SilenceUsage = true, true
	root.CompletionOptions.DisableDefaultCmd = true
	f := root.PersistentFlags()
	f.StringVar(&r.flags.config, "config", "", "`FILE` "+r.say(text.Flags.Config))
	f.StringVar(&r.flags.data, "data", "", "`DIR` "+r.say(text.Flags.Data))
	f.StringVar(&r.flags.lang, "lang", "", "`zh-CN|en` "+r.say(text.Flags.Lang))
	f.StringVar(&r.flags.now, "now", "", "`TIME` "+r.say(text.Flags.Now))
	f.StringVar(&r.flags.debug, "debug", "", "`LOG` "+r.say(text.Flags.Debug))
	f.BoolP("help", "h", false, r.say(text.Flags.Help))
	_ = root.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions([]string{"zh-CN", "en"}, cobra.ShellCompDirectiveNoFileComp))
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { r.help(cmd) })
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if bad := stranger(cmd); bad != nil {
			return bad
		}
		return flagFault(err)
	})
	root.PersistentPreRunE = func(*cobra.Command, []string) error { return r.checkFlags() }
	root.AddCommand(r.demoCommand(), r.seedCommand(), r.checkCommand(), r.exportCommand(), r.whereCommand(),
		r.versionCommand(), r.completionCommand())
	root.SetHelpCommand(r.helpCommand())
	return root
}

func (r *run) command(use string, c text.Command, args cobra.PositionalArgs, do func(*cobra.Command, []string) error) *cobra.Command {
	return &cobra.Command{
		SuggestionsMinimumDistance: 2,
		Use:                        use, Short: r.say(c.Short), Long: r.say(c.Short) + "\n\n" + r.say(c.Long), Example: r.say(c.Example),
		Args: args, RunE: do, DisableFlagsInUseLine: true,
	}
}
