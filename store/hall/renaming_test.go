package hall

import (
	"fmt"
	"strings"
	"testing"
)

func TestRenamed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ was, now, want string }{
		{"一室 二室 三室 四室", "一室 新室 二室 东室 四室", "三室→东室"}, // a new one before it
		{"一室 二室 会诊室", "一室 二室 会诊室", ""},
		{"一室 二室 会诊室", "东室 二室 会诊室", "一室→东室"},
		{"一室 二室", "东室 西室 大厅", "一室→东室 二室→西室"},
		{"一室 二室", "二室 一室", ""},    // in another order
		{"一室 二室", "大厅 一室 二室", ""}, // a new one
		{"一室 二室 三室", "一室 三室", ""}, // one was given up
		{"一室 二室 三室", "二室 新室", ""}, // nobody can say
		{"一室 二室 三室", "东室 二室", ""}, // nor here
		{"", "一室", ""},
	} {
		var got []string
		for _, r := range Renamed(RenameRoom, strings.Fields(c.was), strings.Fields(c.now)) {
			got = append(got, fmt.Sprint(r.From, "→", r.To))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s, then %s: %v, want %s", c.was, c.now, got, c.want)
		}
	}
}

// A township keeps what it has when it becomes a sub-district, whatever else was changed.
func TestRenamedTownships(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ was, now, want string }{
		{"小港镇 临渡镇", "小港街道 临渡镇", "小港镇→小港街道"},
		{"小港镇 临渡镇", "临渡镇 小港街道", "小港镇→小港街道"},
		{"小港镇 临渡镇 百官街道", "百官街道 小港街道", "小港镇→小港街道"},
		{"小港镇 临渡镇", "新港街道 临渡镇", "小港镇→新港街道"},
		{"小港镇 小港乡 临渡镇", "小港街道 临渡镇", ""}, // which of the two
	} {
		var got []string
		for _, r := range Renamed(RenameTown, strings.Fields(c.was), strings.Fields(c.now)) {
			got = append(got, fmt.Sprint(r.From, "→", r.To))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s, then %s: %v, want %s", c.was, c.now, got, c.want)
		}
	}
}
