package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"sizhen/config"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/kv/kvtest"
	"sizhen/views/text"
)

// newHall makes a hall in a folder of its own with a few cases, one of them confidential.
func newHall(t *testing.T, cases int) string {
	t.Helper()
	data := t.TempDir()
	s := named(hall.Defaults())
	if err := config.Write(filepath.Join(data, "hall.toml"), s); err != nil {
		t.Fatal(err)
	}
	r := &run{quick: true, stderr: io.Discard, flags: flags{data: data, now: "2026-11-24T10:14"}, sampling: true}
	p, err := r.place()
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	actor, err := r.createStore(ctx, p, s, founder{name: "陈芳", login: "chenfang", password: "four-five-six"})
	if err != nil {
		t.Fatal(err)
	}
	st, err := r.openStore(ctx, p, false)
	if err != nil {
		t.Fatal(err)
	}
	// A sample: its clock may stand still.
	if err := st.Bulk(ctx, func(b *store.Bulk) error { return b.Log(hall.Entry{Deed: hall.DeedSeed}) }); err != nil {
		t.Fatal(err)
	}
	desk := st.Desk(actor)
	for range cases {
		_, err := desk.FinishIntake(ctx, 0, hall.Intake{
			Parties: []hall.Party{
				{Side: hall.Applicant, Details: hall.Details{Name: "章雪琴", Phone: "13800006021"}},
				{Side: hall.Respondent, Details: hall.Details{Name: "章阿根"}},
			},
			Matter: hall.Matter{Type: "neighbours", Facts: "滴水\n入院"}, End: hall.Ending{Outcome: hall.AcceptedNow},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	return data
}

func TestFilesThatAreNoStore(t *testing.T) {
	t.Parallel()
	whole, err := os.ReadFile(filepath.Join(newHall(t, 3), "hall.db"))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, content, zh, en string }{
		{"empty", "", "是空文件", "is empty"},
		{"text", strings.Repeat("这不是数据文件\n", 2000), "不是四诊的数据文件", "not a store of sizhen"},
		{"cut short", string(whole[:13000]), "已损坏或不完整", "damaged, or cut short"},
		{"heads gone", strings.Repeat("\x00", 16384) + string(whole[16384:]), "没有动它", "left alone"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := t.TempDir()
			if err := config.Write(filepath.Join(data, "hall.toml"), named(hall.Defaults())); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join(data, "hall.db")
			write(t, file, tt.content)
			for _, cmd := range [][]string{{"check"}, {"export", "cases"}, {"seed", "--cases", "1"}} {
				sizhen(t, append([]string{"--data", data}, cmd...)...).says(t, 1, file, tt.zh)
				sizhen(t, append([]string{"--data", data, "--lang", "en"}, cmd...)...).says(t, 1, file, tt.en)
			}
			if got := sizhen(t, "--data", data, "check"); strings.Contains(tt.zh, "损坏") && !strings.Contains(got.out, "结构") {
				t.Errorf("check does not say where: %+v", got)
			}
			if left, _ := os.ReadFile(file); string(left) != tt.content {
				t.Error("the file was changed")
			}
		})
	}
}

// keyed are the options to open a test's hall with, its key among them.
func keyed(t *testing.T, data string) store.Options {
	t.Helper()
	p := place{config: filepath.Join(data, "hall.toml"), data: data}
	s, err := p.seal()
	if err != nil {
		t.Fatal(err)
	}
	return store.Options{Path: p.store(), Settings: named(hall.Defaults()), Program: "sizhen", Quick: true, Seal: s.key}
}

func TestStoreOpenElsewhere(t *testing.T) {
	t.Parallel()
	data := newHall(t, 0)
	st, err := store.Open(context.Background(), keyed(t, data))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	sizhen(t, "--data", data, "check").says(t, 1, "正被另一个程序使用", "进程号", "请先关掉")
	sizhen(t, "--data", data, "--lang", "en", "check").says(t, 1, "open in another program", "process")
}

func TestNoStoreThere(t *testing.T) {
	t.Parallel()
	for _, cmd := range [][]string{{"check"}, {"export", "cases"}} {
		sizhen(t, append([]string{"--data", t.TempDir()}, cmd...)...).says(t, 1, "还没有数据")
	}
	data := newHall(t, 0)
	if err := os.Remove(filepath.Join(data, "hall.toml")); err != nil {
		t.Fatal(err)
	}
	sizhen(t, "--data", data, "check").says(t, 1, "没有设置文件", "hall.toml.bak")
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "x")
	sizhen(t, "--data", file, "check").says(t, 1, "不是文件夹")
}

