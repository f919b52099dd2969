package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"sizhen/store/hall"
)

func sample() hall.Settings {
	s := hall.Defaults()
	s.Name, s.Code, s.Word = "百官街道联合调解中心", "BG", "百"
	return s
}

func file(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "hall.toml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const head = "name = \"百官\"\ncode = \"BG\"\nword = \"百\"\n"

func TestLoadTakesDefaultsForMissingKeys(t *testing.T) {
	s, err := Load(file(t, "\xef\xbb\xbf"+head+"idle_lock = 0\nzone = \"Asia/Shanghai\"\nwritten_from = 5000.5\nlevel = \"county\"\nlanguage = \"en\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	if s.Name != "百官" || s.IdleLock != 0 || s.Zone.String() != "Asia/Shanghai" || s.WrittenFrom != 500050 || s.Level != hall.County || s.Language != "en" {
		t.Errorf("read %+v", s)
	}
	if s.Slot != 60 || len(s.Types) != 18 || len(s.Rooms) != 3 {
		t.Errorf("defaults lost: %+v", s)
	}
}

func TestLoadNamesTheMistake(t *testing.T) {
	tests := []struct {
		name, text string
		line       int
		key        string
		code       hall.Code
	}{
		{"unknown key", head + "\n# a comment\nroms = [\"一室\"]\n", 6, "roms", CodeUnknown},
		{"unknown table", head + "[printing]\nfont = 1\n", 4, "printing", CodeUnknown},
		{"a word for a number", head + "\nclass = \"2\"\n", 5, "class", CodeType},
		{"a number out of range", head + "class = 4\n", 4, "class", hall.ErrBetween},
		{"a number for a word", "name = 3\n", 1, "name", CodeType},
		{"fraction for a number", head + "slot = 1.5\n", 4, "slot", CodeType},
		{"unknown level", head + "level = \"town\"\n", 4, "level", hall.ErrOneOf},
		{"unknown language", head + "language = \"fr\"\n", 4, "language", hall.ErrOneOf},
		{"no rooms", head + "rooms = []\n", 4, "rooms", hall.ErrRequired},
		{"a room twice", head + "rooms = [\n\"一室\",\n\"一室\"]\n", 4, "rooms", hall.ErrTwice},
		{"a blank room", head + "rooms = [\" \"]\n", 4, "rooms", hall.ErrRequired},
		{"a long room", head + "rooms = [\"第一调解室暨会商室\"]\n", 4, "rooms", hall.ErrTooLong},
		{"rooms not a list", head + "rooms = \"一室\"\n", 4, "rooms", CodeType},
		{"escape in a name", "code = \"BG\"\nword = \"百\"\nname = \"a\\u001b[2J\"\n", 3, "name", hall.ErrControls},
		{"not a time", head + "morning = [\"8.30\", \"11:30\"]\n", 4, "morning", CodeClock},
		{"no such minute", head + "morning = [\"08:60\", \"11:30\"]\n", 4, "morning", CodeClock},
		{"one time", head + "morning = [\"08:30\"]\n", 4, "morning", CodeType},
		{"hours backwards", head + "morning = [\"11:30\", \"08:30\"]\n", 4, "morning", hall.ErrHours},
		{"afternoon before noon", head + "afternoon = [\"10:00\", \"17:00\"]\n", 4, "afternoon", hall.ErrHours},
		{"slot too long", head + "slot = 400\n", 4, "slot", hall.ErrSlotLong},
		{"number without n", head + "number = \"({year})第号\"\n", 4, "number", hall.ErrPattern},
		{"warn days rising", head + "warn_days = [1, 3]\n", 4, "warn_days", hall.ErrOrder},
		{"two respond days", head + "respond_days = [1, 7]\n", 4, "respond_days", CodeType},
		{"idle lock below zero", head + "idle_lock = -1\n", 4, "idle_lock", hall.ErrBetween},
		{"no such ground", head + "palette = \"grey\"\n", 4, "palette", hall.ErrOneOf},
		{"colours not a word", head + "colours = 256\n", 4, "colours", CodeType},
		{"plain not a switch", head + "plain = \"yes\"\n", 4, "plain", CodeType},
		{"no such zone", head + "zone = \"Asia/Baiguan\"\n", 4, "zone", CodeZone},
		{"negative amount", head + "written_from = -5\n", 4, "written_from", hall.ErrBetween},
		{"type without a name", head + "types = [{ code = \"a\" }]\n", 4, "types[1].zh", hall.ErrRequired},
		{"type with another key", head + "types = [{ code = \"a\", zh = \"甲\", fr = \"x\" }]\n", 4, "types[1].fr", CodeUnknown},
		{"type code twice", head + "types = [{ code = \"a\", zh = \"甲\" }, { code = \"a\", zh = \"乙\" }]\n", 4, "types", hall.ErrTwice},
		{"types empty", head + "types = []\n", 4, "types", hall.ErrRequired},
		{"no name", "code = \"BG\"\nword = \"百\"\n", 0, "name", hall.ErrRequired},
		{"empty file", "", 0, "name", hall.ErrRequired},
		{"code with a blank", "name = \"百官\"\nword = \"百\"\ncode = \"B G\"\n", 3, "code", hall.ErrLetters},
		{"key twice", head + "class = 1\nclass = 2\n", 5, "class", CodeDouble},
		{"no quotes", "name = 百官\n", 1, "name", CodeSyntax},
		{"Chinese quotes", head + "level = “township”\n", 4, "level", CodeMarks},
		{"wide comma", head + "rooms = [\"一室\"\uff0c \"二室\"]\n", 4, "rooms", CodeMarks},
		{"not UTF-8", head + "# \xb0\xd9\xb9\xd9\n", 4, "", CodeEncoding},
		{"UTF-16", "\xff\xfen\x00a\x00", 1, "", CodeEncoding},
		{"another file", strings.Repeat("#", maxSize+1), 0, "", CodeSize},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := file(t, tt.text)
			_, err := Load(path)
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v, want an *Error", err)
			}
			if e.File != path || e.Line != tt.line || e.Key != tt.key || e.Code != tt.code {
				t.Errorf("got line %d key %q code %q %v, want %d %q %q", e.Line, e.Key, e.Code, e.Args, tt.line, tt.key, tt.code)
			}
		})
	}
}

