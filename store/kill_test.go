package store_test

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

var kills = flag.Int("kills", 12, "how often each writer is killed")

// The writer below runs in a process of its own, which the test kills: see TestMain.
const writerEnv = "SIZHEN_TEST_WRITER"

func TestMain(m *testing.M) {
	if path := os.Getenv(writerEnv); path != "" {
		if err := writeUntilKilled(path); err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
		return
	}
	_ = flag.Set("rapid.checks", "30") // the command line may ask for more
	os.Exit(m.Run())
}

// writeUntilKilled does a hall's work without end and says what was acknowledged, one line
// each: a draft with its text, a visitor with the number, a case with its number and revision.
func writeUntilKilled(path string) error {
	ctx := context.Background()
	st, err := store.Open(ctx, store.Options{Path: path, Settings: storetest.Settings()})
	if err != nil {
		return err
	}
	boss, err := st.SignIn(ctx, "chenfang", storetest.Password)
	if err != nil {
		return err
	}
	d := st.Desk(boss)
	rng := rand.New(rand.NewPCG(uint64(os.Getpid()), uint64(time.Now().UnixNano())))
	for {
		if err := writeOne(ctx, d, rng); err != nil {
			return err
		}
	}
}

func writeOne(ctx context.Context, d *store.Desk, rng *rand.Rand) error {
	switch rng.IntN(3) {
	case 0:
		text := fmt.Sprintf("打字到一半%d", rng.IntN(1000))
		dr, err := d.SaveDraft(ctx, hall.Draft{Title: "章雪琴", Fields: map[string]string{"facts": text}})
		if err != nil {
			return err
		}
		fmt.Println("draft", dr.ID, text)
	case 1:
		res, err := d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.SeenNow}))
		if err != nil {
			return err
		}
		fmt.Println("visit", res.Consultation, res.Queue)
	case 2:
		res, err := d.FinishIntake(ctx, 0, storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow}))
		if err != nil {
			return err
		}
		fmt.Println("case", res.Case, res.Number)
		f, err := d.Case(ctx, res.Case)
		if err != nil {
			return err
		}
		c, err := d.Step(ctx, res.Case, f.Case.Rev, 0, hall.Step{Action: hall.ActReport, Report: hall.Report{At: f.Case.Registered, Who: "派出所"}})
		if err != nil {
			return err
		}
		fmt.Println("step", c.ID, c.Rev)
	}
	return nil
}

// Killed at any moment, the store opens again, is whole, and holds whatever was acknowledged.
func TestKilledWhileWriting(t *testing.T) {
	t.Parallel()
	n := *kills
	if testing.Short() {
		n = min(n, 5)
	}
	for hall := range 4 {
		t.Run(fmt.Sprint(hall), func(t *testing.T) {
			t.Parallel()
			killWriters(t, n, rand.New(rand.NewPCG(4, uint64(hall))))
		})
	}
}

func killWriters(t *testing.T, kills int, rng *rand.Rand) {
	h := storetest.New(t)
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	total := 0
	for i := range kills {
		acks := runAndKill(t, h.Path, rng)
		total += len(acks)
		h.Reopen()
		for _, ack := range acks {
			if err := holds(h, ack); err != nil {
				t.Fatalf("kill %d: acknowledged %q: %v", i, ack, err)
			}
		}
		if i%10 == 0 || i == kills-1 {
			h.MustCheck()
		}
		if t.Failed() {
			t.FailNow()
		}
		if i < kills-1 {
			if err := h.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d kills, %d acknowledged writes", kills, total)
}

// runAndKill lets the writer acknowledge a few writes, then kills it a random moment later,
// in the middle of whatever it is doing.
func runAndKill(t *testing.T, path string, rng *rand.Rand) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), writerEnv+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	var acks []string
	want := 1 + rng.IntN(5)
	for lines.Scan() {
		acks = append(acks, lines.Text())
		if len(acks) == want {
			for end := time.Now().Add(time.Duration(rng.IntN(4000)) * time.Microsecond); time.Now().Before(end); {
				continue // a random moment of the next transaction
			}
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := cmd.Wait(); err == nil {
		t.Fatal("the writer ended by itself")
	}
	return acks
}

func holds(h *storetest.Hall, ack string) error {
	var kind, rest string
	var id uint64
	if n, _ := fmt.Sscan(ack, &kind, &id, &rest); n < 3 {
		return nil // the last line was cut: not acknowledged
	}
	ctx := context.Background()
	d := h.Desk(h.Boss)
	switch kind {
	case "draft":
		dr, err := d.Draft(ctx, hall.DraftID(id))
		if err == nil && dr.Fields["facts"] != rest {
			err = fmt.Errorf("holds %q", dr.Fields["facts"])
		}
		return err
	case "visit":
		v, err := d.Visit(ctx, hall.ConsultationID(id))
		if err == nil && fmt.Sprint(v.Number) != rest {
			err = fmt.Errorf("number %d", v.Number)
		}
		return err
	case "case":
		f, err := d.Case(ctx, hall.CaseID(id))
		if err == nil && f.Case.Number != rest {
			err = fmt.Errorf("number %q", f.Case.Number)
		}
		return err
	case "step":
		f, err := d.Case(ctx, hall.CaseID(id))
		if err == nil && (!f.Case.Police.Done() || fmt.Sprint(f.Case.Rev) < rest && len(fmt.Sprint(f.Case.Rev)) <= len(rest)) {
			err = fmt.Errorf("revision %d", f.Case.Rev)
		}
		return err
	}
	return errors.New("the writer failed")
}
