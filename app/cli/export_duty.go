package cli

import (
	"bufio"
	"context"
	"encoding/csv"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/paper"
	"sizhen/views/text"
)

// dutyFlags say which month of duty is written, how, and whose.
type dutyFlags struct {
	month, format, person string
	bom                   bool
}

func (r *run) exportDutyCommand() *cobra.Command {
	var f dutyFlags
	cmd := r.command("duty", text.Commands.ExportDuty, noArgs, func(cmd *cobra.Command, _ []string) error {
		return r.exportDuty(cmd.Context(), f)
	})
	words, set := text.DutyExport, cmd.Flags()
	set.StringVar(&f.month, "month", "", "`YYYY-MM` "+r.say(words.Month))
	set.StringVar(&f.format, "format", "csv", "`docx|ics|csv` "+r.say(text.Flags.Format))
	set.StringVar(&f.person, "person", "", "`NAME` "+r.say(words.Person))
	set.BoolVar(&f.bom, "bom", false, r.say(text.Flags.Bom))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"docx", "ics", "csv"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// check refuses what cannot be written, before anything is opened; 0 is the present month.
func (f dutyFlags) check() (hall.Day, error) {
	switch {
	case !slices.Contains([]string{"docx", "ics", "csv"}, f.format):
		return 0, usageError{text.DutyExport.BadFormat.With("value", f.format)}
	case f.format == "docx" && f.person != "":
		return 0, usageError{text.DutyExport.OnlyICS}
	case f.month == "":
		return 0, nil
	}
	day, err := hall.ParseDay(f.month + "-01")
	if err != nil {
		return 0, usageError{text.DutyExport.BadMonth.With("value", f.month)}
	}
	return day, nil
}

// exportDuty writes a month of duty to standard output.
func (r *run) exportDuty(ctx context.Context, f dutyFlags) error {
	from, err := f.check()
	if err != nil {
		return err
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
	if from == 0 {
		y, m, _ := hall.DayOf(st.Now()).Date()
		from = hall.NewDay(y, m, 1)
	}
	y, m, _ := from.Date()
	desk, err := reader(ctx, st)
	if err != nil {
		return err
	}
	month, err := desk.DutyMonth(ctx, from, hall.NewDay(y, m+1, 0))
	if err != nil {
		return at(p.store(), err)
	}
	who, err := f.who(month)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(r.stdout, 64<<10)
	if err = r.writeDuty(out, st, f, month, who); err == nil {
		err = out.Flush()
	}
	return err
}

// who is the person that is asked for; nobody is everybody.
func (f dutyFlags) who(m hall.DutyMonth) (hall.DutyRef, error) {
	if f.person == "" {
		return hall.DutyRef{}, nil
	}
	var names []string
	for _, k := range hall.DutyKinds() {
		for _, one := range m.Tally[k] {
			if one.Who.Name == f.person {
				return one.Who, nil
			}
			names = append(names, one.Who.Name)
		}
	}
	return hall.DutyRef{}, usageError{text.DutyExport.NoPerson.With("month", text.Month(m.From)).With("name", f.person).With("names", shortList(names))}
}

func (r *run) writeDuty(w io.Writer, st *store.Store, f dutyFlags, m hall.DutyMonth, who hall.DutyRef) error {
	s := st.Settings()
	switch f.format {
	case "docx":
		return paper.DutySheet(w, s, r.lang, m, st.Now())
	case "ics":
		name := text.Words(text.Raw(s.Name), text.DutyPaper.FileAll)
		if who.Name != "" {
			name = text.Words(text.Raw(s.Name), text.DutyPaper.FileOf.With("name", who.Name))
		}
		return paper.DutyCalendar(w, s, r.lang, r.say(name), m.Days, who, st.Now())
	}
	if f.bom {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	return r.dutyCSV(w, s, m, who)
}

// dutyCSV writes a line a shift, dates with their weekdays beside them.
func (r *run) dutyCSV(w io.Writer, s hall.Settings, m hall.DutyMonth, who hall.DutyRef) error {
	out, t := csv.NewWriter(w), text.DutyExport
	out.UseCRLF = true
	line := func(cells ...text.Message) error {
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = harmless(r.say(c))
		}
		return out.Write(row)
	}
	if err := line(t.Day, t.Weekday, t.DayKind, t.Kind, t.Town, t.People, t.Lacking, t.Hours, t.State); err != nil {
		return err
	}
	for _, d := range m.Days {
		from, to := s.DutyHours(d.Info)
		for _, row := range d.Rows {
			if who.Name != "" && !row.Has(who) {
				continue
			}
			var names []string
			for _, p := range row.People {
				names = append(names, p.Name)
			}
			err := line(text.Raw(d.Day.String()), text.Weekday(d.Day.Weekday()), text.DayName(d.Info), text.DutyKind(row.Kind), text.Raw(row.Township), text.Names(names),
				text.Raw(strconv.Itoa(row.Open)), text.Raw(text.Slot(hall.Slot{From: from, To: to})), text.DutyState(row.State))
			if err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}
