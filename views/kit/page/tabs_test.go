package page_test

import (
	"context"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

func TestTabsAreTurnedByDigitsAndArrows(t *testing.T) {
	t.Parallel()
	tab := func(name string) page.Tab[string] {
		return page.Tab[string]{Name: text.Raw(name), Show: func(s views.Session, what string) *page.Doc {
			d := page.New(s)
			d.Text(what + " " + name)
			return d
		}}
	}
	v := page.Show(apptest.Env(text.Zh, hall.Head), page.Of[string]{
		Title: func(string) text.Message { return text.Raw("x") },
		Read:  func(context.Context, views.Session) (string, error) { return "read", nil },
		Tabs:  []page.Tab[string]{tab("one"), tab("two"), tab("three")}, At: 1,
	})
	v.Update(apptest.Key("3")) // before it is read
	v.Update(v.Load()())
	for _, step := range []struct{ key, want string }{{"", "read three"}, {"tab", "read one"}, {"left", "read three"}, {"2", "read two"}, {"9", "read two"}} {
		if step.key != "" {
			v.Update(apptest.Key(step.key))
		}
		if got := v.Draw(80, 20).String(); !strings.Contains(got, step.want) {
			t.Errorf("after %q there is no %q:\n%s", step.key, step.want, got)
		}
	}
}
