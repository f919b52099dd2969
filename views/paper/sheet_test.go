package paper_test

import (
	"bytes"
	"errors"
	"iter"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"sizhen/views/paper"
)

func rowsOf(rows [][]string, last error) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
		if last != nil {
			yield(nil, last)
		}
	}
}

func TestASheetIsReadBack(t *testing.T) {
	rows := [][]string{{"阿卜杜拉·买买提", "小港村"}, {"=1+1", "<𠮷>"}}
	var b bytes.Buffer
	if err := paper.Sheet(&b, "名册", []paper.Column{{Title: "姓名", Width: 12}, {Title: "村", Width: 20}}, rowsOf(rows, nil)); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	got, err := f.GetRows("名册")
	if err != nil || !slices.EqualFunc(got, append([][]string{{"姓名", "村"}}, rows...), slices.Equal) {
		t.Errorf("%q %v", got, err)
	}
	if formula, err := f.GetCellFormula("名册", "A3"); err != nil || formula != "" {
		t.Errorf("a name became the formula %q %v", formula, err)
	}
}

func TestASheetStopsWhereItsRowsFail(t *testing.T) {
	broken := errors.New("broken")
	var b bytes.Buffer
	if err := paper.Sheet(&b, "名册", []paper.Column{{Title: "姓名", Width: 12}}, rowsOf([][]string{{"章"}}, broken)); !errors.Is(err, broken) || b.Len() != 0 {
		t.Errorf("%v, %d bytes were written", err, b.Len())
	}
}
