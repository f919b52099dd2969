package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"sizhen/store"
	"sizhen/store/book"
	"sizhen/store/kv"
	"sizhen/views/text"
)

func (r *run) checkCommand() *cobra.Command {
	return r.command("check", text.Commands.Check, noArgs, func(cmd *cobra.Command, _ []string) error {
		p, err := r.files()
		if err != nil {
			return err
		}
		st, err := r.openStore(cmd.Context(), p, true)
		if err != nil {
			r.where(err)
			return err
		}
		defer st.Close() // only read
		faults, err := st.Check(cmd.Context(), r.meter(text.CLI.Checking, 0))
		r.endMeter()
		for _, f := range faults {
			line := text.Raw("{kind}  {where}  {what}").With("kind", kindOf(f.Kind)).With("where", placeOf(f.Where)).With("what", found(f))
			fmt.Fprintln(r.stdout, clean(r.say(line))) // what is damaged may hold anything
		}
		faults = slices.DeleteFunc(faults, book.Fault.Heals)
		if err != nil { // so that it cannot be read to its end
			err = at(p.store(), err)
			r.where(err)
			return err
		}
		if err := r.head(cmd.Context(), p, st); err != nil {
			return err
		}
		if len(faults) > 0 {
			return failure{text.CLI.CheckFaults.With("n", len(faults))}
		}
		r.print(r.stdout, text.CLI.CheckClean.With("file", p.store()))
		return nil
	})
}

// head says where the journal ends, to be compared with what stands on the duty sheets.
func (r *run) head(ctx context.Context, p place, st *store.Store) error {
	h, err := st.Head(ctx)
	if err != nil {
		return at(p.store(), err)
	}
	_, missing := os.Stat(p.key())
	say := sealNot
	switch {
	case h.Keyed && h.Doubt == 0:
		say = sealFits
	case h.Keyed:
		say = sealNew
	case !h.Sealed:
		say = sealNone
	case missing != nil:
		say = sealLost
	}
	r.print(r.stdout, headAt.With("n", h.Seq).With("code", h.Code()).With("seal", say.With("file", p.key()).With("doubt", h.Doubt)))
	return nil
}

// where says what is damaged, as far as the engine can tell.
func (r *run) where(err error) {
	var broken storeFault
	if errors.As(err, &broken) && (errors.Is(err, kv.ErrDamaged) || errors.Is(err, store.ErrDamaged)) {
		what := r.say(found(book.Fault{What: book.Unreadable, Args: map[string]any{"err": broken.err}}))
		fmt.Fprintln(r.stdout, clean(r.say(kindOf(book.FaultEngine))+"  "+what))
	}
}
