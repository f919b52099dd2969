package cli

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"sizhen/views/ledger"
)

func TestTheRosterIsExported(t *testing.T) {
	t.Parallel()
	data := newHall(t, 1)
	r := sizhen(t, "--data", data, "export", "roster", "--format", "xlsx", "--public")
	r.says(t, 0)
	f, err := excelize.OpenReader(strings.NewReader(r.out))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows(f.GetSheetName(0))
	if err != nil || len(rows) != 2 || rows[1][0] != "陈芳" {
		t.Errorf("%q %v", rows, err)
	}
	if r = exported(t, "--data", data, "export", "roster", "--format", "docx"); !strings.HasPrefix(r.out, "PK") {
		t.Errorf("no document: %q", r.out)
	}
	r.says(t, 0)
	sizhen(t, "--data", data, "export", "roster", "--format", "pdf").says(t, 2, "xlsx", "pdf")
}

// The hall's own roster names people who left and where everybody lives: it is signed for. What is
// put up is not.
func TestOnlyThePublicRosterIsOpen(t *testing.T) {
	t.Parallel()
	data := realHall(t, false)
	for _, list := range []string{"roster", "pairs", "posts", "tally"} {
		sizhen(t, "--data", data, "export", list).says(t, 1, "先登录", "--account")
	}
	if got := sizhen(t, "--data", data, "export", "roster", "--public"); got.code != 0 || !strings.HasPrefix(got.out, "PK") {
		t.Errorf("the list to be put up: %+v", got)
	}
	if got := exported(t, "--data", data, "export", "roster"); got.code != 0 || !strings.HasPrefix(got.out, "PK") {
		t.Errorf("signed for: %+v", got)
	}
	if help := sizhen(t, "export", "roster", "--help"); !strings.Contains(help.out, "不加 --public 的，里面有个人信息") {
		t.Errorf("its help: %s", help.out)
	}
}

// A file for a spreadsheet is not poured over a terminal.
func TestATerminalGetsNoBinaryFile(t *testing.T) {
	t.Parallel()
	r := &run{}
	for _, f := range []ledger.Format{ledger.XLSX, ledger.DOCX} {
		if r.readable(f, "", true) == nil {
			t.Errorf("%s is written on a terminal", f)
		}
		if r.readable(f, "", false) != nil || r.readable(f, "a."+string(f), true) != nil {
			t.Errorf("%s is written nowhere", f)
		}
	}
	if r.readable(ledger.CSV, "", true) != nil {
		t.Error("text is refused")
	}
}
