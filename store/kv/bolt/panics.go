package bolt

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"sizhen/store/kv"
)

// recovered makes an error of a panic: bbolt panics over a file that is not what it should
// be. A panic of anybody else is a fault of the program and says nothing of the file.
func recovered(err *error) {
	p := recover()
	if p == nil {
		return
	}
	if ofFile(p) {
		*err = fmt.Errorf("%w: %v", kv.ErrDamaged, p)
		return
	}
	*err = fmt.Errorf("panic: %v\n%s", p, debug.Stack())
}

// ofFile reports whether a panic, under way, comes of reading the file: from bbolt, or from
// memory that should hold the file and does not.
func ofFile(p any) bool {
	if _, fault := p.(interface{ Addr() uintptr }); fault {
		return true
	}
	pc := make([]uintptr, 64)
	frames := runtime.CallersFrames(pc[:runtime.Callers(2, pc)])
	panicked := false
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic" || f.Function == "runtime.sigpanic":
			panicked = true
		case panicked && !strings.HasPrefix(f.Function, "runtime."):
			return strings.HasPrefix(f.Function, "go.etcd.io/bbolt")
		}
		if !more {
			return false
		}
	}
}

// faults turns a read of a torn mapping into a panic that can be recovered.
func faults() func() {
	was := debug.SetPanicOnFault(true)
	return func() { debug.SetPanicOnFault(was) }
}
