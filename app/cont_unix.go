//go:build unix

package app

import (
	"os"
	"syscall"
)

// resumed are the signals after which a program that was stopped goes on.
func resumed() []os.Signal { return []os.Signal{syscall.SIGCONT} }
