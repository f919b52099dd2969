package cli

import (
	"context"
	"encoding/csv"
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
	"sizhen/views/ledger"
)

// realHall is a hall with one case and a telephone typed into its facts; no sample.
func realHall(t *testing.T, confidential bool) string {
	t.Helper()
	data := t.TempDir()
	s := named(hall.Defaults())
	if err := config.Write(filepath.Join(data, "hall.toml"), s); err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	o := store.Options{Path: filepath.Join(data, "hall.db"), Settings: s, Quick: true}
	st, actor, err := store.Create(ctx, o, hall.Staff{Name: "陈芳", Login: "chenfang"}, "", "four-five-six")
	if err != nil {
		t.Fatal(err)
	}
	_, err = st.Desk(actor).FinishIntake(ctx, 0, hall.Intake{
		Parties: []hall.Party{
			{Side: hall.Applicant, Details: hall.Details{Name: "章雪琴", Phone: "13800006021"}},
			{Side: hall.Respondent, Details: hall.Details{Name: "+章阿根"}},
		},
		Matter: hall.Matter{Type: "neighbours", Subject: "=HYPERLINK(\"x\")", Facts: "滴水,\n打过 13800016021", Confidential: confidential},
		End:    hall.Ending{Outcome: hall.AcceptedNow},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	return data
}

// signed runs a command as a script does that gives its password on standard input.
func signed(t *testing.T, password string, args ...string) ran {
	t.Helper()
	var out, errs strings.Builder
	code := command(args, strings.NewReader(password+"\n"), &out, &errs, func(string) string { return t.TempDir() })
	return ran{code, out.String(), errs.String()}
}

// exported runs a command as the administrator of a test's hall.
func exported(t *testing.T, args ...string) ran {
	t.Helper()
	return signed(t, "four-five-six", append(args, "--account", "chenfang")...)
}

func rowsOf(t *testing.T, r ran) []map[string]string {
	t.Helper()
	table, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(r.out, "\ufeff"))).ReadAll()
	if err != nil || len(table) == 0 {
		t.Fatalf("no table: %v %+v", err, r)
	}
	var out []map[string]string
	for _, line := range table[1:] {
		row := map[string]string{}
		for i, head := range table[0] {
			row[head] = line[i]
		}
		out = append(out, row)
	}
	return out
}

func TestPersonalDataAreSignedForAndRecorded(t *testing.T) {
	t.Parallel()
	data := realHall(t, false)
	sizhen(t, "--data", data, "export", "cases").says(t, 1, "先登录", "--account")
	if got := signed(t, "wrong-word", "--data", data, "export", "cases", "--account", "chenfang"); got.code != 1 || got.out != "" {
		t.Errorf("a wrong password: %+v", got)
	}
	got := exported(t, "--data", data, "export", "cases")
	rows := rowsOf(t, got)
	if len(rows) != 1 || got.code != 0 {
		t.Fatalf("%+v", got)
	}
	for head, want := range map[string]string{
		"事由": "'=HYPERLINK(\"x\")", "简要情况": "滴水, 打过 138····6021", "被申请人": "'+章阿根", "申请人电话": "138····6021", "纠纷类型": "邻里",
	} {
		if rows[0][head] != want {
			t.Errorf("%s is %q, want %q", head, rows[0][head], want)
		}
	}
	if !strings.HasPrefix(got.out, "\ufeff") || strings.Count(got.out, "\n") != 2 {
		t.Errorf("no table that spreadsheets open: %q", got.out)
	}
	st, err := store.Open(t.Context(), keyed(t, data))
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	actor, err := st.SignIn(t.Context(), "chenfang", "four-five-six")
	if err != nil {
		t.Fatal(err)
	}
	board, err := st.Desk(actor).Board(t.Context())
	if err != nil || len(board.Recent) == 0 || board.Recent[0].Deed != hall.DeedExport || board.Recent[0].ByName != "陈芳" {
		t.Errorf("the export is not in the journal: %+v, %v", board.Recent, err)
	}
}

