package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// exportFlags say which cases are written, and how.
type exportFlags struct {
	format, from, to  string
	bom, confidential bool
}

func (r *run) exportCommand() *cobra.Command {
	cmd := r.command("export", text.Commands.Export, noArgs, func(*cobra.Command, []string) error {
		return usageError{text.CLI.Missing}
	})
	var f exportFlags
	cases := r.command("cases", text.Commands.ExportCases, noArgs, func(cmd *cobra.Command, _ []string) error {
		return r.exportCases(cmd.Context(), f)
	})
	set := cases.Flags()
	set.StringVar(&f.format, "format", "csv", "`csv|jsonl` "+r.say(text.Flags.Format))
	set.StringVar(&f.from, "from", "", "`DAY` "+r.say(text.Flags.From))
	set.StringVar(&f.to, "to", "", "`DAY` "+r.say(text.Flags.To))
	set.BoolVar(&f.bom, "bom", false, r.say(text.Flags.Bom))
	set.BoolVar(&f.confidential, "confidential", false, r.say(text.Flags.Confidential))
	_ = cases.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"csv", "jsonl"}, cobra.ShellCompDirectiveNoFileComp))
	cmd.AddCommand(cases, r.exportCalendarCommand(), r.exportOrgsCommand(), r.exportRosterCommand(), r.exportDutyCommand())
	cmd.Args = commandsOnly
	return cmd
}

// caseWriter writes cases in one format.
type caseWriter interface {
	head() error
	write(hall.Case) error
	flush() error
}

func (r *run) exportCases(ctx context.Context, f exportFlags) error {
	from, to, err := days(f.from, f.to)
	if err != nil {
		return err
	}
	p, err := r.place()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(r.stdout, 64<<10)
	var w caseWriter
	switch f.format {
	case "csv":
		w = newCSV(out, r.lang, f.bom)
	case "jsonl":
		w = newJSON(out)
	default:
		return usageError{text.CLI.BadFormat.With("value", f.format)}
	}
	st, err := r.openStore(ctx, p, true)
	if err != nil {
		return err
	}
	defer st.Close() // only read
	settings := st.Settings()
	if c, ok := w.(*csvCases); ok {
		c.settings = settings
	}
	if err := w.head(); err != nil {
		return err
	}
	hide := private()
	err = st.EachCase(ctx, from, to, func(c hall.Case) error {
		c = forExport(c, f.confidential)
		for _, s := range []*string{&c.Subject, &c.Facts, &c.Requests} {
			*s = maskText(hide, *s)
		}
		return w.write(c)
	})
	return finish(err, p.store(), w, out)
}