func TestErrorsOfTheStoreHaveWords(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		err    error
		zh, en string
	}{
		{store.ErrNewer, "更新版本", "newer sizhen"}, {store.ErrNotHall, "别的程序", "another program"}, {kv.ErrReadOnly, "没有权限写", "cannot be written"},
		{kv.ErrNoAccess, "没有权限读", "cannot be read"},
		{kv.ErrFull, "磁盘满了", "disk is full"}, {kv.ErrDamaged, "已损坏", "is damaged"}, {kv.ErrLocked, "另一个程序", "another program"},
		{errors.New("strange"), "strange", "strange"},
	} {
		m := said(storeFault{"/x/hall.db", tt.err})
		if zh, en := m.In(text.Zh), m.In(text.En); !strings.Contains(zh, tt.zh) || !strings.Contains(en, tt.en) || strings.Contains(zh+en, "{") {
			t.Errorf("%v: %s / %s", tt.err, zh, en)
		}
	}
}

func TestCheckOfASoundStore(t *testing.T) {
	t.Parallel()
	got := sizhen(t, "--data", newHall(t, 2), "check")
	if got.code != 0 || !strings.Contains(got.out, "数据完好") {
		t.Errorf("%+v", got)
	}
}

func TestCheckListsFaults(t *testing.T) {
	t.Parallel()
	data := newHall(t, 4)
	file := filepath.Join(data, "hall.db")
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	// Flip a bit in every copy of the facts: the records' checksums no longer fit.
	write(t, file, string(bytes.ReplaceAll(b, []byte("滴水"), []byte("滴氶"))))
	got := sizhen(t, "--data", data, "check")
	got.says(t, 1, "处问题", "备份")
	if !strings.Contains(got.out, "记录读不出") {
		t.Errorf("no list of faults:\n%s", got.out)
	}
	exported(t, "--data", data, "export", "cases").says(t, 1, file)
}

func TestExportCases(t *testing.T) {
	t.Parallel()
	data := newHall(t, 3)
	got := exported(t, "--data", data, "export", "cases")
	if got.code != 0 || strings.Count(got.out, "\r\n") != 4 || !strings.HasPrefix(got.out, "\ufeff编号,案号") || strings.Contains(got.out, "13800006021") {
		t.Errorf("%+v", got)
	}
	if en := exported(t, "--data", data, "--lang", "en", "export", "cases"); !strings.HasPrefix(en.out, "\ufeffID,Case number") {
		t.Errorf("English: %s", en.out)
	}
	lines := strings.Split(strings.TrimSpace(exported(t, "--data", data, "export", "cases", "--format", "jsonl").out), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, l := range lines {
		var c struct {
			ID     uint64
			State  string
			Phones []string `json:"applicant_phones"`
		}
		if err := json.Unmarshal([]byte(l), &c); err != nil || c.ID != uint64(i+1) || c.State != "accepted" || c.Phones[0] != "138····6021" {
			t.Errorf("line %d: %v %s", i+1, err, l)
		}
	}
	for args, want := range map[string]int{"--to 2026-11-23": 1, "--from 2026-11-25": 1, "--from 2026-11-24 --to 2026-11-24": 4} {
		got := exported(t, append([]string{"--data", data, "export", "cases"}, strings.Fields(args)...)...)
		if n := strings.Count(got.out, "\r\n"); got.code != 0 || n != want {
			t.Errorf("%s: %d lines, want %d", args, n, want)
		}
	}
}

// shut is a pipe whose reader has gone.
type shut struct{}

func (shut) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestBrokenPipeEndsQuietly(t *testing.T) {
	t.Parallel()
	var errs bytes.Buffer
	args := []string{"--data", newHall(t, 1), "export", "cases", "--account", "chenfang"}
	code := command(args, strings.NewReader("four-five-six\n"), shut{}, &errs, func(string) string { return "" })
	if code != 0 || errs.Len() > 0 {
		t.Errorf("code %d: %s", code, errs.String())
	}
}

func TestSetUpLeavesNothingHalf(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	s := named(hall.Defaults())
	r := &run{quick: true, stderr: io.Discard, flags: flags{data: data}}
	p, err := r.place()
	if err != nil {
		t.Fatal(err)
	}
	// What a run that was killed would have left.
	if err := os.MkdirAll(filepath.Join(data, unfinished+"1"), 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(data, unfinished+"1", "hall.db"), "half")
	if _, err := r.createStore(context.Background(), p, s, founder{name: "陈芳", login: "chenfang", password: "short"}); err == nil {
		t.Fatal("a short password was taken")
	}
	if p.hasStore() {
		t.Error("a failed set-up left a store")
	}
	if _, err := r.createStore(context.Background(), p, s, founder{name: "陈芳", login: "chenfang", password: "long enough"}); err != nil {
		t.Fatal(err)
	}
	left, _ := filepath.Glob(filepath.Join(data, ".set-up-*"))
	if len(left) > 0 || !p.hasStore() {
		t.Errorf("left behind: %v, store %v", left, p.hasStore())
	}
	_, err = r.createStore(context.Background(), p, s, founder{name: "俞芳", login: "yufang", password: "long enough"})
	if err == nil || !strings.Contains(said(err).In(text.Zh), "已经有数据") {
		t.Errorf("a second hall over the first: %v", err)
	}
}

func TestOldDemosAreRemoved(t *testing.T) {
	t.Parallel()
	temp := t.TempDir()
	now := time.Now()
	for name, age := range map[string]time.Duration{"sizhen-demo-old": 30 * time.Hour, "sizhen-demo-new": time.Hour, "other": 99 * time.Hour} {
		dir := filepath.Join(temp, name)
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, "hall.db"), "x")
		for _, path := range []string{filepath.Join(dir, "hall.db"), dir} {
			if err := os.Chtimes(path, now.Add(-age), now.Add(-age)); err != nil {
				t.Fatal(err)
			}
		}
	}
	removeOldDemos(temp, now)
	left, _ := filepath.Glob(filepath.Join(temp, "*"))
	if len(left) != 2 || strings.Contains(strings.Join(left, " "), "old") {
		t.Errorf("left: %v", left)
	}
}