func TestConfidentialCasesComeWithoutNamesAndFacts(t *testing.T) {
	t.Parallel()
	data := realHall(t, true)
	got := exported(t, "--data", data, "export", "cases")
	if strings.Contains(got.out, "章") || strings.Contains(got.out, "滴水") || len(rowsOf(t, got)) != 1 {
		t.Errorf("a confidential case shows: %+v", got)
	}
	got = exported(t, "--data", data, "export", "cases", "--confidential")
	if !strings.Contains(got.out, "章雪琴") || strings.Contains(got.out, "13800006021") {
		t.Errorf("asked for, it must come, masked: %+v", got)
	}
}

// One rule for every list: what is confidential comes when it is asked for, to those who may read it, and the
// journal says so. The telephones of those to be called are whole for who works on the case.
func TestNoListTellsWhatIsConfidentialUnasked(t *testing.T) {
	t.Parallel()
	d := newDiary(t)
	d.at(func(st *store.Store, desk *store.Desk) error {
		slot := hall.Slot{Day: hall.NewDay(2026, 11, 25), From: 840, To: 900}
		for _, end := range []hall.Ending{{Outcome: hall.Booked, Slot: slot, Room: "一室"}, {Outcome: hall.SeenNow}} {
			in := intake("卢秋霞", "秘事", true, end)
			in.Parties[1].Details.Name = "褚文彬"
			if _, err := desk.FinishIntake(t.Context(), 0, in); err != nil {
				return err
			}
		}
		if _, err := desk.SaveBody(t.Context(), 0, hall.Body{Name: "镇司法所", Kind: hall.BodyJudicial, Phone: "13800009999"}); err != nil {
			return err
		}
		_, err := desk.AddStaff(t.Context(), hall.Staff{Login: "yu", Name: "俞丽娟", Roles: hall.FrontDesk}, "", "seven-eight-nine")
		return err
	})
	run := func(password, account string, args ...string) ran {
		return signed(t, password, append([]string{"--data", d.data, "--now", "2026-11-24T10:14", "export", "--account", account}, args...)...)
	}
	for _, l := range ledger.All() {
		for login, password := range map[string]string{"chenfang": "four-five-six", "yu": "seven-eight-nine"} {
			got := run(password, login, l.Name, "--format", "csv")
			for _, secret := range []string{"卢秋霞", "褚文彬", "秘事"} {
				if strings.Contains(got.out, secret) {
					t.Errorf("%s for %s tells %s:\n%s", l.Name, login, secret, got.out)
				}
			}
		}
		if l.Has(ledger.TakesConfidential) {
			run("seven-eight-nine", "yu", l.Name, "--format", "csv", "--confidential").says(t, 1, "主任")
		}
	}
	for _, list := range []string{"cases", "appointments", "visits", "calls"} {
		if got := run("four-five-six", "chenfang", list, "--format", "csv", "--confidential"); !strings.Contains(got.out, "卢秋霞") {
			t.Errorf("%s, asked for: %+v", list, got)
		}
	}
	if got := run("seven-eight-nine", "yu", "calls"); strings.Count(got.out, "未通知,") != 4 || strings.Contains(got.out, "13800006021") {
		t.Errorf("of the calls of a confidential case there is nothing, or a telephone: %+v", got)
	}
	if got := run("four-five-six", "chenfang", "calls"); !strings.Contains(got.out, "13800006021") {
		t.Errorf("no telephones for who registered them: %+v", got)
	}
	d.at(func(_ *store.Store, desk *store.Desk) error {
		board, err := desk.Board(t.Context())
		if len(board.Recent) < 2 || board.Recent[0].Args["confidential"] != "" || board.Recent[2].Args["confidential"] != "yes" {
			t.Errorf("the journal does not tell them apart: %+v", board.Recent)
		}
		return err
	})
	for login, whole := range map[string]bool{"chenfang": true, "yu": false} {
		got := run(map[bool]string{true: "four-five-six", false: "seven-eight-nine"}[whole], login, "bodies", "--format", "csv")
		if strings.Contains(got.out, "13800009999") != whole {
			t.Errorf("the telephone of a body for %s: %+v", login, got)
		}
	}
}

