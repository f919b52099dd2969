package cli

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"sizhen/store/hall"
	"sizhen/views/text"
)

func exported(confidential bool) hall.Case {
	return hall.Case{
		ID: 7, Number: "(2026)百调字第1号", Type: "neighbours", Subject: "=HYPERLINK(\"x\")", Facts: "第一行\r\n第二行,\"引号\"", Amount: 123456,
		Registered: time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC), Confidential: confidential,
		Parties: []hall.Party{
			{Side: hall.Applicant, Details: hall.Details{Name: "章雪琴", DocNumber: "330604196805122148", Phone: "13800006021"}},
			{Side: hall.Respondent, Details: hall.Details{Name: "+章阿根"}},
		},
	}
}

func csvOf(t *testing.T, c hall.Case, bom bool) (string, map[string]string) {
	t.Helper()
	var out bytes.Buffer
	w := newCSV(&out, text.Zh, bom)
	w.settings = hall.Defaults()
	for _, err := range []error{w.head(), w.write(c), w.flush()} {
		if err != nil {
			t.Fatal(err)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\ufeff"))).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	cells := make(map[string]string)
	for i, head := range rows[0] {
		cells[head] = rows[1][i]
	}
	return out.String(), cells
}

func TestCSVIsSafeToOpen(t *testing.T) {
	raw, cells := csvOf(t, forExport(exported(false), false), false)
	for head, want := range map[string]string{
		"事由": "'=HYPERLINK(\"x\")", "简要情况": "第一行  第二行,\"引号\"", "被申请人": "'+章阿根", "申请人证件号": "330604······2148",
		"申请人电话": "138····6021", "涉及金额（元）": "1234.56", "登记日期": "2026-11-24", "案号": "(2026)百调字第1号",
	} {
		if cells[head] != want {
			t.Errorf("%s is %q, want %q", head, cells[head], want)
		}
	}
	if strings.Count(raw, "\n") != 2 || strings.Count(raw, "\r\n") != 2 {
		t.Errorf("not one CRLF line a case: %q", raw)
	}
	if bom, _ := csvOf(t, exported(false), true); !strings.HasPrefix(bom, "\ufeff") {
		t.Error("no mark for Excel")
	}
}

func TestConfidentialCasesComeWithoutNamesAndFacts(t *testing.T) {
	raw, _ := csvOf(t, forExport(exported(true), false), false)
	if strings.Contains(raw, "章") || strings.Contains(raw, "第一行") || strings.Contains(raw, "HYPERLINK") {
		t.Errorf("a confidential case shows: %s", raw)
	}
	if !strings.Contains(raw, "百调字第1号") {
		t.Error("its line is missing")
	}
	if raw, _ := csvOf(t, forExport(exported(true), true), false); !strings.Contains(raw, "章雪琴") || strings.Contains(raw, "330604196805122148") {
		t.Errorf("asked for, it must come, masked: %s", raw)
	}
}

func TestMaskText(t *testing.T) {
	got := maskText(private(), "身份证330604196805122148,电话13800006021,欠款12345元")
	if got != "身份证330604······2148,电话138····6021,欠款12345元" {
		t.Error(got)
	}
}
