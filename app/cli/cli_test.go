package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"sizhen/config"
	"sizhen/store/hall"
)

// ran is what one run of the command line printed.
type ran struct {
	code     int
	out, err string
}

// sizhen runs the command line in this process, with a home folder of its own.
func sizhen(t *testing.T, args ...string) ran {
	t.Helper()
	home := t.TempDir()
	return runAt(home, args...)
}

// command runs the command line as it is, but for passwords that are hashed at no cost.
func command(args []string, stdin io.Reader, stdout, stderr io.Writer, env func(string) string) int {
	return (&run{stdin: stdin, stdout: stdout, stderr: stderr, env: env, pause: pause, quick: true}).main(args)
}

func runAt(home string, args ...string) ran {
	var out, errs bytes.Buffer
	env := map[string]string{"HOME": home, "APPDATA": home, "LOCALAPPDATA": home}
	code := command(args, strings.NewReader(""), &out, &errs, func(k string) string { return env[k] })
	return ran{code, out.String(), errs.String()}
}

// says checks the exit code, and that standard error holds the parts and is at most two lines.
func (r ran) says(t *testing.T, code int, parts ...string) {
	t.Helper()
	if r.code != code {
		t.Errorf("exit code %d, want %d: %s", r.code, code, r.err)
	}
	for _, p := range parts {
		if !strings.Contains(r.err, p) {
			t.Errorf("standard error lacks %q:\n%s", p, r.err)
		}
	}
	if n := strings.Count(r.err, "\n"); n > 2 {
		t.Errorf("%d lines on standard error:\n%s", n, r.err)
	}
	if strings.Contains(r.err, "goroutine") || strings.Contains(r.err, "{") || strings.Contains(r.err, "%!") {
		t.Errorf("raw words on standard error:\n%s", r.err)
	}
}

func TestUsageErrors(t *testing.T) {
	t.Parallel()
	tests := []struct {
		args   string
		zh, en string
	}{
		{"export mediators --account x", "没有 “mediators” 这个命令", "no command “mediators”"},
		{"serch --format csv", "没有 “serch” 这个命令", "no command “serch”"},
		{"export --format csv", "sizhen export cases", "sizhen export cases"},
		{"export --no-bom", "sizhen export cases", "sizhen export cases"},
		{"export --nobom cases", "没有 --nobom", "no option --nobom"},
		{"serch", "没有 “serch” 这个命令", "no command “serch”"},
		{"chekc", "是不是 check", "Did you mean check"},
		{"--dta x", "没有 --dta 这个选项", "no option --dta"},
		{"-x", "没有 -x 这个选项", "no option -x"},
		{"where --data", "--data 后面要写内容", "--data needs a value"},
		{"seed --cases many", "--cases 不能是 “many”", "--cases cannot be “many”"},
		{"seed --cases 0", "--cases 要在 1 到 1000000 之间", "--cases must lie between 1 and 1000000"},
		{"seed --years -3", "--years 要在 1 到 50", "--years must lie between 1 and 50"},
		{"where here", "“here” 是多余的", "“here” is too much"},
		{"--now yesterday where", "--now “yesterday” 不是时间", "--now “yesterday” is no time"},
		{"--now 2026-02-30 where", "--now “2026-02-30” 不是时间", "is no time"},
		{"export", "sizhen export cases", "sizhen export cases"},
		{"export cases --format xml", "--format 可以是 csv、xlsx、jsonl、docx", "--format can be csv, xlsx, jsonl, docx"},
		{"export cases --from 2026-13-01", "--from “2026-13-01” 不是日期", "--from “2026-13-01” is no date"},
		{"export cases --from 2026-02-01 --to 2026-01-01", "--from 在 --to 之后", "--from lies after --to"},
		{"completion", "如 sizhen completion bash", "sizhen completion bash"},
		{"completion tcsh", "没有 “tcsh” 的", "not “tcsh”"},
		{"help nothing", "没有 “nothing” 这个命令", "no command “nothing”"},
	}
	for _, tt := range tests {
		t.Run(tt.args, func(t *testing.T) {
			sizhen(t, strings.Fields(tt.args)...).says(t, 2, tt.zh, "--help")
			sizhen(t, append([]string{"--lang", "en"}, strings.Fields(tt.args)...)...).says(t, 2, tt.en, "--help")
		})
	}
	sizhen(t, "--lang", "fr", "where").says(t, 2, "--lang 只能是 zh-CN 或 en")
}

func TestHelpInBothLanguages(t *testing.T) {
	t.Parallel()
	for _, cmd := range [][]string{{}, {"demo"}, {"seed"}, {"check"}, {"export"}, {"export", "cases"}, {"where"}, {"version"}, {"completion"}} {
		zh := sizhen(t, append(cmd, "--help")...)
		en := sizhen(t, append([]string{"--lang=en"}, append(cmd, "-h")...)...)
		if zh.code != 0 || en.code != 0 || zh.err != "" || en.err != "" {
			t.Fatalf("%v: %+v %+v", cmd, zh, en)
		}
		for _, part := range []string{"用法：", "--lang zh-CN|en", "--config FILE", "--data DIR", "--now TIME", "--debug LOG"} {
			if !strings.Contains(zh.out, part) {
				t.Errorf("%v: help lacks %q:\n%s", cmd, part, zh.out)
			}
		}
		if !strings.Contains(en.out, "Usage:") || strings.ContainsFunc(en.out, func(r rune) bool { return r >= 0x4e00 && r < 0xa000 }) {
			t.Errorf("%v: English help:\n%s", cmd, en.out)
		}
		if via := sizhen(t, append([]string{"help"}, cmd...)...); via.out != zh.out {
			t.Errorf("help %v differs from --help:\n%s", cmd, via.out)
		}
	}
}

