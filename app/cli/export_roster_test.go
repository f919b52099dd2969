package cli

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestTheRosterIsExported(t *testing.T) {
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
	if r = sizhen(t, "--data", data, "export", "roster", "--format", "docx"); !strings.HasPrefix(r.out, "PK") {
		t.Errorf("no document: %q", r.out)
	}
	r.says(t, 0)
	sizhen(t, "--data", data, "export", "roster", "--format", "pdf").says(t, 2, "xlsx", "pdf")
}
