package app_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sizhen/app"
	"sizhen/app/apptest"
	"sizhen/store"
	"sizhen/store/storetest"
	"sizhen/views/text"
)

// A file that is moved away under the program is missed at once: nothing is called saved, what was
// typed stays, a copy can be saved, and when the file is back everything goes on.
func TestAStoreThatIsMovedAwayIsMissed(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	away, copied := h.Path+".away", filepath.Join(t.TempDir(), "copy.db")
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Faults: true,
		Rescue: func(ctx context.Context, u app.Unkept) (string, error) {
			return copied, h.CopyWith(ctx, copied, u.By, u.Drafts)
		}})
	d.Press("ctrl+p").ExpectNot("另存一份数据").Press("esc")
	if err := os.Rename(h.Path, away); err != nil {
		t.Fatal(err)
	}
	d.Advance(31*time.Second).Expect("数据文件不在原处了", "Ctrl-P")
	d.Press("f3").Type("章雪琴").Press("enter").Type("10012346021").Rest().Expect("章雪琴", "数据文件不在原处了")
	for _, key := range []string{"f2", "f4", "f9", "ctrl+d", "esc", "ctrl+s", "tab", "left"} { // each says why, and loses nothing
		d.Press(key).Expect("章雪琴", "数据文件不在原处了")
	}
	d.Press("ctrl+p").Type("另存").Press("enter").Expect("连同没写完的表，已另存到")
	o := store.Options{Path: copied, Settings: storetest.Settings(), Now: h.Clock.Now}
	st, err := store.Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	if faults, err := st.Check(context.Background(), nil); err != nil || len(faults) > 0 {
		t.Errorf("the copy: %v %v", faults, err)
	}
	if _, err := st.SignIn(context.Background(), "chenfang", storetest.Password); err != nil {
		t.Errorf("the copy: %v", err)
	}
	drafts, err := st.Desk(h.Boss).Drafts(context.Background())
	if err != nil || len(drafts) != 1 || drafts[0].Title != "章雪琴" {
		t.Errorf("the copy holds the drafts %+v: %v", drafts, err)
	}
	_ = st.Close()
	d.Press("ctrl+l").Expect("锁上了屏幕").ExpectNot("章雪琴", "10012346021") // the screen is covered all the same
	d.Letters("wrong").Press("enter").Expect("密码不对")
	d.Letters(storetest.Password).Press("enter").Expect("章雪琴", "10012346021")
	d.Press("ctrl+c").Expect("再按 Ctrl-C", "数据另存一份").ExpectNot("不存了").Press("left")
	if err := os.Rename(away, h.Path); err != nil {
		t.Fatal(err)
	}
	d.Advance(31*time.Second).Expect("数据文件回到原处了", "章雪琴")
	if err := os.Rename(h.Path, away); err != nil {
		t.Fatal(err)
	}
	if d.Press("right").Advance(31*time.Second).Press("ctrl+c").Expect("再按 Ctrl-C", "数据另存一份"); d.Quit() {
		t.Error("it ended at the first Ctrl-C")
	}
	if d.Press("ctrl+c"); !d.Quit() {
		t.Error("it asks a third time")
	}
	if err := os.Rename(away, h.Path); err != nil {
		t.Fatal(err)
	}
}

// What is to be known of the store from its opening on stands on the sign-in screen, and once more for
// whoever signs in first.
func TestAWarningOfTheOpeningIsSaidToWhoSignsIn(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.Open(t, h, apptest.Options{Warn: text.M("钥匙文件不见了", "the key file is gone")})
	in := func() *apptest.Driver { return d.Press("enter").Letters(storetest.Password).Press("enter") }
	d.Expect("! 钥匙文件不见了")
	in().Expect("今日", "! 钥匙文件不见了")
	d.Press("f9", "esc").ExpectNot("钥匙文件")
	d.Press("ctrl+p").Type("退出登录").Press("enter")
	in().Expect("今日").ExpectNot("钥匙文件")
}

// What is wrong in the store stands in red at sign-in and on the board as long as the program runs, beside
// what comes next; elsewhere it is not in the way.
func TestADamagedStoreIsSaidAtSignInAndOnTheBoard(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d := apptest.Open(t, h, apptest.Options{Damage: text.M("数据有损坏：计数不符", "the store is damaged")})
	d.Expect("! 数据有损坏")
	d.Press("enter").Letters(storetest.Password).Press("enter").Expect("今日", "! 数据有损坏", "下一步")
	d.Press("f8").ExpectNot("数据有损坏")
	d.Press("f2").Expect("! 数据有损坏")
}