func TestLanguageFollowsTheSettings(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	s := named(hall.Defaults())
	s.Language = "en"
	if err := config.Write(filepath.Join(data, "hall.toml"), s); err != nil {
		t.Fatal(err)
	}
	if got := sizhen(t, "--data", data, "--help"); !strings.Contains(got.out, "Usage:") {
		t.Errorf("English settings, Chinese help:\n%s", got.out)
	}
	if got := sizhen(t, "--data", data, "--lang", "zh-CN", "--help"); !strings.Contains(got.out, "用法：") {
		t.Errorf("--lang does not win:\n%s", got.out)
	}
}

func named(s hall.Settings) hall.Settings {
	s.Name, s.Code, s.Word = "百官街道联合调解中心", "BG", "百"
	return s
}

func TestWhere(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" {
		t.Skip("paths of this system")
	}
	home := t.TempDir()
	got := runAt(home, "where")
	for _, part := range []string{home + "/.config/sizhen/hall.toml", home + "/.local/share/sizhen/hall.db", "还没有"} {
		if got.code != 0 || !strings.Contains(got.out, part) {
			t.Errorf("lacks %q:\n%s", part, got.out)
		}
	}
	got = runAt(home, "--data", home+"/x", "--debug", "/tmp/log", "where")
	for _, part := range []string{home + "/x/hall.toml", home + "/x/hall.db", "/tmp/log"} {
		if !strings.Contains(got.out, part) {
			t.Errorf("lacks %q:\n%s", part, got.out)
		}
	}
}

func TestNoHomeFolder(t *testing.T) {
	t.Parallel()
	var out, errs bytes.Buffer
	code := command([]string{"where"}, strings.NewReader(""), &out, &errs, func(string) string { return "" })
	ran{code, out.String(), errs.String()}.says(t, 1, "--data")
}

func TestVersionAndCompletion(t *testing.T) {
	t.Parallel()
	if got := sizhen(t, "version"); got.code != 0 || !strings.Contains(got.out, "sizhen") || !strings.Contains(got.out, "go1.") {
		t.Errorf("version: %+v", got)
	}
	for shell, part := range map[string]string{"bash": "__start_sizhen", "zsh": "#compdef sizhen", "fish": "complete -c sizhen",
		"powershell": "Register-ArgumentCompleter"} {
		if got := sizhen(t, "completion", shell); got.code != 0 || !strings.Contains(got.out, part) {
			t.Errorf("completion %s: code %d, %d bytes", shell, got.code, len(got.out))
		}
	}
	if got := sizhen(t, "__complete", "--lang", ""); !strings.Contains(got.out, "zh-CN") {
		t.Errorf("--lang completes to %q", got.out)
	}
}

func TestNotATerminal(t *testing.T) {
	t.Parallel()
	sizhen(t).says(t, 1, "终端窗口")
	sizhen(t, "demo").says(t, 1, "终端窗口")
	sizhen(t, "--lang", "en", "demo").says(t, 1, "terminal window")
}

func TestSettingsMistakesAreNamed(t *testing.T) {
	t.Parallel()
	const head = "name = \"百官\"\ncode = \"BG\"\nword = \"百\"\n"
	tests := []struct{ name, text, zh, en string }{
		{"unknown key", head + "roms = 1\n", "第 4 行，roms：没有这个设置项。可以写的有：language, name", "line 4, roms: there is no such setting. Allowed are: language, name"},
		{"wrong kind", head + "class = \"2\"\n", "第 4 行，class：要写数字", "line 4, class: wants a number"},
		{"out of range", head + "class = 9\n", "第 4 行，class：要在 1 到 3 之间", "line 4, class: must lie between 1 and 3"},
		{"one of", head + "level = \"town\"\n", "只能填这几个之一：\"township\"", "must be one of \"township\""},
		{"broken", head + "class = \n", "第 4 行", "line 4"},
		{"twice", head + "class = 1\nclass = 1\n", "第 5 行，class：写了两次", "line 5, class: stands there twice"},
		{"missing", "code = \"BG\"\n", "缺 name：不能空着", "name is missing: must be filled in"},
		{"not a list", head + "rooms = \"一室\"\n", "要写成 [\"一室\", \"二室\"]", "wants [\"一室\", \"二室\"]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := t.TempDir()
			write(t, filepath.Join(data, "hall.toml"), tt.text)
			write(t, filepath.Join(data, "hall.db"), "x")
			sizhen(t, "--data", data, "check").says(t, 1, filepath.Join(data, "hall.toml"), tt.zh)
			sizhen(t, "--data", data, "--lang", "en", "check").says(t, 1, tt.en)
		})
	}
}

// TestEveryConfigFaultHasWords keeps the codes and their words together.
func TestEveryConfigFaultHasWords(t *testing.T) {
	t.Parallel()
	codes := []hall.Code{config.CodeEncoding, config.CodeSize, config.CodeSyntax, config.CodeMarks, config.CodeDouble, config.CodeUnknown,
		config.CodeType, config.CodeClock, config.CodeZone, hall.ErrRequired, hall.ErrTooLong, hall.ErrOneOf, hall.ErrBetween, hall.ErrTwice,
		hall.ErrPattern, hall.ErrHours, hall.ErrLetters, hall.ErrControls, hall.ErrOrder, hall.ErrSlotLong}
	for _, c := range codes {
		if configFault(&config.Error{Code: c}).IsZero() {
			t.Errorf("%s says nothing", c)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
