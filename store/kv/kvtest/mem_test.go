package kvtest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"

	"sizhen/store/kv"
)

// memory is a database of several halls in memory. Its writes run side by side and look when
// they commit whether what they read still stands, as those of an engine on a network do.
type memory struct {
	mu   sync.Mutex
	data map[string]string // hall 0 table 0 key
	lack string            // what it lacks, on purpose
}

// room is one hall of it.
type room struct {
	in       *memory
	prefix   string
	seq      uint64
	watchers map[chan kv.Change]*kv.Change
}

func (m *memory) hall(name string) *room {
	if m.lack == "halls" {
		name = ""
	}
	return &room{in: m, prefix: name + "\x00", watchers: map[chan kv.Change]*kv.Change{}}
}

func newMemory() *memory { return &memory{data: map[string]string{}, lack: os.Getenv(lackEnv)} }

// snapshot reads what stood when it was taken, with what was written over it.
type snapshot struct {
	r       *room
	data    map[string]string
	read    []func(map[string]string) string // what was asked for, again
	saw     []string                         // and what was seen then
	put     map[string]*string               // nil: deleted
	touched map[kv.Table]struct{}
	ops     int
}

func (r *room) snapshot() *snapshot {
	r.in.mu.Lock()
	defer r.in.mu.Unlock()
	return &snapshot{r: r, data: maps.Clone(r.in.data), put: map[string]*string{}, touched: map[kv.Table]struct{}{}}
}

func (s *snapshot) at(t kv.Table, key []byte) string {
	return s.r.prefix + string(t) + "\x00" + string(key)
}

func (s *snapshot) asked(ask func(map[string]string) string) {
	s.read, s.saw = append(s.read, ask), append(s.saw, ask(s.data))
}

func (s *snapshot) Get(t kv.Table, key []byte) ([]byte, error) {
	at := s.at(t, key)
	if s.r.in.lack != "keys" {
		s.asked(func(d map[string]string) string { v, ok := d[at]; return fmt.Sprint(ok, v) })
	}
	if v, ok := s.put[at]; ok {
		if v == nil {
			return nil, nil
		}
		return []byte(*v), nil
	}
	if v, ok := s.data[at]; ok {
		return []byte(v), nil
	}
	return nil, nil
}

func span(d map[string]string, head string, s kv.Span) []kv.Pair {
	var out []kv.Pair
	for k, v := range d {
		key, ok := strings.CutPrefix(k, head)
		if ok && (s.From == nil || key >= string(s.From)) && (s.To == nil || key < string(s.To)) {
			out = append(out, kv.Pair{Key: []byte(key), Value: []byte(v)})
		}
	}
	slices.SortFunc(out, func(a, b kv.Pair) int {
		if s.Reverse {
			a, b = b, a
		}
		return cmp.Compare(string(a.Key), string(b.Key))
	})
	if s.Limit > 0 {
		out = out[:min(len(out), s.Limit)]
	}
	return out
}

func (s *snapshot) Range(t kv.Table, over kv.Span) iter.Seq2[kv.Pair, error] {
	head := s.at(t, nil)
	if s.r.in.lack != "ranges" {
		s.asked(func(d map[string]string) string { return fmt.Sprintf("%q", span(d, head, over)) })
	}
	now := maps.Clone(s.data)
	s.over(now)
	return func(yield func(kv.Pair, error) bool) {
		for _, p := range span(now, head, over) {
			if !yield(p, nil) {
				return
			}
		}
	}
}

func (s *snapshot) Tables() ([]kv.Table, error) {
	seen := map[kv.Table]struct{}{}
	for k := range s.data {
		if rest, ok := strings.CutPrefix(k, s.r.prefix); ok {
			name, _, _ := strings.Cut(rest, "\x00")
			seen[kv.Table(name)] = struct{}{}
		}
	}
	return slices.Collect(maps.Keys(seen)), nil
}

