package cli

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sizhen/views/text"
)

// help explains a command in the user's language. Cobra's own templates are English.
func (r *run) help(cmd *cobra.Command) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n  %s\n", cmd.Long, r.say(text.Flags.Usage), r.useLine(cmd))
	var rows [][2]string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() || sub.Name() == "help" {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
	}
	section(&b, r.say(text.Flags.CommandsHead), rows)
	if cmd.Example != "" {
		fmt.Fprintf(&b, "\n%s\n%s\n", r.say(text.Flags.Example), cmd.Example)
	}
	section(&b, r.say(text.Flags.Options), r.options(cmd.NonInheritedFlags()))
	section(&b, r.say(text.Flags.Everywhere), r.options(cmd.InheritedFlags()))
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(&b, "\n%s\n", r.say(text.Flags.MoreHelp))
	}
	fmt.Fprint(cmd.OutOrStdout(), b.String())
}

func (r *run) useLine(cmd *cobra.Command) string {
	line := cmd.CommandPath()
	if _, rest, ok := strings.Cut(cmd.Use, " "); ok {
		line += " " + rest
	}
	if cmd.HasAvailableSubCommands() {
		line += " [" + r.say(text.Flags.CommandWord) + "]"
	}
	return line + " [" + r.say(text.Flags.OptionsWord) + "]"
}

func (r *run) options(set *pflag.FlagSet) [][2]string {
	var rows [][2]string
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, words := pflag.UnquoteUsage(f)
		words = strings.TrimPrefix(words, value+" ")
		name := "--" + f.Name
		if f.Value.Type() != "bool" {
			name += " " + value
			if f.DefValue != "" {
				words += r.say(text.Flags.Default.With("value", f.DefValue))
			}
		}
		rows = append(rows, [2]string{name, words})
	})
	return rows
}

func section(b *strings.Builder, head string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	wide := 0
	for _, row := range rows {
		wide = max(wide, ansi.StringWidth(row[0]))
	}
	fmt.Fprintf(b, "\n%s\n", head)
	for _, row := range rows {
		fmt.Fprintf(b, "  %-*s  %s\n", wide, row[0], row[1])
	}
}

func (r *run) helpCommand() *cobra.Command {
	help := r.command("help", text.Commands.Help, cobra.ArbitraryArgs, func(cmd *cobra.Command, args []string) error {
		about, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return commandsOnly(cmd.Root(), args)
		}
		r.help(about)
		return nil
	})
	help.ValidArgsFunction = func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		var names []string
		if about, rest, err := cmd.Root().Find(args); err == nil && len(rest) == 0 {
			for _, sub := range about.Commands() {
				names = append(names, sub.Name())
			}
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
	return help
}

func (r *run) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	cmd := r.command("completion "+strings.Join(shells, "|"), text.Commands.Completion, nil, nil)
	cmd.ValidArgs = shells
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		root, out := cmd.Root(), cmd.OutOrStdout()
		switch strings.Join(args, " ") {
		case "bash":
			return root.GenBashCompletionV2(out, true)
		case "zsh":
			return root.GenZshCompletion(out)
		case "fish":
			return root.GenFishCompletion(out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(out)
		}
		if len(args) == 0 {
			return usageError{text.CLI.NoShell}
		}
		return usageError{text.CLI.BadShell.With("name", strings.Join(args, " "))}
	}
	return cmd
}
