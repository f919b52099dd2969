package list_test

import (
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/views/kit/list"
	"sizhen/views/kit/widget"
	"sizhen/views/ledger"
	"sizhen/views/text"
)

// dispute is a row with words of its own and people.
func dispute(titles ...string) func(*list.Of[row]) {
	return func(of *list.Of[row]) {
		of.Columns = nil
		for i, title := range titles {
			c := ledger.Column[row]{Title: text.Raw(title), Width: 40, Who: i == 2, Value: func(_ ledger.Here, r row) ledger.Cell {
				return ledger.Say(strings.Split(r.note, "/")[i])
			}}
			if i == 3 {
				c.Value = func(_ ledger.Here, r row) ledger.Cell {
					return ledger.Enum("", text.Raw(strings.Split(r.note, "/")[i]))
				}
			}
			of.Columns = append(of.Columns, c)
		}
	}
}

// No word is cut while another column has blanks to spare, and people are cut last.
func TestNoColumnIsCutWhileAnotherHasBlanks(t *testing.T) {
	t.Parallel()
	titles := []string{"编号", "类型", "当事人", "状态", "事由"}
	s := &shelf{}
	for _, said := range []string{
		"(2026)百调字第372号/生产经营/罗婉珍—杜关林/已受理/市场摊位",
		"未编号/医疗/蒋丽娟—禾坪镇卫生院/已登记/手术后疼痛，住院多日不见好转",
		"(2026)百调字第370号/道路交通事故/周涛—陈毅/已受理/两车在村口相撞，误工费没有谈拢",
		"(2026)百调字第369号/邻里/沈生林 等11人—蒋敏/待司法确认/采光",
		"(2026)百调字第368号/房屋宅基地/杨丽娟—陈玲玲/已受理/宅基地的界址，村里丈量过两次都没有结果",
		"(2026)百调字第362号/环境污染/上官香莲 等11人—白鹭沙汀生猪养殖专业合作社/调解中/污水排进河里",
	} {
		s.rows = append(s.rows, row{len(s.rows), "", said})
	}
	for w, people := range map[int][]string{
		80:  {"罗婉珍—杜关林", "蒋丽娟—禾坪镇卫生院", "沈生林 等11人—蒋敏", "上官香莲…—白鹭沙汀…", "道路交通事故"},
		100: {"蒋丽娟—禾坪镇卫生院", "沈生林 等11人—蒋敏", "上官香莲…—白鹭沙汀…", "市场摊位"},
		120: {"蒋丽娟—禾坪镇卫生院", "沈生林 等11人—蒋敏", "上官香莲 等11人—白鹭沙汀生猪养殖专业合作社"},
	} {
		v := open(t, s.list(dispute(titles...)))
		got := apptest.Plain(v.Draw(w, 20))
		for _, who := range people {
			if !strings.Contains(got, who) {
				t.Errorf("%d cells: %q is not shown:\n%s", w, who, got)
			}
		}
		_, table, _ := strings.Cut(got, "编号")
		lines := strings.Split("   编号"+table, "\n")[:len(s.rows)+1]
		for i, title := range titles[:len(titles)-1] {
			from, to := cellOf(lines[0], title), cellOf(lines[0], titles[i+1])-2
			spare, cut := to-from, false
			for _, l := range lines {
				cell := strings.TrimRight(between(l, from, to), " ")
				spare, cut = min(spare, to-from-widget.Width(cell)), cut || strings.Contains(cell, "…")
			}
			if strings.Contains(table, "…") && !cut && spare > 0 {
				t.Errorf("%d cells: %s has %d blanks to spare:\n%s", w, title, spare, got)
			}
		}
	}
}

// cellOf is the cell at which a word begins.
func cellOf(line, word string) int {
	before, _, _ := strings.Cut(line, word)
	return widget.Width(before)
}

// between is what stands in those cells of a line.
func between(line string, from, to int) string {
	var b strings.Builder
	at := 0
	for _, r := range line {
		if at >= from && at < to {
			b.WriteRune(r)
		}
		at += widget.Width(string(r))
	}
	return b.String()
}
