package bolt

import (
	"context"
	"maps"
	"sync"

	"sizhen/store/kv"
)

// watcher holds at most one change that was not taken yet; later ones merge into it.
type watcher struct {
	mu      sync.Mutex
	pending *kv.Change
	wake    chan struct{}
	done    chan struct{}
	once    sync.Once
}

func (w *watcher) stop() { w.once.Do(func() { close(w.done) }) }

func (w *watcher) add(c kv.Change) {
	w.mu.Lock()
	if w.pending == nil {
		w.pending = &kv.Change{Tables: map[kv.Table]struct{}{}}
	}
	w.pending.Seq = c.Seq
	maps.Copy(w.pending.Tables, c.Tables)
	w.mu.Unlock()
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

func (w *watcher) take() *kv.Change {
	w.mu.Lock()
	defer w.mu.Unlock()
	c := w.pending
	w.pending = nil
	return c
}

// publish tells every watcher; the caller holds the commit lock, so the order is that of commits.
func (e *Engine) publish(tables map[kv.Table]struct{}) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.seq++
	for w := range e.watchers {
		w.add(kv.Change{Seq: e.seq, Tables: tables})
	}
}

// Seq implements kv.Engine.
func (e *Engine) Seq() uint64 {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.seq
}

// Watch tells of changes until ctx ends or the engine closes.
func (e *Engine) Watch(ctx context.Context) <-chan kv.Change {
	w := &watcher{wake: make(chan struct{}, 1), done: make(chan struct{})}
	out := make(chan kv.Change)
	e.mu.Lock()
	if e.closed {
		w.stop()
	}
	e.watchers[w] = struct{}{}
	e.mu.Unlock()
	go func() {
		defer close(out)
		defer func() {
			e.mu.Lock()
			delete(e.watchers, w)
			e.mu.Unlock()
		}()
		for {
			select {
			case <-ctx.Done():
				return
			case <-w.done:
				return
			case <-w.wake:
			}
			c := w.take()
			if c == nil {
				continue
			}
			select {
			case out <- *c:
			case <-ctx.Done():
				return
			case <-w.done:
				return
			}
		}
	}()
	return out
}