// Every list has a command whose help names its formats, and which writes what it says.
func TestEveryListHasACommand(t *testing.T) {
	t.Parallel()
	data := newHall(t, 2)
	for _, l := range ledger.All() {
		help := sizhen(t, "export", l.Name, "--help")
		for _, f := range l.Formats {
			if !strings.Contains(help.out, string(f)) {
				t.Errorf("the help of %s does not name %s:\n%s", l.Name, f, help.out)
			}
		}
		file := filepath.Join(t.TempDir(), l.Name+".csv")
		got := exported(t, "--data", data, "export", l.Name, "--format", "csv", "--out", file)
		if written, err := os.ReadFile(file); got.code != 0 || got.out != "" || err != nil || !strings.HasPrefix(string(written), "\ufeff") {
			t.Errorf("%s: %v %+v", l.Name, err, got)
		}
		sizhen(t, "--data", data, "export", l.Name, "--format", "pdf").says(t, 2, "pdf", "csv", "docx")
	}
	sizhen(t, "export", "casess").says(t, 2, "是不是 cases")
}

// Options may stand before the list, those without a value too.
func TestOptionsMayStandBeforeTheList(t *testing.T) {
	t.Parallel()
	data := newHall(t, 1)
	file := filepath.Join(t.TempDir(), "cases.csv")
	got := signed(t, "four-five-six", "--data", data, "export", "--account", "chenfang", "--no-bom", "--confidential", "--out", file, "cases")
	if b, err := os.ReadFile(file); got.code != 0 || err != nil || len(b) == 0 || strings.HasPrefix(string(b), "\ufeff") {
		t.Errorf("%q %v %+v", b, err, got)
	}
	sizhen(t, "export", "--public", "cases").says(t, 2, "没有 --public")
}

// The README's table of lists names those that there are.
func TestReadmeNamesEveryList(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(b), "| list | | list | | list | |\n")
	table, _, _ := strings.Cut(rest, "\n\n")
	if !ok {
		t.Fatal("there is no table of lists")
	}
	said := map[string]bool{}
	for _, line := range strings.Split(table, "\n") {
		for i, cell := range strings.Split(line, "|") {
			for _, name := range strings.Fields(strings.ReplaceAll(cell, "`", "")) {
				if i%2 == 1 && strings.Trim(name, "-") != "" {
					said[name] = true
				}
			}
		}
	}
	for _, l := range ledger.All() {
		if !said[l.Name] {
			t.Errorf("the README does not name %s", l.Name)
		}
		delete(said, l.Name)
	}
	for name := range said {
		t.Errorf("the README names %s, which there is not", name)
	}
}