func TestUnknownKeyListsWhatIsAllowed(t *testing.T) {
	_, err := Load(file(t, head+"x = 1\n"))
	var e *Error
	if !errors.As(err, &e) || !strings.Contains(e.Args["allowed"].(string), "rooms, morning") {
		t.Fatalf("got %v", err)
	}
}

func TestLoadOfMissingFile(t *testing.T) {
	_, err := Load(filepath.Join(t.TempDir(), "none.toml"))
	if !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("got %v", err)
	}
}

func drawSettings(t *rapid.T) hall.Settings {
	name := func(most int) *rapid.Generator[string] {
		return rapid.StringMatching(`[a-zA-Z0-9百官街道𠮷㛃·"'\\#{}= ]{0,` + string(rune('0'+most)) + `}[a-z百]`)
	}
	s := hall.Defaults()
	s.Language = rapid.SampledFrom([]string{"zh-CN", "en"}).Draw(t, "language")
	s.Name, s.Word = name(9).Draw(t, "name"), name(3).Draw(t, "word")
	s.Code = rapid.StringMatching(`[A-Za-z0-9_-]{1,20}`).Draw(t, "code")
	s.Level = hall.Level(rapid.IntRange(0, 2).Draw(t, "level"))
	s.Class = rapid.IntRange(1, 3).Draw(t, "class")
	s.Rooms = rapid.SliceOfNDistinct(name(4), 1, 6, rapid.ID).Draw(t, "rooms")
	s.Open = [2]int{rapid.IntRange(0, 300).Draw(t, "from"), rapid.IntRange(360, 720).Draw(t, "to")}
	s.Open2 = [2]int{rapid.IntRange(720, 900).Draw(t, "from2"), rapid.IntRange(1000, 1440).Draw(t, "to2")}
	s.Slot = rapid.IntRange(5, 60).Draw(t, "slot")
	s.Number = name(5).Draw(t, "before") + "{year}{word}" + name(5).Draw(t, "between") + "{n}"
	s.Limit = rapid.IntRange(1, 12).Draw(t, "limit")
	for i := range s.Goal {
		s.Goal[i] = rapid.IntRange(1, 365).Draw(t, "goal")
	}
	s.Respond, s.Accept, s.FileIn = rapid.IntRange(1, 60).Draw(t, "respond"), rapid.IntRange(1, 60).Draw(t, "accept"), rapid.IntRange(1, 365).Draw(t, "file")
	s.LateFrom, s.YearOpen = rapid.IntRange(0, 365).Draw(t, "late"), rapid.IntRange(0, 365).Draw(t, "year")
	for range rapid.IntRange(0, 3).Draw(t, "limits") {
		s.Limits = append(s.Limits, hall.Limit{
			Type: rapid.SampledFrom([]string{"", s.Types[0].Code}).Draw(t, "limit type"), From: rapid.SampledFrom([]string{"", "法院"}).Draw(t, "limit from"),
			N: rapid.IntRange(1, 366).Draw(t, "limit n"), Unit: hall.Unit(rapid.IntRange(0, 2).Draw(t, "limit unit")),
			Start: rapid.SampledFrom([]hall.Milestone{hall.AtAcceptance, hall.AtApplication}).Draw(t, "limit start"),
			Times: rapid.IntRange(-1, 99).Draw(t, "limit times"), Agree: hall.Agree(rapid.IntRange(0, 2).Draw(t, "limit agree")),
			Expiry: hall.Expiry(rapid.IntRange(0, 3).Draw(t, "limit expiry")),
		})
	}
	s.Warn = []int{rapid.IntRange(50, 60).Draw(t, "warn"), rapid.IntRange(0, 49).Draw(t, "warn2")}
	s.IdleLock = rapid.IntRange(0, 480).Draw(t, "idle")
	s.Confirm, s.MaxReps, s.RepsFrom = rapid.IntRange(1, 365).Draw(t, "confirm"), rapid.IntRange(1, 20).Draw(t, "max"), rapid.IntRange(1, 100).Draw(t, "reps")
	s.GuestDays = rapid.IntRange(0, 30).Draw(t, "guests")
	s.WrittenFrom = rapid.Int64Range(0, hall.MaxYuan*100).Draw(t, "yuan")
	s.Zone = rapid.SampledFrom([]*time.Location{time.UTC, time.FixedZone("x", -9*3600-1800), time.FixedZone("y", 8*3600)}).Draw(t, "zone")
	s.Plain, s.Contrast, s.Roomy = rapid.Bool().Draw(t, "plain"), rapid.Bool().Draw(t, "contrast"), rapid.Bool().Draw(t, "roomy")
	s.Kiosk = rapid.Bool().Draw(t, "kiosk")
	s.Palette, s.Colours = rapid.Uint8Max(hall.PaletteLight).Draw(t, "palette"), rapid.Uint8Max(hall.ColoursNone).Draw(t, "colours")
	s.Types = s.Types[:rapid.IntRange(1, len(s.Types)).Draw(t, "types")]
	drawCalendar(t, &s)
	drawDuty(t, &s)
	return s
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		want := drawSettings(t)
		if strings.Count(want.Number, "{year}") != 1 {
			t.Skip("two years in the pattern")
		}
		path := filepath.Join(dir, "hall.toml")
		if err := Write(path, want); err != nil {
			t.Fatal(err)
		}
		got, err := Load(path)
		if err != nil {
			t.Fatal(err)
		}
		if offset(got.Zone) != offset(want.Zone) {
			t.Fatalf("zone %v became %v", want.Zone, got.Zone)
		}
		got.Zone = want.Zone
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("wrote %+v\n read %+v", want, got)
		}
	})
}