// A large store takes up to a minute: whoever opens it is told before it begins, once.
func TestOldStoreSaysThatItIsBroughtUpToDate(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ lang, line string }{{"zh-CN", "正在整理旧版本的数据，请稍候…\n"},
		{"en", "bringing the records of an earlier version up to date, please wait…\n"}} {
		old := kvtest.Restore(t, "../../store/testdata/schema1.txt")
		data := filepath.Dir(old)
		if err := config.Write(filepath.Join(data, "hall.toml"), named(hall.Defaults())); err != nil {
			t.Fatal(err)
		}
		args := []string{"--data", data, "--lang", tt.lang, "--now", "2026-11-24T10:14", "seed", "--cases", "1", "--mediators", "1", "--years", "1"}
		if got := sizhen(t, args...); got.code != 0 || !strings.HasPrefix(got.err, tt.line) {
			t.Errorf("the first time: %+v", got)
		}
		if got := sizhen(t, args...); got.code != 0 || strings.Contains(got.err, strings.TrimSpace(tt.line)) {
			t.Errorf("the second time: %+v", got)
		}
	}
}

// A folder that may not be looked into holds no new hall: it is named, and why.
func TestStoreThatMayNotBeRead(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("everything may be read here")
	}
	for _, shut := range []string{"hall.db", "."} {
		data := newHall(t, 0)
		mode := os.FileMode(0o700)
		if err := os.Chmod(filepath.Join(data, shut), 0); err != nil {
			t.Fatal(err)
		}
		sizhen(t, "--data", data, "check").says(t, 1, "没有权限", data)
		if got := sizhen(t, "--data", data, "check"); strings.Contains(got.err, "权限写") {
			t.Errorf("%s: %s", shut, got.err)
		}
		if err := os.Chmod(filepath.Join(data, shut), mode); err != nil {
			t.Fatal(err)
		}
	}
}

// A spare head that went bad stops nobody: the program opens the file by the other one and mends it.
func TestCheckOfAStoreWithOneHead(t *testing.T) {
	t.Parallel()
	for _, at := range []int{0, os.Getpagesize()} {
		data := newHall(t, 2)
		file := filepath.Join(data, "hall.db")
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		clear(b[at : at+os.Getpagesize()])
		write(t, file, string(b))
		got := sizhen(t, "--data", data, "check")
		got.says(t, 0)
		if !strings.Contains(got.out, "坏了一个") || !strings.Contains(got.out, "自己修好") || strings.Contains(got.out, "读不出来") {
			t.Errorf("head at %d: %+v", at, got)
		}
		for range 2 { // each start writes
			r := &run{quick: true, stderr: io.Discard, flags: flags{data: data, now: "2026-11-24T10:14"}, sampling: true}
			p, err := r.place()
			if err != nil {
				t.Fatal(err)
			}
			st, err := r.openStore(context.Background(), p, false)
			if err != nil {
				t.Fatal(err)
			}
			_, _ = st.SignIn(context.Background(), "chenfang", "four-five-six")
			if err := st.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if got = sizhen(t, "--data", data, "check"); strings.Contains(got.out, "坏了一个") || got.code != 0 {
			t.Errorf("head at %d is not mended: %+v", at, got)
		}
	}
}