// What fails leaves the file of before as it was, and nothing beside it.
func TestAnExportThatFailsLeavesNothing(t *testing.T) {
	t.Parallel()
	data := newHall(t, 1)
	dir := t.TempDir()
	file := filepath.Join(dir, "cases.csv")
	write(t, file, "the one of before")
	sizhen(t, "--data", t.TempDir(), "export", "cases", "--out", file).says(t, 1, "还没有数据")
	exported(t, "--data", data, "export", "duty", "--format", "csv", "--person", "没有此人", "--out", file).says(t, 2, "没有叫")
	if b, err := os.ReadFile(file); err != nil || string(b) != "the one of before" {
		t.Errorf("%q %v", b, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAFullOutputIsNamed(t *testing.T) {
	t.Parallel()
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skipf("this system has no output that is always full: %v", err)
	}
	data := newHall(t, 1)
	defer full.Close()
	for _, args := range [][]string{{"export", "cases", "--account", "chenfang"}, {"where"}, {"version"}, {"check"}, {"--help"}} {
		var errs strings.Builder
		code := command(append([]string{"--data", data}, args...), strings.NewReader("four-five-six\n"), full, &errs, func(string) string { return "" })
		ran{code: code, err: errs.String()}.says(t, 1, "/dev/full", "满")
	}
}

func TestARealHallKeepsItsTime(t *testing.T) {
	t.Parallel()
	data := realHall(t, false)
	sizhen(t, "--data", data, "--now", "2027-01-01", "export", "roster").says(t, 1, "--now 只用于样例")
	sizhen(t, "--data", data, "--now", "2027-01-01", "check").says(t, 1, "--now 只用于样例")
}

func TestARealHallIsNotSeeded(t *testing.T) {
	t.Parallel()
	data := realHall(t, false)
	sizhen(t, "--data", data, "seed", "--cases", "1").says(t, 1, "真的数据")
	empty := t.TempDir()
	s := named(hall.Defaults())
	if err := config.Write(filepath.Join(empty, "hall.toml"), s); err != nil {
		t.Fatal(err)
	}
	o := store.Options{Path: filepath.Join(empty, "hall.db"), Settings: s, Quick: true}
	st, _, err := store.Create(t.Context(), o, hall.Staff{Name: "陈芳", Login: "chenfang"}, "", "four-five-six")
	if err != nil {
		t.Fatal(err)
	}
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	sizhen(t, "--data", empty, "seed", "--cases", "1").says(t, 1, "先登录")
	if got := signed(t, "four-five-six", "--data", empty, "seed", "--cases", "1", "--mediators", "1", "--account", "chenfang"); got.code != 0 {
		t.Errorf("an empty hall is not seeded: %+v", got)
	}
}

// A folder is no file to write into, and nothing can be written where there is no folder: that is said
// before anybody signs in.
func TestAnExportSaysWhereItCannotBeWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for _, list := range []string{"cases", "calendar"} {
		sizhen(t, "export", list, "--out", dir).says(t, 2, dir+" 是文件夹", "文件名")
		sizhen(t, "export", list, "--out", filepath.Join(dir, "no", "x.csv")).says(t, 2, "没有 "+filepath.Join(dir, "no")+" 这个文件夹")
	}
}

// What an argument holds is shown, not obeyed by the terminal.
func TestControlSignsOfAnArgumentAreNotEchoed(t *testing.T) {
	t.Parallel()
	got := sizhen(t, "\x1b]0;owned\x07serch")
	if strings.ContainsAny(got.err, "\x1b\x07") || !strings.Contains(got.err, "serch") {
		t.Errorf("%q", got.err)
	}
	if got := sizhen(t, "no\nsuch\xffthing"); got.code != 2 || strings.Count(got.err, "\n") != 2 || !strings.Contains(got.err, "no·such·thing") {
		t.Errorf("%q", got.err)
	}
	if got := sizhen(t, "--version"); got.code != 0 || !strings.Contains(got.out, "四诊 sizhen") {
		t.Errorf("%+v", got)
	}
	if got := sizhen(t, "__complete", "help", "exp"); !strings.Contains(got.out, "export\n") {
		t.Errorf("help is not completed: %+v", got)
	}
}

func TestFilesOfAHallAreItsOwnersOnly(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("no such permissions")
	}
	data := newHall(t, 0)
	for path, mode := range map[string]os.FileMode{"": 0o755, "hall.db": 0o644, "hall.toml": 0o644} {
		if err := os.Chmod(filepath.Join(data, path), mode); err != nil {
			t.Fatal(err)
		}
	}
	sizhen(t, "--data", data, "check").says(t, 0)
	for _, path := range []string{"", "hall.db", "hall.toml"} {
		if info, err := os.Stat(filepath.Join(data, path)); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%q is %v, %v", path, info.Mode(), err)
		}
	}
}

// A script that was wrong several times gets in with the right password: the command waits by itself.
func TestAnExportWaitsForItsNextTry(t *testing.T) {
	t.Parallel()
	data := realHall(t, false)
	for range 5 { // each in a process of its own
		_ = asked(t, data, "wrong-word", func(time.Duration) {})
	}
	var waited time.Duration
	if err := asked(t, data, "four-five-six", func(d time.Duration) { waited += d }); err != nil || waited == 0 || waited > 30*time.Second {
		t.Errorf("after %v: %v", waited, err)
	}
}

// asked signs in as a command does that was just started, with a clock that only waiting moves.
func asked(t *testing.T, data, password string, wait func(time.Duration)) error {
	t.Helper()
	var ran time.Duration
	o := keyed(t, data)
	o.Now, o.Elapsed = func() time.Time { return time.Date(2026, 11, 24, 10, 14, 0, 0, time.UTC) }, func() time.Duration { return ran }
	st, err := store.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	r := &run{stdin: strings.NewReader(password + "\n"), stderr: io.Discard, flags: flags{account: "chenfang"}}
	r.pause = func(_ context.Context, d time.Duration) error {
		ran += d
		wait(d)
		return nil
	}
	_, err = r.signIn(t.Context(), st)
	return err
}
