package cli

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// exportCommand has a command for every list of the program, and one for calendar files.
func (r *run) exportCommand() *cobra.Command {
	cmd := r.command("export", text.Commands.Export, noArgs, func(*cobra.Command, []string) error { return usageError{text.CLI.Missing} })
	for _, l := range ledger.All() {
		cmd.AddCommand(r.listCommand(l))
	}
	cmd.AddCommand(r.exportCalendarCommand())
	cmd.Args = commandsOnly
	beforeTheList(cmd)
	return cmd
}

// beforeTheList lets the options of the lists stand before the list too: a command that does not know
// them cannot tell where its list begins.
func beforeTheList(cmd *cobra.Command) {
	for _, sub := range cmd.Commands() {
		sub.Flags().VisitAll(func(f *pflag.Flag) {
			if cmd.Flags().Lookup(f.Name) == nil {
				known := *f
				known.Hidden = true
				cmd.Flags().AddFlag(&known)
			}
		})
	}
}

// listFlags say which rows of a list are written, and how.
type listFlags struct {
	format, from, to, month, person string
	confidential, public, noBOM     bool
	outFlags
}

func (r *run) listCommand(l ledger.Ledger) *cobra.Command {
	var f listFlags
	about := text.Command{Short: exportShort.With("what", l.Title), Long: exportLong.With("what", l.Help),
		Example: exportExample.With("name", l.Name).With("format", l.Formats[0])}
	switch {
	case l.Has(ledger.TakesPublic):
		about.Long = join(about.Long, exportSignedPart)
	case !l.Open:
		about.Long = join(about.Long, exportSigned)
	}
	cmd := r.command(l.Name, about, noArgs, func(cmd *cobra.Command, _ []string) error { return r.exportList(cmd.Context(), l, f) })
	var formats []string
	for _, one := range l.Formats {
		formats = append(formats, string(one))
	}
	set := cmd.Flags()
	set.StringVar(&f.format, "format", formats[0], "`"+strings.Join(formats, "|")+"` "+r.say(flagFormat))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	if l.Has(ledger.TakesDays) {
		set.StringVar(&f.from, "from", "", "`DAY` "+r.say(flagFrom))
		set.StringVar(&f.to, "to", "", "`DAY` "+r.say(flagTo))
	}
	if l.Has(ledger.TakesMonth) {
		set.StringVar(&f.month, "month", "", "`YYYY-MM` "+r.say(text.DutyExport.Month))
	}
	if l.Has(ledger.TakesPerson) {
		set.StringVar(&f.person, "person", "", "`NAME` "+r.say(text.DutyExport.Person))
	}
	if l.Has(ledger.TakesConfidential) {
		set.BoolVar(&f.confidential, "confidential", false, r.say(text.Flags.Confidential))
	}
	if l.Has(ledger.TakesPublic) {
		set.BoolVar(&f.public, "public", false, r.say(text.RosterExport.Public))
	}
	set.BoolVar(&f.noBOM, "no-bom", false, r.say(flagNoBOM))
	set.Bool("bom", true, "") // it is there anyway; scripts of before may say so
	_ = set.MarkHidden("bom")
	f.outFlags.add(r, cmd)
	return cmd
}

// query refuses what cannot be asked, before anything is opened.
func (f listFlags) query(l ledger.Ledger) (ledger.Query, error) {
	q := ledger.Query{Person: f.person, Confidential: f.confidential, Public: f.public}
	if !slices.Contains(l.Formats, ledger.Format(f.format)) {
		return q, usageError{badFormat.With("value", f.format).With("formats", formatNames(l))}
	}
	if f.format == string(ledger.DOCX) && f.person != "" {
		return q, usageError{text.DutyExport.OnlyICS}
	}
	var err error
	if f.month == "" {
		q.From, q.To, err = days(f.from, f.to)
		return q, err
	}
	if f.from != "" || f.to != "" {
		return q, usageError{text.CalendarExport.OnlyOne.With("a", "--month").With("b", map[bool]string{true: "--from", false: "--to"}[f.from != ""])}
	}
	if q.From, err = hall.ParseDay(f.month + "-01"); err != nil {
		return q, usageError{text.DutyExport.BadMonth.With("value", f.month)}
	}
	_, q.To = q.From.Month()
	return q, nil
}

