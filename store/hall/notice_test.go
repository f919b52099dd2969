package hall

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

// What the notices of these years order, as they were published.
const (
	notice2024 = `一、元旦：1月1日放假，与周末连休。

二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。

三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。

四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。

五、端午节：6月10日放假，与周末连休。

六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。

七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
`
	notice2025 = `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
`
	notice2026 = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
鼓励单位和个人结合落实带薪年休假等制度，实际形成较长假期，推动错峰出行。节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置，确保人民群众祥和平安度过节日假期。
国务院办公厅
2025年11月4日
`
)

// runs writes a notice's days in the order of the year: with a ! those that are worked.
func runs(n HolidayNotice) string {
	slices.SortFunc(n.Days, func(a, b SpecialDay) int { return int(a.From - b.From) })
	var out []string
	for _, d := range n.Days {
		s := d.From.String()[5:]
		if d.To != d.From {
			s += "~" + d.To.String()[5:]
		}
		if d.Open {
			s = "!" + s
		}
		out = append(out, s+d.Name)
	}
	return strings.Join(out, " ")
}

func TestTheNoticesAreRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		year       int
		text, want string
	}{
		{2024, notice2024, "01-01元旦 !02-04春节 02-10~02-17春节 !02-18春节 04-04~04-06清明节 !04-07清明节 !04-28劳动节 05-01~05-05劳动节 !05-11劳动节 06-10端午节 " +
			"!09-14中秋节 09-15~09-17中秋节 !09-29国庆节 10-01~10-07国庆节 !10-12国庆节"},
		{2025, notice2025, "01-01元旦 !01-26春节 01-28~02-04春节 !02-08春节 04-04~04-06清明节 !04-27劳动节 05-01~05-05劳动节 05-31~06-02端午节 " +
			"!09-28国庆节、中秋节 10-01~10-08国庆节、中秋节 !10-11国庆节、中秋节"},
		{2026, notice2026, "01-01~01-03元旦 !01-04元旦 !02-14春节 02-15~02-23春节 !02-28春节 04-04~04-06清明节 05-01~05-05劳动节 !05-09劳动节 06-19~06-21端午节 " +
			"!09-20国庆节 09-25~09-27中秋节 10-01~10-07国庆节 !10-10国庆节"},
	} {
		wide := strings.NewReplacer("1", "１", "2", "２", "0", "０", "共", "共 ", "月", "月\n").Replace(c.text)
		narrow := strings.NewReplacer("（", "(", "）", ")", "，", ",", "：", ": ", "一、", "（一）", "二、", "2. ").Replace(c.text)
		for _, s := range []string{c.text, wide, narrow, strings.ReplaceAll(c.text, "\n", ""), strings.ReplaceAll(c.text, "至", "～")} {
			n := ReadNotice(c.year, s)
			if got := runs(n); got != c.want || len(n.Faults) > 0 {
				t.Errorf("%d: %v\n%s\nwant\n%s", c.year, n.Faults, got, c.want)
			}
		}
	}
}

// Older and other forms of the sentences.
func TestOtherSentencesOfANotice(t *testing.T) {
	t.Parallel()
	swap := func(old, now string) string {
		if !strings.Contains(notice2024, old) {
			t.Fatalf("%s is not in the notice", old)
		}
		return strings.Replace(notice2024, old, now, 1)
	}
	for _, c := range []struct{ text, want string }{
		{swap("1月1日放假，与周末连休。", "2023年12月30日至2024年1月1日放假，共3天。"), "12-30~01-01元旦 "},
		{swap("2月4日（星期日）、2月18日（星期日）上班", "2月4日（星期日），18日（星期日）正常上班"), "!02-04春节 02-10~02-17春节 !02-18春节 "},
		{swap("6月10日放假，与周末连休。", "6月8日至10日放假公休，共3天；6月11日补休。"), "06-08~06-10端午节 06-11端午节 "},
	} {
		n := ReadNotice(2024, c.text)
		if len(n.Faults) > 0 || !strings.Contains(runs(n), c.want) {
			t.Errorf("%v\n%s\nwant in it %s", n.Faults, runs(n), c.want)
		}
	}
}

func TestWhatIsWrongInANoticeIsNamed(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		old, now string
		code     Code
		sentence string
	}{
		{"10月1日（周四）至", "10月1日（周三）至", ErrNoticeWeekday, "10月1日(周三)至7日(周三)放假调休,共7天"},
		{"共7天", "共8天", ErrNoticeCount, "10月1日(周四)至7日(周三)放假调休,共8天"},
		{"10月10日（周六）上班", "10月12日上班", ErrNoticeWorked, "9月20日(周日)、10月12日上班"},
		{"共7天。", "共7天，高速公路免费。", ErrNoticeUnread, "10月1日(周四)至7日(周三)放假调休,共7天,高速公路免费"},
		{"9月25日（周五）至27日（周日）放假，共3天。", "另行通知。", ErrNoticeUnread, "另行通知"},
		{"9月25日（周五）至27日（周日）放假，共3天。", "", ErrNoticeUnread, "中秋节:"},
		{"6月19日（周五）至21日", "6月31日至7月1日", ErrNoticeDate, "6月31日至7月1日(周日)放假,共3天"},
		{"6月19日（周五）至21日（周日）", "6月21日至19日", ErrNoticeBackward, "6月21日至19日放假,共3天"},
		{"5月9日（周六）", "5月2日（周六）", ErrNoticeTwice, "5月2日(周六)上班"},
		{"10月1日（周四）至7日（周三）", "11月1日至7日", ErrNoticeFixed, ""},
		{"2026年部分", "2027年部分", ErrNoticeYear, ""},
		{"六、中秋节：9月25日（周五）至27日（周日）放假，共3天。", "", ErrNoticeMissing, ""},
	} {
		if !strings.Contains(notice2026, c.old) {
			t.Fatalf("%s is not in the notice", c.old)
		}
		n := ReadNotice(2026, strings.Replace(notice2026, c.old, c.now, 1))
		if len(n.Faults) == 0 || !errors.Is(n.Faults[0].Why, Refuse(c.code)) || n.Faults[0].Sentence != c.sentence {
			t.Errorf("%s for %s: %v, want %s of %q", c.now, c.old, n.Faults, c.code, c.sentence)
		}
	}
	if n := ReadNotice(2026, "明天放假"); len(n.Faults) != 1 || n.Faults[0].Why.Code != ErrNoticeNone {
		t.Errorf("without a holiday: %v", n.Faults)
	}
	if w := NewDay(2026, 10, 1).Weekday(); w != time.Thursday {
		t.Errorf("1 October 2026 is a %s", w)
	}
}
