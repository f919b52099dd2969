package dispute_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// What is listed is written, all of it and nothing else, with the columns that the screen has no
// room for; what is confidential comes without names, and the journal knows of the file first.
func TestTheListIsWrittenAsItIsNarrowed(t *testing.T) {
	t.Parallel()
	h := full(t, 120)
	in := storetest.Intake(hall.Ending{Outcome: hall.AcceptedNow})
	in.Confidential, in.Parties[0].Details.Name = true, "柳如烟"
	if _, err := h.Desk(h.Boss).FinishIntake(t.Context(), 0, in); err != nil {
		t.Fatal(err)
	}
	var name string
	var file bytes.Buffer
	keep := func(_ context.Context, as string, write func(io.Writer) error) (string, error) {
		name = as
		file.Reset()
		return "/exports/" + as, write(&file)
	}
	d := apptest.Open(t, h, apptest.Options{Actor: &h.Boss, Export: keep}).Press("f8", "ctrl+e").Expect("导出案件", "表格 XLSX", "文本表格 CSV")
	d.Press("2").Expect("已写好 121 行", "/exports/案件")
	lines := strings.Count(file.String(), "\r\n")
	if name != "案件 2026-11-24.csv" || lines != 122 || !strings.Contains(file.String(), "简要情况") {
		t.Errorf("%s: %d lines", name, lines)
	}
	if strings.Contains(file.String(), "柳如烟") {
		t.Error("a confidential name left the hall")
	}
	d.Press("2", "ctrl+e", "2").ExpectNot("121 行")
	if open := strings.Count(file.String(), "\r\n"); open >= lines || strings.Contains(file.String(), "已归档") {
		t.Errorf("the open ones: %d lines of %d", open, lines)
	}
	apptest.New(t, h).Press("f8", "ctrl+e").Expect("样例中心不留文件")
}
