package cli

import (
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sizhen/views/text"
)

// usageError is a command line that cannot be understood.
type usageError struct{ what text.Message }

func (e usageError) Error() string { return e.what.In(text.En) }

func usage(err error) (text.Message, bool) {
	var u usageError
	if errors.As(err, &u) {
		return u.what, true
	}
	return text.Message{}, false
}

// flagFault puts what the flag parser found into the user's words.
func flagFault(err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if short := unknown.GetSpecifiedShortnames(); short != "" {
			name = "-" + short
		}
		return usageError{text.CLI.UnknownFlag.With("name", name)}
	case errors.As(err, &empty):
		return usageError{text.CLI.NeedsValue.With("name", "--"+empty.GetSpecifiedName())}
	case errors.As(err, &bad):
		return usageError{text.CLI.BadValue.With("name", "--"+bad.GetFlag().Name).With("value", bad.GetValue())}
	}
	return usageError{text.CLI.BadSyntax.With("name", err.Error())}
}

// noArgs refuses whatever stands after a command.
func noArgs(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usageError{text.CLI.Stray.With("name", args[0])}
}

// commandsOnly refuses a word that is no command, and offers the one that was perhaps meant.
func commandsOnly(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	m := text.CLI.UnknownCommand.With("name", args[0])
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		m = join(m, text.CLI.DidYouMean.With("name", near[0]))
	}
	return usageError{m}
}

// stranger is a word in the place of a command that is none: what stands behind it is its own, and
// nobody knows what that may be. Nil: there is no such word.
func stranger(cmd *cobra.Command) error {
	if !cmd.HasAvailableSubCommands() {
		return nil
	}
	return commandsOnly(cmd, cmd.Flags().Args()) // as far as they could be read
}

// join says one message after the other.
func join(list ...text.Message) text.Message {
	var zh, en string
	for i, m := range list {
		if i > 0 {
			en += " "
		}
		zh += m.In(text.Zh)
		en += m.In(text.En)
	}
	return text.M(zh, en)
}
