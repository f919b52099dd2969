package cli

import (
	"bufio"
	"context"
	"io"

	"github.com/spf13/cobra"

	"sizhen/store/hall"
	"sizhen/views/paper"
	"sizhen/views/text"
)

// rosterFlags say as what the roster is written.
type rosterFlags struct {
	format string
	public bool
}

func (r *run) exportRosterCommand() *cobra.Command {
	var f rosterFlags
	cmd := r.command("roster", text.Commands.ExportRoster, noArgs, func(cmd *cobra.Command, _ []string) error {
		return r.exportRoster(cmd.Context(), f)
	})
	cmd.Flags().StringVar(&f.format, "format", "xlsx", "`xlsx|docx` "+r.say(text.RosterExport.Format))
	cmd.Flags().BoolVar(&f.public, "public", false, r.say(text.RosterExport.Public))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"xlsx", "docx"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (r *run) exportRoster(ctx context.Context, f rosterFlags) error {
	write := map[string]func(paper.Roster, io.Writer, func(func(hall.Mediator) error) error) error{"xlsx": paper.Roster.Sheet, "docx": paper.Roster.Document}[f.format]
	if write == nil {
		return usageError{text.RosterExport.BadFormat.With("value", f.format)}
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
	var failed error
	n := 0
	each := func(fn func(hall.Mediator) error) error {
		failed = st.EachMediator(ctx, func(m hall.Mediator) error {
			n++
			return fn(m)
		})
		return failed
	}
	out := bufio.NewWriterSize(r.stdout, 64<<10)
	err = write(paper.Roster{Settings: st.Settings(), Lang: r.lang, Day: hall.DayOf(st.Now()), Public: f.public}, out, each)
	switch {
	case failed != nil:
		return at(p.store(), failed)
	case err == nil:
		err = out.Flush()
	}
	if err == nil && n == 0 {
		r.print(r.stderr, text.RosterExport.Empty)
	}
	return err
}
