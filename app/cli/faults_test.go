package cli

import (
	"strings"
	"testing"

	"sizhen/store/book"
	"sizhen/store/hall"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Whatever a check finds has words in both languages, with no place left unfilled.
func TestEveryFindingHasWords(t *testing.T) {
	t.Parallel()
	args := map[string]any{"err": "e", "n": 1, "there": 2, "table": "t", "asked": 3, "now": "a", "was": "b", "cases": 4, "highest": 5, "other": 6}
	for _, what := range book.Findings() {
		for _, lang := range []text.Lang{text.Zh, text.En} {
			if s := found(book.Fault{What: what, Args: args}).In(lang); s == "" || strings.ContainsAny(s, "{}") {
				t.Errorf("%s: %q", what, s)
			}
		}
	}
}

// Wherever a check finds something, the place is said in the user's words.
func TestEveryPlaceOfAFaultHasWords(t *testing.T) {
	t.Parallel()
	for table := range book.All.Tables() {
		zh, en := tableName(string(table)).In(text.Zh), tableName(string(table)).In(text.En)
		_, record := text.RecordName(hall.Record(table)) // an English word is sometimes the table's name too
		if zh == string(table) || en == string(table) && !record {
			t.Errorf("%s has no words: %q, %q", table, zh, en)
		}
	}
	for where, want := range map[string]string{
		"file": "文件", "head": "办理记录的末尾", "entry 12": "办理记录第 12 条", "by.list": "案件的清单（by.list）", "case/12": "案件 12 号",
		`count "by.list" 6100`: "案件的清单（by.list）的计数（6100）", "next/case": "案件的编号", "queue/2026-11-24": "2026-11-24 的排队号", "meta x": "内部标记（x）",
		"strange\x1b[2J": "strange·[2J",
	} {
		if got := placeOf(where).In(text.Zh); got != want {
			t.Errorf("%s is said as %q, want %q", where, got, want)
		}
	}
}

// What is wrong in a store, seen when it is opened, says where and what to do in the three lines that a
// strip of the screen has.
func TestDamageSaysWhereAndWhatToDo(t *testing.T) {
	t.Parallel()
	one := book.Fault{Kind: book.FaultDigest, Where: "consult/123456", What: book.Altered}
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, faults := range [][]book.Fault{{one}, {one, one}} {
			s := damaged(faults).In(lang)
			if n := len(widget.Wrap(s, 76)); n > 3 || !strings.Contains(s, "123456") || !strings.Contains(s, "sizhen check") || strings.ContainsAny(s, "{}") {
				t.Errorf("%d lines: %s", n, s)
			}
		}
	}
	if !damaged(nil).IsZero() {
		t.Error("a sound store is called damaged")
	}
}
