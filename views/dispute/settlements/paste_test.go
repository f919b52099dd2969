package settlements_test

import (
	"context"
	"strings"
	"testing"

	"sizhen/store/hall"
)

// lines are two settlements in the order of the provincial platform; the people of the first come again.
const lines = "2026-11-20\t否\t小港村\t调解成功\t200\t章阿根改装落水管\t协议已履行\t俞建国\t章雪琴\t章阿根\t邻里纠纷\n" +
	"2026-11-21\t否\t小港村\t调解成功\t\t互不追究\t已履行\t俞建国\t章雪琴\t李水生\t邻里\n"

func count(t *testing.T, d *counted, n int) {
	t.Helper()
	p, err := d.desk.Cases(context.Background(), hall.CaseQuery{Limit: 9})
	if err != nil || p.Total != n {
		t.Errorf("%d cases, not %d: %v", p.Total, n, err)
	}
}

func TestASheetIsPastedOnce(t *testing.T) {
	t.Parallel()
	h := village(t)
	c := open(t, h)
	c.Paste(lines).Expect("粘贴口头调解清单", "第 1 行 章雪琴、章阿根", "第 2 行 章雪琴、李水生", "Ctrl-S 录入 2 件")
	count(t, c, 0)
	c.Press("ctrl+s").Expect("录好了 2 件", "已经录过 (2026)百调字第1号")
	count(t, c, 2)
	c.Press("ctrl+s").Expect("这些都已经录过")
	c.Press("esc").Paste(lines).Expect("已经录过 (2026)百调字第2号", "没有要录的").Press("ctrl+s")
	count(t, c, 2)
	h.MustCheck()
}

func TestWhatIsWrongInASheetIsNamedByLineAndColumn(t *testing.T) {
	t.Parallel()
	h := village(t)
	c := open(t, h)
	c.Paste("类型\t甲方\t乙方\t日期\t协议内容\t金额\t履行\t调解员\t地点\n" +
		"邻里\t章雪琴\t章阿根\t11-20\t改装落水管\t两百来块\t已履行\t俞建国\t小港村\n" +
		"邻里\t李水生\t\t11-20\t互不追究\t\t已履行\t俞建国\t小港村\n" +
		"月亮\t李水生\t王小满\t12-20\t互不追究\t\t已履行\t何人\t小港村\n")
	c.Expect("第 2 行“调解协议涉及金额”", "第 3 行“被申请人”", "第 4 行“调解员”", "3 处要改").Press("ctrl+s")
	count(t, c, 0)
	c.Press("esc").Paste(strings.Replace(lines, "调解成功", "调解失败", 1)).Expect("第 1 行“调解结果”").Press("ctrl+s")
	count(t, c, 0)
}
