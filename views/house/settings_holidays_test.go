package house_test

import (
	"strings"
	"testing"

	"sizhen/store/hall"
)

const notice2027 = `国务院办公厅关于２０２７年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕前一日、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日至5日放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假，共1天。
七、国庆节：10月1日（周五）至
7日（周四）放假调休，共７天。9月26日（周日）、10月9日（周六）上班。
国务院办公厅
2026年11月4日`

// A pasted notice is understood, shown day by day, kept, and in force.
func TestAPastedNoticeIsShownAndKept(t *testing.T) {
	t.Parallel()
	o := openSettings(t, &office{}, hall.Actor{})
	o.Expect("还没有 2027 年的放假安排").Press("enter", "2").Expect("2027 年", "还没有。每年 11 月", "2026 年", "放假 33 天")
	o.Press("enter").Expect("粘贴国务院的放假通知", "照法律推定").Press("enter")
	o.Paste(notice2027).Expect("都读懂了：放假 27 天，周末上班 5 天")
	o.Press("ctrl+s").Expect("2027 年：读懂了这些", "2月5日 周五 至 2月11日 周四，7 天").Press("end").Expect("9月26日 周日，1 天")
	if len(o.written) != 0 {
		t.Fatal("kept before it was looked at")
	}
	o.Press("enter").Expect("已保存，已生效", "10月1日 周五 至 10月7日 周四", "本中心写的")
	if len(o.written) != 1 {
		t.Fatalf("written %d times", len(o.written))
	}
	c := o.hall.Desk(o.hall.Boss).Calendar()
	for day, openSettings := range map[hall.Day]bool{
		hall.NewDay(2027, 10, 7): false, hall.NewDay(2027, 10, 9): true, hall.NewDay(2027, 2, 20): true, hall.NewDay(2027, 6, 9): false,
	} {
		if c.On(day).Open != openSettings {
			t.Errorf("%s: openSettings %v", day, !openSettings)
		}
	}
	o.Press("esc").Expect("放假 27 天，周末上班 5 天").Press("esc").ExpectNot("还没有 2027 年")
}

// What is wrong is named with its sentence, and nothing is kept.
func TestAWrongNoticeIsQuotedAndNotKept(t *testing.T) {
	t.Parallel()
	o := openSettings(t, &office{}, hall.Actor{})
	o.Press("enter", "2", "enter", "enter")
	o.Paste(strings.Replace(notice2027, "10月1日（周五）", "10月1日（周六）", 1)).Press("ctrl+s")
	o.Expect("2027年10月1日 周五 是周五，写的是“周六”", "“10月1日(周六)至7日(周四)放假调休,共7天”")
	if len(o.written) != 0 {
		t.Errorf("kept in spite of it: %+v", o.written)
	}
	o.Press("esc").Expect("写的已留在").Press("enter").Expect("接着写")
}

// A run is written, changed and taken out; a date without a year is of the year that is looked at.
func TestADayIsWrittenChangedAndTakenOut(t *testing.T) {
	t.Parallel()
	o := openSettings(t, &office{}, hall.Actor{})
	o.Press("enter", "2", "enter", "ctrl+n").Expect("写一段日子（2027 年）").Type("3月1日").Press("enter").Expect("2027年3月1日 周一")
	o.Type("3-5").Press("enter").Expect("1 放假（国家）", "3 本中心停开").Press("3", "enter").Type("装修").Press("ctrl+s")
	o.Expect("已生效", "3月1日 周一 至 3月5日 周五", "本中心停开", "装修").Press("enter").Expect("改这一段").Press("1")
	o.Press("down", "ctrl+u").Type("3月2日").Press("ctrl+s").Expect("3月1日 周一 至 3月2日 周二")
	if d := o.hall.Settings().Days; len(d) != 1 || d[0] != (hall.SpecialDay{From: hall.NewDay(2027, 3, 1), To: hall.NewDay(2027, 3, 2), Name: "装修"}) {
		t.Errorf("%+v", d)
	}
	o.Press("enter", "2").Expect("去掉了：装修").ExpectNot("3月1日 周一")
	if d := o.hall.Settings().Days; len(d) != 0 {
		t.Errorf("%+v", d)
	}
	o.Press("down").Press("enter").Expect("不是本中心写的")
}

// What is changed at another desk while a form is openSettings is not overwritten: the form reads it anew.
func TestWhatWasChangedMeanwhileIsSeen(t *testing.T) {
	t.Parallel()
	o := openSettings(t, &office{merge: true}, hall.Actor{})
	o.Press("enter", "2", "enter", "ctrl+n").Type("3月1日").Press("down", "down", "3", "enter").Type("装修")
	other := o.hall.Settings()
	other.Days = []hall.SpecialDay{{From: hall.NewDay(2027, 4, 1), Name: "集市", Open: true}}
	other.Slot = 30
	o.hall.SetSettings(other)
	o.Press("ctrl+s").Expect("装修").Press("ctrl+s").Expect("已生效", "集市", "装修")
	if s := o.hall.Settings(); len(s.Days) != 2 || s.Slot != 30 {
		t.Errorf("%+v %d", s.Days, s.Slot)
	}
}
