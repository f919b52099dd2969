package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
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
	check(1, "封印不是这把钥匙", "办理记录断链")
	write(t, key, "rubbish")
	check(1, "钥匙文件", "读不出来")
	if err := os.Remove(key); err != nil {
		t.Fatal(err)
	}
	check(0, "没有核对", "数据完好")
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
	r := &run{stderr: os.Stderr, flags: flags{data: data, now: "2026-11-24T10:14"}, sampling: true}
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
