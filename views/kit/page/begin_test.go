package page_test

import (
	"context"
	"testing"

	tea "charm.land/bubbletea/v2"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// What a route leads to comes once, with what was read, however often the page is read again.
func TestAPageBeginsOnce(t *testing.T) {
	t.Parallel()
	var begun []string
	v := page.Show(apptest.Env(text.Zh, hall.Head), page.Of[string]{
		Title: func(string) text.Message { return text.Raw("x") },
		Read:  func(context.Context, views.Session) (string, error) { return "read", nil },
		Show:  func(s views.Session, _ string) *page.Doc { return page.New(s) },
		Begin: func(what string) tea.Cmd { begun = append(begun, what); return nil },
	})
	v.Update(v.Load()())
	v.Update(v.Load()())
	if len(begun) != 1 || begun[0] != "read" {
		t.Errorf("begun with %q", begun)
	}
}