func (s *snapshot) write(t kv.Table, key []byte, value *string) error {
	if s.ops++; s.ops > s.r.MaxOps() && s.r.in.lack != "bound" {
		return kv.ErrTooLarge
	}
	s.put[s.at(t, key)], s.touched[t] = value, struct{}{}
	return nil
}

func (s *snapshot) Put(t kv.Table, key, value []byte) error {
	v := string(value)
	return s.write(t, key, &v)
}

func (s *snapshot) Delete(t kv.Table, key []byte) error { return s.write(t, key, nil) }

func (s *snapshot) over(d map[string]string) {
	for k, v := range s.put {
		if delete(d, k); v != nil {
			d[k] = *v
		}
	}
}

// commit writes what was written, unless what was read has changed.
func (s *snapshot) commit() bool {
	m := s.r.in
	m.mu.Lock()
	defer m.mu.Unlock()
	for i, ask := range s.read {
		if ask(m.data) != s.saw[i] {
			return false
		}
	}
	if len(s.touched) == 0 {
		return true
	}
	s.over(m.data)
	s.r.seq++
	for c, due := range s.r.watchers { // one change lies in each channel at most: it takes the next one up
		select {
		case <-c:
		default:
			due.Tables = map[kv.Table]struct{}{}
		}
		maps.Copy(due.Tables, s.touched)
		due.Seq = s.r.seq
		c <- *due
	}
	return true
}

func (r *room) run(ctx context.Context, fn func(*snapshot) error) (s *snapshot, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	s = r.snapshot()
	return s, fn(s)
}

func (r *room) Read(ctx context.Context, fn func(kv.Reader) error) error {
	_, err := r.run(ctx, func(s *snapshot) error { return fn(s) })
	return err
}

func (r *room) Write(ctx context.Context, fn func(kv.Writer) error) error {
	for {
		s, err := r.run(ctx, func(s *snapshot) error { return fn(s) })
		if err != nil || s.commit() {
			return err
		}
	}
}

func (r *room) Watch(ctx context.Context) <-chan kv.Change {
	r.in.mu.Lock()
	defer r.in.mu.Unlock()
	c := make(chan kv.Change, 1)
	r.watchers[c] = &kv.Change{}
	context.AfterFunc(ctx, func() {
		r.in.mu.Lock()
		defer r.in.mu.Unlock()
		delete(r.watchers, c)
		close(c)
	})
	return c
}

func (r *room) Seq() uint64                        { r.in.mu.Lock(); defer r.in.mu.Unlock(); return r.seq }
func (r *room) MaxOps() int                        { return 2 * kv.LeastOps }
func (r *room) Check(context.Context) []error      { return nil }
func (r *room) There() error                       { return nil }
func (r *room) Warm(context.Context)               {}
func (r *room) Close() error                       { return nil }
func (r *room) Reopen() error                      { return nil }
func (r *room) Copy(context.Context, string) error { return errors.ErrUnsupported }

// An engine of another kind than bbolt passes the same tests, beside another hall.
func TestEngineInMemory(t *testing.T) {
	Run(t, func(testing.TB) Store {
		m := newMemory()
		return m.hall("百官")
	})
	t.Run("apart", func(t *testing.T) {
		m := newMemory()
		Apart(t, m.hall("百官"), m.hall("丰惠"))
	})
}

const lackEnv = "SIZHEN_TEST_LACK"

// The tests fail an engine that lacks what the seam asks for.
func TestWhatIsLackingIsSeen(t *testing.T) {
	t.Parallel()
	for lack, part := range map[string]string{"keys": "crossed", "ranges": "crossed", "bound": "large", "halls": "apart"} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestEngineInMemory$/^"+part+"$")
		cmd.Env = append(os.Environ(), lackEnv+"="+lack)
		out, err := cmd.CombinedOutput()
		if err == nil || !strings.Contains(string(out), "--- FAIL: TestEngineInMemory/"+part) {
			t.Errorf("an engine without %s passes: %v\n%s", lack, err, out)
		}
	}
}
