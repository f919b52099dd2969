package paper

import (
	"context"
	"fmt"
	"io"
	"iter"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// orgs is what the list of organisations is read from.
type orgs interface {
	EachOrg(ctx context.Context, fn func(hall.Org, hall.OrgRow) error) error
}

// Orgs writes the list of the mediation organisations as a spreadsheet: what each is, how it
// is made up and what it lacks. Dissolved ones are left out. An office's telephone is public.
func Orgs(ctx context.Context, w io.Writer, from orgs, lang text.Lang) error {
	return Sheet(w, text.OrgSheet.Title.In(lang), orgColumns(lang), orgRows(ctx, from, lang))
}

func orgColumns(lang text.Lang) []Column {
	t := text.OrgSheet
	var out []Column
	for _, c := range []struct {
		title text.Message
		width float64
	}{
		{t.Number, 6}, {t.Name, 34}, {t.Level, 8}, {t.Kind, 16}, {t.Industry, 14}, {t.Parent, 28}, {t.Seats, 9}, {t.Members, 9}, {t.Women, 9}, {t.Head, 12}, {t.Faults, 26},
		{t.TermFrom, 16}, {t.TermTo, 16}, {t.Filing, 18}, {t.Filed, 16}, {t.Due, 16}, {t.Uniform, 8}, {t.Lacks, 18}, {t.Seal, 18}, {t.Address, 24}, {t.Phone, 14}, {t.Founded, 16}, {t.Note, 24},
	} {
		out = append(out, Column{c.title.In(lang), c.width})
	}
	return out
}

func orgRows(ctx context.Context, from orgs, lang text.Lang) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		n := 0
		stopped := false
		err := from.EachOrg(ctx, func(o hall.Org, r hall.OrgRow) error {
			n++
			if !yield(orgRow(n, o, r, lang), nil) {
				stopped = true
				return context.Canceled
			}
			return nil
		})
		if err != nil && !stopped {
			yield(nil, err)
		}
	}
}

func orgRow(n int, o hall.Org, r hall.OrgRow, lang text.Lang) []string {
	say := func(m text.Message) string { return m.In(lang) }
	count := func(n int) string {
		if n == 0 {
			return ""
		}
		return fmt.Sprint(n)
	}
	var faults, lacks []text.Message
	for _, e := range r.Faults() {
		faults = append(faults, text.OrgFault(e.Code))
	}
	for _, u := range hall.Uniforms() {
		if o.Uniform&u == 0 {
			lacks = append(lacks, text.Uniform(u))
		}
	}
	var term hall.Term
	if len(o.Terms) > 0 {
		term = o.Terms[len(o.Terms)-1]
	}
	out := []string{
		fmt.Sprint(n), o.Name, say(text.LevelName(o.Level)), say(text.OrgKind(o.Kind)), o.Industry, r.ParentName, count(o.Seats), fmt.Sprint(r.Makeup.Members), fmt.Sprint(r.Makeup.Women), r.Makeup.Name,
		say(text.Either(faults...)), say(text.Day(term.From)), say(text.Day(term.To)), o.Number, say(text.Day(o.Filed)), say(text.Day(r.Due)),
		fmt.Sprint(len(hall.Uniforms()) - len(lacks)), say(text.Either(lacks...)), o.Seal, o.Address, o.Phone, say(text.Day(o.Founded)), o.Note,
	}
	for i := range out {
		if i != 20 { // the office's telephone is meant to be called
			out[i] = Outward(out[i])
		}
	}
	return out
}
