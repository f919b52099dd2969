package hall

import "strings"

// alarms are words that people use of violence, in the order in which they are looked for. That one is
// written proves nothing: it only has the danger asked about (law 25; DOMAIN §3.5).
var alarms = []string{
	"杀人", "要杀", "砍死", "砍人", "打死", "弄死", "捅死", "捅人", "同归于尽", "自杀", "跳楼", "跳河", "上吊", "喝农药", "喝药", "不想活",
	"放火", "点火", "汽油", "炸药", "爆炸", "带刀", "带了刀", "菜刀", "持刀", "动刀", "家暴", "殴打", "打伤", "往死里", "报复", "拼命", "扬言",
}

// Alarm is the first word of violence in what is written of a dispute; empty: none.
func (m Matter) Alarm() string {
	all := m.Subject + "\n" + m.Facts + "\n" + m.Requests
	for _, w := range alarms {
		if strings.Contains(all, w) {
			return w
		}
	}
	return ""
}