func TestWriteKeepsTheFileBefore(t *testing.T) {
	path := file(t, "# our own words\n"+head)
	s := sample()
	for range 2 {
		if err := Write(path, s); err != nil {
			t.Fatal(err)
		}
	}
	old, err := os.ReadFile(path + ".bak")
	if err != nil || !strings.HasPrefix(string(old), "# our own words") {
		t.Errorf("the former file is %q, %v", old, err)
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".hall-*"))
	if len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestWriteRefusesWhatLoadWould(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "hall.toml")
	s := sample()
	s.Rooms = nil
	var e *Error
	if err := Write(path, s); !errors.As(err, &e) || e.Key != "rooms" {
		t.Fatalf("got %v", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a file was made")
	}
	if err := Write(path, sample()); err != nil {
		t.Error(err)
	}
}

func TestEveryKeyIsExplainedInBothLanguages(t *testing.T) {
	text := Render(sample())
	for _, e := range entries() {
		if e.zh == "" || e.en == "" || !strings.Contains(text, "# "+e.zh+"\n# "+e.en+"\n"+e.key+" = ") {
			t.Errorf("%s stands in the file without its explanation", e.key)
		}
	}
	for _, e := range parts() {
		if !strings.Contains(text, "# "+e.zh+"\n# "+e.en+"\n") || !strings.Contains(text, "["+e.key+"]") {
			t.Errorf("%s stands in the file without its explanation", e.key)
		}
	}
}

func TestPlaces(t *testing.T) {
	tests := []struct {
		goos       string
		env        map[string]string
		file, data string
	}{
		{"linux", map[string]string{"HOME": "/home/a"}, "/home/a/.config/sizhen/hall.toml", "/home/a/.local/share/sizhen"},
		{"linux", map[string]string{"HOME": "/home/a", "XDG_CONFIG_HOME": "/c", "XDG_DATA_HOME": "relative"}, "/c/sizhen/hall.toml", "/home/a/.local/share/sizhen"},
		{"windows", map[string]string{"APPDATA": `C:\R`, "LOCALAPPDATA": `C:\L`}, `C:\R\sizhen\hall.toml`, `C:\L\sizhen`},
		{"windows", map[string]string{"USERPROFILE": `C:\Users\a`}, `C:\Users\a\AppData\Roaming\sizhen\hall.toml`, `C:\Users\a\AppData\Local\sizhen`},
		{"darwin", map[string]string{"HOME": "/Users/a"}, "/Users/a/Library/Application Support/sizhen/hall.toml", "/Users/a/Library/Application Support/sizhen"},
	}
	for _, tt := range tests {
		file, data, err := Places(func(k string) string { return tt.env[k] }, tt.goos)
		if err != nil || file != tt.file || data != tt.data {
			t.Errorf("%s %v: %q %q %v", tt.goos, tt.env, file, data, err)
		}
	}
	for _, goos := range []string{"linux", "windows", "darwin"} {
		if _, _, err := Places(func(string) string { return "" }, goos); !errors.Is(err, ErrNoHome) {
			t.Errorf("%s without a home: %v", goos, err)
		}
	}
}
