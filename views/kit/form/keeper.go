package form

import (
	"context"
	"errors"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
)

// pause is how long typing must rest before it is kept by itself.
const pause = time.Second

// keeper keeps a form while it is written: when a field is left, a second after the last key, and
// when the form is left, locked or closed. A power cut loses at most a second's typing. The form
// tells it of changes and hands it its messages.
type keeper struct {
	env   *views.Env
	fill  func() hall.Draft // the form as it is now
	slot  *slot
	dirty bool
	n     int
	at    time.Time // when it was changed last
	waits bool      // a rested is on its way
}

// slot is the draft in the store. Commands take turns at it: one that began earlier never
// writes over one that began later.
type slot struct {
	mu     sync.Mutex
	id     hall.DraftID
	rev    uint64
	n      int // up to which change it is kept
	closed bool
	lost   bool
}

type (
	rested struct { // a while has passed since the n-th change
		of *keeper
		n  int
	}
	writing struct { // what was typed up to then is kept, or why not
		n   int
		err error
	}
)

// Failed tells the root that the screen must stay: its words are not kept.
func (m writing) Failed() bool { return m.err != nil }

// keep keeps a form; from is the draft it was restored from, or a zero one.
func keep(env *views.Env, from hall.Draft, fill func() hall.Draft) *keeper {
	return &keeper{env: env, fill: fill, slot: &slot{id: from.ID, rev: from.Rev}}
}

// changed says that something was typed: it will be kept once typing rests. One timer is on its way
// at a time, not one for each key.
func (k *keeper) changed() tea.Cmd {
	k.dirty = true
	k.n++
	k.at = k.env.Now()
	if k.waits {
		return nil
	}
	return k.wait(pause)
}

func (k *keeper) wait(d time.Duration) tea.Cmd {
	k.waits = true
	return k.env.After(d, rested{k, k.n})
}

// rested keeps what was typed if nothing was since, and else waits for the rest of the pause.
func (k *keeper) rested(m rested) tea.Cmd {
	if m.of != k {
		return nil
	}
	k.waits = false
	if left := pause - k.env.Now().Sub(k.at); m.n != k.n && left > 0 {
		return k.wait(min(left, pause))
	}
	return k.save()
}

// save keeps the form now, if it changed since.
func (k *keeper) save() tea.Cmd {
	if !k.dirty {
		return nil
	}
	k.dirty = false
	d, n, slot := k.fill(), k.n, k.slot
	return k.env.Keep(func(ctx context.Context, s views.Session) tea.Msg { return writing{n, slot.save(ctx, s.Desk, d, n)} })
}

// desk is what a keeper needs of the store's desk.
type desk interface {
	SaveDraft(context.Context, hall.Draft) (hall.Draft, error)
	Draft(context.Context, hall.DraftID) (hall.Draft, error)
}

func (s *slot) save(ctx context.Context, desk desk, d hall.Draft, n int) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed || n <= s.n {
		return nil
	}
	d.ID, d.Rev = s.id, s.rev
	kept, err := desk.SaveDraft(ctx, d)
	var refused *hall.Error
	if errors.As(err, &refused) {
		switch refused.Code {
		case hall.ErrConflict: // somebody went on with it: the words typed last are kept
			var now hall.Draft
			if now, err = desk.Draft(ctx, d.ID); err == nil {
				d.Rev = now.Rev
				kept, err = desk.SaveDraft(ctx, d)
			}
		case hall.ErrNotFound: // finished or thrown away meanwhile: typed words are not
			d.ID, d.Rev = 0, 0
			if kept, err = desk.SaveDraft(ctx, d); err == nil {
				s.lost = true
			}
		}
	}
	if err == nil {
		s.id, s.rev, s.n = kept.ID, kept.Rev, n
	}
	return err
}

// lost reports whether the draft was finished or thrown away at another desk, and what was
// typed since is kept as a new one. It waits for what is on its way: call it in a command.
func (k *keeper) lost() bool {
	k.slot.mu.Lock()
	defer k.slot.mu.Unlock()
	return k.slot.lost
}

// message takes the keeper's own messages; false for others.
func (k *keeper) message(msg tea.Msg) (tea.Cmd, bool) {
	switch m := msg.(type) {
	case rested:
		return k.rested(m), true
	case writing:
		if m.err != nil {
			k.dirty = true
			return views.Fail(m.err), true
		}
		return nil, true
	}
	return nil, false
}

// leave is the command that keeps what is not kept yet: it waits for what is on its way, and
// tries again what failed.
func (k *keeper) leave() tea.Cmd {
	k.dirty = false
	d, n, slot := k.fill(), k.n, k.slot
	return k.env.Keep(func(ctx context.Context, s views.Session) tea.Msg {
		if err := slot.save(ctx, s.Desk, d, n); err != nil {
			return writing{n, err}
		}
		return nil
	})
}

// unkept is the form where the store does not hold its last words.
func (k *keeper) unkept() (hall.Draft, bool) {
	k.slot.mu.Lock()
	defer k.slot.mu.Unlock()
	if k.slot.closed || k.n <= k.slot.n {
		return hall.Draft{}, false
	}
	d := k.fill()
	d.ID, d.Rev = k.slot.id, k.slot.rev
	return d, true
}

// finish runs what completes the form, with the draft's number, while nothing else is
// written to it; once that succeeded nothing will be.
func (k *keeper) finish(fn func(hall.DraftID) error) error {
	k.slot.mu.Lock()
	defer k.slot.mu.Unlock()
	err := fn(k.slot.id)
	if err == nil {
		k.slot.closed = true
	}
	return err
}
