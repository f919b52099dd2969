package app_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/config"
	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// ofFile is the program on a hall whose settings lie in a file with an administrator's comments.
func ofFile(t *testing.T) (*apptest.Driver, *storetest.Hall, string) {
	t.Helper()
	h := storetest.New(t)
	path := filepath.Join(t.TempDir(), "hall.toml")
	text := strings.Replace(config.Render(h.Settings()), "[calendar]", "# 陈芳：装修到月底\n[calendar]", 1)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Settings: func(ctx context.Context, d *store.Desk, draft hall.DraftID, was, now hall.Settings) error {
		s, err := config.Change(path, was, now)
		if err != nil {
			return err
		}
		return d.From(draft).Adopt(ctx, s)
	}})
	return d, h, path
}

// lines are those of the file that are new, and how many are gone.
func lines(t *testing.T, before, path string) (fresh []string, gone int) {
	t.Helper()
	after, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range strings.Split(string(after), "\n") {
		if l != "" && !strings.Contains(before, l+"\n") {
			fresh = append(fresh, l)
		}
	}
	for _, l := range strings.Split(before, "\n") {
		if !strings.Contains(string(after), l+"\n") {
			gone++
		}
	}
	return fresh, gone
}

// From the keys to the disk: days are written, and of the file only what they say is new.
func TestHolidaysReachTheFile(t *testing.T) {
	t.Parallel()
	d, h, path := ofFile(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d.Press("ctrl+p").Type("本中心设置").Press("enter", "enter", "2", "enter", "ctrl+n").Type("3月1日").Press("down", "down", "3", "enter").Type("装修").Press("ctrl+s")
	d.Expect("已生效", "装修")
	fresh, gone := lines(t, string(before), path)
	if strings.Join(fresh, "|") != `from = "2027-03-01"|name = "装修"|kind = "closed"` || gone != 0 {
		t.Errorf("new %q, %d gone", fresh, gone)
	}
	if s, err := config.Load(path); err != nil || len(s.Days) != 1 || h.Calendar().On(hall.NewDay(2027, 3, 1)).Open {
		t.Errorf("%v %v", s.Days, err)
	}
}
