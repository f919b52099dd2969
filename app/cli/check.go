package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"sizhen/views/text"
)

func (r *run) checkCommand() *cobra.Command {
	return r.command("check", text.Commands.Check, noArgs, func(cmd *cobra.Command, _ []string) error {
		p, err := r.place()
		if err != nil {
			return err
		}
		st, err := r.openStore(cmd.Context(), p, true)
		if err != nil {
			return err
		}
		defer st.Close() // only read
		faults, err := st.Check(cmd.Context(), r.meter(text.CLI.Checking, 0))
		r.endMeter()
		if err != nil {
			return at(p.store(), err)
		}
		for _, f := range faults {
			fmt.Fprintf(r.stdout, "%s  %s  %s\n", r.say(text.FaultName(string(f.Kind))), f.Where, f.What)
		}
		if len(faults) > 0 {
			return failure{text.CLI.CheckFaults.With("n", len(faults))}
		}
		r.print(r.stdout, text.CLI.CheckClean.With("file", p.store()))
		return nil
	})
}
