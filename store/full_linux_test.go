package store_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"sizhen/store/hall"
	"sizhen/store/kv"
	"sizhen/store/storetest"
)

const fullEnv = "SIZHEN_TEST_FULL"

// On a full disk a write is refused and said so; what was there stays, and once there is
// room again the same desk goes on. The limit on a file's size stands in for the disk's.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	if os.Getenv(fullEnv) == "" {
		cmd := exec.Command(os.Args[0], "-test.run=^TestFullDisk$", "-test.v")
		cmd.Env = append(os.Environ(), fullEnv+"=1")
		out, err := cmd.CombinedOutput()
		if err != nil || !strings.Contains(string(out), "room again") {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	signal.Ignore(unix.SIGXFSZ)
	h := storetest.New(t)
	d := h.Desk(h.Boss)
	st, err := os.Stat(h.Path)
	if err != nil {
		t.Fatal(err)
	}
	limit(t, uint64(st.Size()))
	kept := 0
	long := strings.Repeat("写不下的长话", 20000)
	for i := range 100 {
		_, err := d.SaveDraft(ctx, hall.Draft{Title: fmt.Sprint(i), Fields: map[string]string{"facts": long}})
		if err != nil {
			if !errors.Is(err, kv.ErrFull) {
				t.Fatalf("a full disk: %v", err)
			}
			break
		}
		kept++
	}
	if kept == 100 {
		t.Fatal("the disk never filled")
	}
	if rows := must[[]hall.DraftRow](t)(d.Drafts(ctx)); len(rows) != kept {
		t.Fatalf("%d drafts, %d were kept", len(rows), kept)
	}
	limit(t, unix.RLIM_INFINITY)
	must[hall.Draft](t)(d.SaveDraft(ctx, hall.Draft{Fields: map[string]string{"facts": long}}))
	h.MustCheck()
	fmt.Println("room again")
}

func limit(t *testing.T, n uint64) {
	t.Helper()
	var was unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_FSIZE, &was); err != nil {
		t.Fatal(err)
	}
	was.Cur = n
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &was); err != nil {
		t.Fatal(err)
	}
}
