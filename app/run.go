package app

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"golang.org/x/term"

	"sizhen/store/hall"
)

// ErrNotTerminal says that there is no terminal to show anything on.
var ErrNotTerminal = errors.New("not a terminal")

// Quit says that a session ended because the system told it to quit, as from a fault: what was typed
// is kept, and who started the program learns that it did not end by itself.
type Quit struct{ Signal syscall.Signal }

func (q Quit) Error() string { return "ended by a signal: " + q.Signal.String() }

// quits reports whether a signal asks for an end that is no success.
func quits(s os.Signal) bool { return s == syscall.SIGQUIT || s == syscall.SIGABRT }

// lastWait is how long a stopping program waits for what was typed to be kept.
const lastWait = 3 * time.Second

// Run shows a session until it ends. Closing the window, Ctrl-C, SIGTERM, SIGQUIT and the end of ctx
// all end it the same way: what was typed is kept first; what stands for a fault is a Quit then. It returns what a program of one
// screen ended with.
func Run(ctx context.Context, o Options) (any, error) {
	if !term.IsTerminal(int(os.Stdin.Fd())) || !term.IsTerminal(int(os.Stdout.Fd())) {
		return nil, ErrNotTerminal
	}
	return RunOn(ctx, o)
}

// RunOn is Run on whatever input and output the further options name.
func RunOn(ctx context.Context, o Options, more ...tea.ProgramOption) (any, error) {
	ctx, cancel := context.WithCancel(ctx)
	var behind sync.WaitGroup // none of it outlives the session: the store is closed next
	defer behind.Wait()
	defer cancel()
	m := New(o)
	// The theme names colours that the terminal has: nothing is changed into others on the way.
	own := []tea.ProgramOption{tea.WithFPS(120), tea.WithoutSignalHandler(), tea.WithColorProfile(colorprofile.TrueColor)}
	p := tea.NewProgram(&paced{Model: m}, append(own, more...)...)
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT)
	defer signal.Stop(stop)
	done := make(chan struct{})
	if again := resumed(); len(again) > 0 {
		goOn := make(chan os.Signal, 1)
		signal.Notify(goOn, again...)
		defer signal.Stop(goOn)
		behind.Go(func() { redraw(goOn, done, p) })
	}
	told := make(chan os.Signal, 1) // the signal that ended it
	go func() {                     // ends with the program
		select {
		case s := <-stop:
			told <- s
		case <-ctx.Done():
		case <-done:
			return
		}
		go p.Send(Stop{})
		select {
		case <-time.After(lastWait + time.Second): // not even the screen answers
			p.Kill()
		case <-done:
		}
	}()
	if o.Store != nil {
		changes := o.Store.Watch(ctx)
		behind.Go(func() { pump(changes, p) })
		behind.Go(func() { o.Store.Warm(ctx) })
	}
	_, err := p.Run()
	close(done)
	if o.Ended != nil {
		o.Ended(m.Unkept())
	}
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		err = nil
	}
	select {
	case s := <-told:
		if quits(s) && err == nil {
			err = Quit{s.(syscall.Signal)}
		}
	default:
	}
	return m.Result(), err
}

// redraw takes the terminal back whenever the program goes on after it was stopped, and draws it
// whole: a shell has used it meanwhile.
func redraw(goOn <-chan os.Signal, done <-chan struct{}, p *tea.Program) {
	for {
		select {
		case <-done:
			return
		case <-goOn:
			if p.ReleaseTerminal() == nil {
				_ = p.RestoreTerminal()
			}
		}
	}
}

// pump tells the session of changes, one at a time, until the store or the session ends.
func pump(changes <-chan hall.Changed, p *tea.Program) {
	for c := range changes {
		p.Send(Changed{c})
	}
}
