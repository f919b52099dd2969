package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"sizhen/store/hall"
	"sizhen/views/kit/widget"
)

// A hall's journal carries a seal whose key lies beside the settings; check says where the journal
// ends and whether the seal is the hall's.
func TestTheJournalIsSealedWithTheHallsKey(t *testing.T) {
	t.Parallel()
	data := newHall(t, 2)
	key := filepath.Join(data, "hall.key")
	info, err := os.Stat(key)
	if err != nil {
		t.Fatal(err)
	}
	if runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the key may be read by others: %v", info.Mode())
	}
	if _, err := os.Stat(key + ".new"); err == nil {
		t.Error("a key was left half made")
	}
	check := func(code int, words ...string) {
		t.Helper()
		got := sizhen(t, "--data", data, "check")
		if got.code != code {
			t.Errorf("exit code %d, want %d: %s%s", got.code, code, got.out, got.err)
		}
		for _, w := range words {
			if !strings.Contains(got.out+got.err, w) {
				t.Errorf("not said: %s\n%s%s", w, got.out, got.err)
			}
		}
	}
	check(0, "封印相符", "数据完好")
	if out := sizhen(t, "--data", data, "check").out; !regexp.MustCompile(`到第 \d+ 条，校验码 [0-9a-f]{4}(-[0-9a-f]{4}){3}。`).MatchString(out) {
		t.Errorf("where the journal ends:\n%s", out)
	}
	good, err := os.ReadFile(key)
	if err != nil {
		t.Fatal(err)
	}
	write(t, key, strings.Repeat("ab", keySize)+"\n")
	check(1, "封印不是这把钥匙", "别的中心的", "办理记录断链")
	write(t, key, "rubbish")
	check(1, "钥匙文件", "读不出来")
	if err := os.Remove(key); err != nil {
		t.Fatal(err)
	}
	check(0, "不见了", "没法核对", "请从备份把钥匙放回去", "数据完好")
	write(t, key, string(good))
	check(0, "封印相符")
}

// A start that was killed between making the key and sealing the journal is gone on with.
func TestAKeyHalfMadeIsGoneOnWith(t *testing.T) {
	t.Parallel()
	data := newHall(t, 1)
	key := filepath.Join(data, "hall.key")
	if err := os.Rename(key, key+".new"); err != nil {
		t.Fatal(err)
	}
	r := &run{quick: true, stderr: os.Stderr, flags: flags{data: data, now: "2026-11-24T10:14"}, sampling: true}
	p, err := r.place()
	if err != nil {
		t.Fatal(err)
	}
	st, err := r.openStore(t.Context(), p, false)
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	if got := sizhen(t, "--data", data, "check"); got.code != 0 || !strings.Contains(got.out, "封印相符") {
		t.Errorf("%+v", got)
	}
}

// Where the key was lost, or is another hall's, the program goes on with a new one. It says so when it
// opens, the journal says so, and check says so ever after.
func TestAKeyThatDoesNotFitIsReplacedAndSaidSo(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		spoil  func(key string) error
		zh, en string
		arg    string
	}{
		"lost": {os.Remove, "钥匙文件 hall.key 不见了", "The key file hall.key is gone", "lost"},
		"another's": {func(key string) error { return os.WriteFile(key, []byte(strings.Repeat("ab", keySize)+"\n"), 0o600) },
			"对不上：钥匙是别的中心的", "does not fit hall.key", "other"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			data := newHall(t, 1)
			key := filepath.Join(data, "hall.key")
			was, _ := os.ReadFile(key)
			for _, lang := range []struct{ name, said string }{{"zh-CN", tt.zh}, {"en", tt.en}} {
				if err := tt.spoil(key); err != nil {
					t.Fatal(err)
				}
				var out bytes.Buffer
				r := &run{quick: true, stderr: &out, lang: langOf(lang.name), flags: flags{data: data, now: "2026-11-24T10:14"}, sampling: true}
				p, _ := r.place()
				st, err := r.openStore(t.Context(), p, false)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.Contains(out.String(), lang.said) || !strings.Contains(out.String(), st.Resealed().Before.Code()) {
					t.Errorf("opening says %q", out.String())
				}
				if n := len(widget.Wrap(p.resealed(st.Resealed()).In(r.lang), 76)); n > 3 {
					t.Errorf("it takes %d lines of the screen", n)
				}
				var last hall.Entry
				actor, _ := st.SignIn(t.Context(), "chenfang", "four-five-six")
				board, err := st.Desk(actor).Board(t.Context())
				if err == nil && len(board.Recent) > 0 {
					last = board.Recent[0]
				}
				if last.Deed != hall.DeedSeal || last.Args[tt.arg] == "" || last.Args["code"] != st.Resealed().Before.Code() {
					t.Errorf("the journal ends with %+v, %v", last, err)
				}
				if err := st.Close(); err != nil {
					t.Fatal(err)
				}
				if got := sizhen(t, "--data", data, "check"); got.code != 1 || !strings.Contains(got.out, "封印相符，但第") {
					t.Errorf("%+v", got)
				}
			}
			if now, err := os.ReadFile(key); err != nil || string(now) == string(was) {
				t.Errorf("no new key: %v", err)
			}
			_, err1 := os.Stat(key + ".old")
			_, err2 := os.Stat(key + ".old-2")
			if kept := tt.arg == "other"; (err1 == nil) != kept || (err2 == nil) != kept {
				t.Errorf("the keys before: %v, %v", err1, err2)
			}
			var again bytes.Buffer
			r := &run{quick: true, stderr: &again, flags: flags{data: data, now: "2026-11-24T10:14"}, sampling: true}
			p, _ := r.place()
			st, err := r.openStore(t.Context(), p, false)
			if err != nil || again.Len() > 0 {
				t.Fatalf("opened once more: %v, %q", err, again.String())
			}
			_ = st.Close()
		})
	}
}
