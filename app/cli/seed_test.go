package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"sizhen/config"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/views/text"
)

func TestSeedSetsASampleHallUpAndFillsIt(t *testing.T) {
	t.Parallel()
	data := filepath.Join(t.TempDir(), "practice")
	args := []string{"--data", data, "--now", "2026-11-24T10:14", "seed", "--cases", "40", "--mediators", "5", "--rng", "7"}
	got := sizhen(t, args...)
	if got.code != 0 || !strings.Contains(got.out, "已生成 40 件案件") {
		t.Fatalf("%+v", got)
	}
	login := regexp.MustCompile(`登录名  (\S+)`).FindStringSubmatch(got.out)
	password := regexp.MustCompile(`密码    (\S+)`).FindStringSubmatch(got.out)
	if login == nil || password == nil || len(password[1]) < 8 {
		t.Fatalf("no way to sign in:\n%s", got.out)
	}
	if check := sizhen(t, "--data", data, "check"); check.code != 0 {
		t.Errorf("%+v", check)
	}
	cases := func(data, password string) ran {
		return signed(t, password, "--data", data, "export", "cases", "--format", "jsonl", "--account", login[1])
	}
	first := cases(data, password[1])
	if n := strings.Count(first.out, "\n"); n != 40 {
		t.Errorf("%d cases, want 40", n)
	}
	st, err := store.Open(context.Background(), keyed(t, data))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.SignIn(context.Background(), login[1], password[1]); err != nil {
		t.Errorf("the printed password is refused: %v", err)
	}
	rows, err := st.Accounts(context.Background())
	for _, a := range rows {
		if a.Login != login[1] && !strings.Contains(got.out, a.Login) {
			t.Errorf("%s can sign in, which is not said:\n%s", a.Login, got.out)
		}
	}
	if err != nil || len(rows) < 4 {
		t.Errorf("%d accounts, %v", len(rows), err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}

	args[1] = filepath.Join(t.TempDir(), "again")
	again := sizhen(t, args...)
	if again.code != 0 {
		t.Fatalf("%+v", again)
	}
	if second := cases(args[1], madeWith(t, again)); second.out != first.out {
		t.Error("the same seed gives other cases")
	}
}

// madeWith is the password that a run of seed printed.
func madeWith(t *testing.T, got ran) string {
	t.Helper()
	found := regexp.MustCompile(`密码    (\S+)`).FindStringSubmatch(got.out)
	if found == nil {
		t.Fatalf("no password: %+v", got)
	}
	return found[1]
}

// A hall that is practised in may be gone on with: what is private in it is signed for, the journal names
// nobody who did not sign in, and the program says that it is a sample.
func TestASeededHallIsSignedFor(t *testing.T) {
	t.Parallel()
	data := newHall(t, 2)
	for _, list := range []string{"accounts", "cases"} {
		sizhen(t, "--data", data, "export", list).says(t, 1, "先登录", "--account")
		for _, login := range []string{"chenfang", "nobody"} {
			if got := signed(t, "xx", "--data", data, "export", list, "--account", login); got.code != 1 || got.out != "" {
				t.Errorf("%s for %s: %+v", list, login, got)
			}
		}
	}
	o := keyed(t, data)
	st, err := store.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	actor, err := st.SignIn(t.Context(), "chenfang", "four-five-six")
	if err != nil {
		t.Fatal(err)
	}
	board, err := st.Desk(actor).Board(t.Context())
	for _, e := range board.Recent {
		if e.Deed == hall.DeedExport {
			t.Errorf("%s is said to have exported", e.ByName)
		}
	}
	open, err2 := (&run{lang: text.Zh, env: func(string) string { return "" }}).program(t.Context(), session{store: st})
	if err := errors.Join(err, err2); err != nil || !open.Sample {
		t.Errorf("the program does not say that it is a sample: %v", err)
	}
}

func TestSeedKeepsAHallsOwnSettings(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	s := named(hall.Defaults())
	s.Name = "小越镇联合调解中心"
	if err := config.Write(filepath.Join(data, "hall.toml"), s); err != nil {
		t.Fatal(err)
	}
	if got := sizhen(t, "--data", data, "seed", "--cases", "1"); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	if now, err := config.Load(filepath.Join(data, "hall.toml")); err != nil || now.Name != s.Name {
		t.Errorf("the settings became %q, %v", now.Name, err)
	}
}

func TestSampleHallLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	for name, ends := range map[string]func(){"as it should": func() {}, "in a panic": func() { panic("broken") }} {
		temp := t.TempDir()
		r := &run{quick: true, stderr: io.Discard, lang: text.Zh, flags: flags{now: "2026-11-24T10:14"}}
		func() {
			defer func() { _ = recover() }()
			err := r.inSample(context.Background(), temp, func(st *store.Store, p place, actor hall.Actor) error {
				if _, err := os.Stat(p.store()); err != nil || !st.Settings().Demo || actor.Mediator == 0 {
					t.Errorf("demo %v, actor %+v, %v", st.Settings().Demo, actor, err)
				}
				board, err := st.Desk(actor).Board(context.Background())
				if err != nil || board.Waiting == 0 {
					t.Errorf("nobody waits in the sample hall: %v", err)
				}
				ends()
				return nil
			})
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}()
		if left, _ := filepath.Glob(filepath.Join(temp, "*")); len(left) > 0 {
			t.Errorf("ended %s, it left %v", name, left)
		}
	}
}

func TestInterruptedWorkSaysSo(t *testing.T) {
	t.Parallel()
	var errs bytes.Buffer
	r := &run{quick: true, stderr: &errs, lang: text.Zh}
	if code := r.exit(nil, at("/x/hall.db", context.Canceled)); code != 1 || !strings.Contains(errs.String(), "已中断") {
		t.Errorf("code %d: %s", code, errs.String())
	}
	if code := r.exit(nil, errors.New("odd")); code != 1 {
		t.Errorf("code %d", code)
	}
}

func TestABrokenProgramLeavesItsStackToTheLog(t *testing.T) {
	t.Parallel()
	var errs bytes.Buffer
	data := t.TempDir()
	r := &run{quick: true, stderr: &errs, lang: text.Zh, flags: flags{data: data}}
	code := r.broken("index out of range")
	ran{code, "", errs.String()}.says(t, 1, "index out of range", "sizhen.log")
	if log, err := os.ReadFile(filepath.Join(data, "sizhen.log")); err != nil || !strings.Contains(string(log), "goroutine") {
		t.Errorf("the log holds %q, %v", log, err)
	}
}