// finish flushes what was written, and tells an error of reading from one of writing.
func finish(err error, file string, w caseWriter, out *bufio.Writer) error {
	if err == nil {
		err = w.flush()
	}
	if err == nil {
		return out.Flush()
	}
	if isPipe(err) {
		return err
	}
	return at(file, err)
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

// forExport hides what may not leave the hall: identity numbers, telephones and addresses
// always (law 15), names and words of a confidential case unless they are asked for.
func forExport(c hall.Case, confidential bool) hall.Case {
	parties := make([]hall.Party, len(c.Parties))
	for i, p := range c.Parties {
		p.Details = p.Details.Masked()
		parties[i] = p
	}
	c.Parties = parties
	if !c.Confidential || confidential {
		return c
	}
	return hall.Case{
		ID: c.ID, Number: c.Number, Year: c.Year, Seq: c.Seq, State: c.State, Type: c.Type, Source: c.Source, Difficulty: c.Difficulty,
		Risk: c.Risk, Confidential: true, Registered: c.Registered, Accepted: c.Accepted, Deadline: c.Deadline, Closed: c.Closed,
		Sessions: c.Sessions,
	}
}

// private finds identity numbers and mobile numbers inside free text.
func private() *regexp.Regexp { return regexp.MustCompile(`\d{17}[\dXx]|\d{15}|1\d{10}`) }

// maskText hides identity numbers and telephones that somebody typed into the facts.
func maskText(re *regexp.Regexp, s string) string {
	return re.ReplaceAllStringFunc(s, func(n string) string {
		if len(n) == 11 {
			return hall.MaskPhone(n)
		}
		return hall.MaskDoc(n)
	})
}

func isPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

// offered is how many names a refusal lists.
const offered = 8

// withFormer adds to a roster those who are booked but can be given no more work.
func withFormer(roster []hall.MediatorRow, booked []hall.VisitRow) []hall.MediatorRow {
	known := make(map[hall.MediatorID]bool, len(roster))
	for _, m := range roster {
		known[m.ID] = true
	}
	for _, v := range booked {
		for _, ref := range v.Mediators {
			if !known[ref.ID] {
				known[ref.ID] = true
				roster = append(roster, hall.MediatorRow{ID: ref.ID, Name: ref.Name})
			}
		}
	}
	return roster
}

// choose finds the one mediator that is meant by a name, a name and a village, or a number.
func choose(roster []hall.MediatorRow, typed string) (hall.MediatorRow, error) {
	typed = strings.Join(strings.Fields(typed), " ")
	if n, err := strconv.ParseUint(typed, 10, 64); err == nil {
		if i := slices.IndexFunc(roster, func(m hall.MediatorRow) bool { return uint64(m.ID) == n }); i >= 0 {
			return roster[i], nil
		}
		return hall.MediatorRow{}, unknownMediator(roster, typed)
	}
	var found []hall.MediatorRow
	for _, m := range roster {
		if m.Name == typed || ofVillage(m, typed) {
			found = append(found, m)
		}
	}
	switch len(found) {
	case 0:
		return hall.MediatorRow{}, unknownMediator(roster, typed)
	case 1:
		return found[0], nil
	}
	return hall.MediatorRow{}, severalMediators(found)
}

// ofVillage reports whether a mediator is meant by a name with a village: 王英 小港, 王英（小港村）.
func ofVillage(m hall.MediatorRow, typed string) bool {
	rest, ok := strings.CutPrefix(typed, m.Name)
	village := strings.Trim(rest, " （）()")
	return ok && village != "" && !strings.HasPrefix(rest, village) && strings.HasPrefix(m.Village, village)
}

func severalMediators(found []hall.MediatorRow) error {
	words := text.CalendarExport
	var zh, en []string
	for _, m := range found[:min(len(found), offered)] {
		row := text.Raw(fmt.Sprintf("%d %s", m.ID, m.Name))
		if m.Village != "" {
			row = words.SameNameRow.With("n", m.ID).With("name", m.Name).With("village", m.Village)
		}
		zh, en = append(zh, row.In(text.Zh)), append(en, row.In(text.En))
	}
	m := words.SameName
	for _, one := range found {
		example := one.Name + " " + one.Village
		if same := slices.ContainsFunc(found, func(o hall.MediatorRow) bool { return o.ID != one.ID && ofVillage(o, example) }); one.Village != "" && !same {
			m = words.SameNameVillage.With("example", example)
			break
		}
	}
	return usageError{m.With("count", len(found)).With("name", found[0].Name).
		With("who", text.M(strings.Join(zh, "、"), strings.Join(en, ", "))).With("n", found[0].ID)}
}

func unknownMediator(roster []hall.MediatorRow, typed string) error {
	words := text.CalendarExport
	if len(roster) == 0 {
		return usageError{words.NoRoster.With("name", typed)}
	}
	var near, names []string
	for _, m := range roster {
		names = append(names, m.Name)
		if typed != "" && strings.Contains(m.Name, typed) {
			near = append(near, m.Name)
		}
	}
	if len(near) > 0 {
		return usageError{words.NoMediatorNear.With("name", typed).With("names", shortList(near))}
	}
	return usageError{words.NoMediator.With("name", typed).With("names", shortList(names))}
}

// shortList names the first few.
func shortList(names []string) text.Message {
	if len(names) > offered {
		names = append(slices.Clone(names[:offered]), "…")
	}
	return text.Names(names)
}