// readable refuses to pour a file that nobody can read, and that may garble a terminal, over one.
func (r *run) readable(f ledger.Format, out string, terminal bool) error {
	if out == "" && terminal && (f == ledger.XLSX || f == ledger.DOCX) {
		return usageError{notShown.With("format", f)}
	}
	return nil
}

func formatNames(l ledger.Ledger) text.Message {
	var out []string
	for _, f := range l.Formats {
		out = append(out, string(f))
	}
	return text.Names(out)
}

// exportList writes a list to standard output, or into a file.
func (r *run) exportList(ctx context.Context, l ledger.Ledger, f listFlags) error {
	q, err := f.query(l)
	if err != nil {
		return err
	}
	if err := f.writable(); err != nil {
		return err
	}
	if err := r.readable(ledger.Format(f.format), f.out, isTerminal(r.stdout)); err != nil {
		return err
	}
	p, err := r.files()
	if err != nil {
		return err
	}
	st, err := r.openStore(ctx, p, l.OpenTo(q))
	if err != nil {
		return err
	}
	n, err := r.writeList(ctx, p, st, l, f, q)
	if e := st.Close(); err == nil && e != nil {
		err = at(p.store(), e)
	}
	if err == nil && n == 0 {
		r.print(r.stderr, exportEmpty.With("what", l.Title))
	}
	if err == nil && f.out != "" {
		r.written(f.out, n)
	}
	return err
}

// written says on a terminal where a file lies, and how many rows it has where that is counted. A script hears
// nothing: its file is there.
func (r *run) written(file string, n int) {
	if !isTerminal(r.stderr) {
		return
	}
	if n < 0 {
		r.print(r.stderr, outMade.With("file", clean(file)))
		return
	}
	r.print(r.stderr, outDone.With("file", clean(file)).With("n", n))
}

func (r *run) writeList(ctx context.Context, p place, st *store.Store, l ledger.Ledger, f listFlags, q ledger.Query) (n int, err error) {
	desk, err := r.exporting(ctx, st, l.OpenTo(q))
	if err != nil {
		return 0, err
	}
	in := ledger.Scene{Here: ledger.Here{Hall: st.Settings(), Today: hall.DayOf(st.Now())}, Now: st.Now(), Lang: r.lang, NoBOM: f.noBOM}
	q = l.Asked(q, in.Today)
	if !l.OpenTo(q) {
		if err := desk.Exported(ctx, l.Name, f.format, q.From, q.To, q.Confidential); err != nil {
			return 0, err
		}
	}
	err = r.deliver(p, f.outFlags, func(w io.Writer) (err error) {
		n, err = l.Write(ctx, w, ledger.Format(f.format), desk, in, q)
		return err
	})
	var nobody ledger.NoPerson
	var h *hall.Error
	var out outputFault
	switch {
	case errors.As(err, &nobody):
		return 0, usageError{text.DutyExport.NoPerson.With("month", text.Month(nobody.Month)).With("name", nobody.Name).With("names", shortList(nobody.Names))}
	case err == nil, isPipe(err), errors.As(err, &h), errors.As(err, &out), errors.Is(err, context.Canceled):
		return n, err
	}
	return n, at(p.store(), err)
}

// days reads --from and --to; one that is not given is 0.
func days(first, last string) (from, to hall.Day, err error) {
	for _, d := range []struct {
		name, text string
		into       *hall.Day
	}{{"--from", first, &from}, {"--to", last, &to}} {
		if d.text == "" {
			continue
		}
		if *d.into, err = hall.ParseDay(d.text); err != nil {
			return 0, 0, usageError{text.CLI.BadDay.With("name", d.name).With("value", d.text)}
		}
	}
	if to != 0 && from > to {
		return 0, 0, usageError{text.CLI.DayOrder}
	}
	return from, to, nil
}

// offered is how many names a refusal lists.
const offered = 8

// shortList names the first few.
func shortList(names []string) text.Message {
	if len(names) > offered {
		names = append(slices.Clone(names[:offered]), "…")
	}
	return text.Names(names)
}

// exporting is the desk that a list is read at. What is private is signed for, in a sample too: a hall
// that goes on working where it practised has real people in it.
func (r *run) exporting(ctx context.Context, st *store.Store, open bool) (*store.Desk, error) {
	if open {
		return reader(ctx, st, func(a hall.Actor) bool { return a.May(hall.MayQueue) && a.May(hall.MayLook) })
	}
	return r.signIn(ctx, st)
}
