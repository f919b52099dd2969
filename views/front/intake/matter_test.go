package intake_test

import (
	"context"
	"strings"
	"testing"

	"sizhen/app/apptest"
	"sizhen/store/hall"
	"sizhen/store/storetest"
	"sizhen/views"
	"sizhen/views/front/intake"
	"sizhen/views/text"
)

func cardNumber(head string) string { return head + string(hall.IDCheckPlace(head)) }

func register1(t *testing.T, h *storetest.Hall, title string) {
	t.Helper()
	_, err := h.Desk(h.Boss).SaveDraft(context.Background(), hall.Draft{Kind: hall.DraftIntake, Title: title, Fields: map[string]string{"a.name": title}})
	if err != nil {
		t.Fatal(err)
	}
}

// A card reader types a name and a number at once after F3: they land in the new form, whatever
// lies unfinished, and nobody else's draft is touched.
func TestWhatIsTypedAtOnceLandsInTheNewForm(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	register1(t, h, "沈月娥")
	number := cardNumber("33069919680512002")
	for i := range 20 {
		d := apptest.New(t, h).Press("f3").Type("章雪琴").Press("enter").Type(number).Press("enter")
		d.Expect("申请人 章雪琴", "身份证号 "+number).ExpectNot("接着写：").Press("ctrl+d", "2")
		d.Close()
		rows := drafts(t, h)
		if len(rows) != 1 || rows[0].Title != "沈月娥" {
			t.Fatalf("time %d: kept %v", i, rows)
		}
	}
}

// In a text a digit is text; what is suggested is taken with the arrow and Enter.
func TestADigitIsText(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, nil)
	d := apptest.New(t, h).Press("f3").Type("章").Rest().Expect("章雪琴").Type("1").Expect("申请人 章1").ExpectNot("100····6021")
	d.Press("enter", "enter", "enter").Type("小港村3组").Expect("村、社区 小港村3组")
}

// Names of digits only are asked about; numbers are told by what they are, when a field is left.
func TestAValueIsToldByWhatItIs(t *testing.T) {
	t.Parallel()
	number := cardNumber("33069919680512002")
	d := apptest.New(t, storetest.New(t)).Press("f3").Type("章"+number).Press("enter").Expect("! ").Press("up", "ctrl+u").Type("章雪琴").Press("enter", "enter")
	d.Type("1300000000").Press("enter").Expect("!").Press("up", "ctrl+u", "enter").Type("10012346021").Press("enter").Expect("!")
	d.Press("up", "ctrl+u", "enter").Type("6").Press("enter", "enter", "enter", "1", "enter").Type("滴水").Press("enter").Type("滴水").Press("ctrl+s").Expect("只有数字")
	d.Press("2").Expect("危险").Press("ctrl+s").ExpectNot("只有数字") // what was said once is not asked again on the next page
}

// A cause is as long as people write it, and what does not fit stays in sight as refused.
func TestACauseTakesWhatPeopleWrite(t *testing.T) {
	t.Parallel()
	cause := strings.Repeat("翻建房屋滴水", 9)
	d := apptest.New(t, storetest.New(t)).Press("f3", "tab", "tab", "tab", "tab", "tab", "tab", "tab", "tab").Type(cause).Expect("水滴"[:3]).ExpectNot("太长")
	d.Type(cause).Expect("太长")
}

// Who may not see a case's numbers in full can still follow it up: the people on file give them,
// and no masked number is ever registered or edited.
func TestAMaskIsNeverAValue(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	register(t, h, hall.Ending{Outcome: hall.AcceptedNow}, func(in *hall.Intake) { in.Parties[0].Details.DocNumber = cardNumber("33069919680512002") })
	d := apptest.New(t, h).Press("f3").Letters("zxq").Rest().Press("down", "enter").Expect("100····6021", "330699········2002"[:9])
	d.Press("tab", "backspace").ExpectNot("100····602").Type("10012346099").Expect("电话 10012346099")
}

func TestTheFormFitsEverywhere(t *testing.T) {
	t.Parallel()
	for _, lang := range []text.Lang{text.Zh, text.En} {
		for _, size := range apptest.Sizes() {
			v := intake.New(apptest.Env(lang, hall.FrontDesk), views.Route{})
			for i := range 45 {
				apptest.Fits(t, "intake", v.Draw(size[0], size[1]), size[0], size[1])
				v.Update(apptest.Key([]string{"down", "tab"}[i%2]))
				if i == 20 {
					v.Update(apptest.Key("enter"))
				}
			}
		}
	}
}

// A draft that an earlier version kept is gone on with, letter by letter.
func TestADraftOfAnEarlierVersionIsGoneOnWith(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	_, err := h.Desk(h.Boss).SaveDraft(context.Background(), hall.Draft{Kind: hall.DraftIntake, Title: "章雪琴", Fields: map[string]string{
		"a.name": "章雪琴", "a.phone": "10012346021", "r.name": "章阿根", "type": "neighbours", "facts": "滴水", "step": "2", "focus": "facts",
		"2.risk": "3", "2.measures": "村干部在场", "2.outcome": "2", "2.day": "明天", "2.time": "9:", "2focus": "time", "2.criminal": "", "other": "",
	}, Intake: hall.Intake{Parties: []hall.Party{{Details: hall.Details{Name: "章小妹"}}}}})
	if err != nil {
		t.Fatal(err)
	}
	d := apptest.New(t, h).Press("f3", "ctrl+r").Expect("第 2 步", "村干部在场", "时间 9:").Type("30").Press("enter").Expect("09:30").Press("esc").Expect("第 1 步",
		"另有 1 人：章小妹", "10012346021")
	d.Press("ctrl+s").Expect("第 2 步")
}
