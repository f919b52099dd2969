//go:build !unix

package app

import "os"

// resumed are the signals after which a program that was stopped goes on: there are none here.
func resumed() []os.Signal { return nil }
