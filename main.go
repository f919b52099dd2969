// Command sizhen (四诊) is the desk of a people's mediation hall. See app/cli.
package main

import (
	"os"

	"github.com/spf13/cobra"

	"sizhen/app/cli"
)

func main() {
	cobra.MousetrapHelpText = "" // a double click on Windows opens the program, not a lecture on command lines
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}
