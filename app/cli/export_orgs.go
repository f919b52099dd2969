package cli

import (
	"bufio"
	"context"

	"github.com/spf13/cobra"

	"sizhen/views/paper"
	"sizhen/views/text"
)

func (r *run) exportOrgsCommand() *cobra.Command {
	var format string
	var bom bool
	cmd := r.command("orgs", text.Commands.ExportOrgs, noArgs, func(cmd *cobra.Command, _ []string) error {
		return r.exportOrgs(cmd.Context(), format, bom)
	})
	set := cmd.Flags()
	set.StringVar(&format, "format", "xlsx", "`xlsx|csv` "+r.say(text.Flags.Format))
	set.BoolVar(&bom, "bom", false, r.say(text.Flags.Bom))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"xlsx", "csv"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// exportOrgs writes the list of the organisations to standard output.
func (r *run) exportOrgs(ctx context.Context, format string, bom bool) error {
	if format != "xlsx" && format != "csv" {
		return usageError{text.CLI.BadFormat.With("value", format)}
	}
	p, err := r.place()
	if err != nil {
		return err
	}
	st, err := r.openStore(ctx, p, true)
	if err != nil {
		return err
	}
	defer st.Close() // only read
	out := bufio.NewWriterSize(r.stdout, 64<<10)
	if format == "xlsx" {
		err = paper.Orgs(ctx, out, st, r.lang)
	} else {
		if bom {
			_, _ = out.WriteString("\ufeff") // kept by the writer, told at its end
		}
		err = paper.OrgsCSV(ctx, out, st, r.lang)
	}
	if err == nil {
		return out.Flush()
	}
	if isPipe(err) {
		return err
	}
	return at(p.store(), err)
}
