package text

// FollowUps and FollowForm are what the list for a trip says on the screen and on paper.
var (
	FollowUps = struct{ How, Why, Parties, PerformBy, NoPhone Message }{
		How:       M("方式", "Method"),
		Why:       M("为什么", "Why"),
		Parties:   M("当事人", "Parties"),
		PerformBy: M("履行期限", "Perform by"),
		NoPhone:   M("没有留电话", "no telephone"),
	}
	FollowForm = struct {
		TripTitle, TripBy, TripHead, TripNone, TripRest, TripNoVillage, TripVillage, TripLine, TripLook, TripNoted, TripParty,
		TripPerformed, TripCare Message
	}{
		TripTitle:     M("回访路线单", "Follow-up trip"),
		TripBy:        M("{hall}  {day}  {name}", "{hall}  {day}  {name}"),
		TripHead:      M("到 {day} 为止要上门的 {n} 件，按村排，最急的村在前", "{n:visit|visits} due by {day}, village by village, the most urgent first"),
		TripNone:      M("到 {day} 为止没有要上门的。按 Enter 可以换个日期", "No visit is due by {day}. Enter chooses another day"),
		TripRest:      M("还有 {n} 件没有列出，日期写近一点", "{n} more are not shown; choose a nearer day"),
		TripNoVillage: M("没有写村、社区", "no village on record"),
		TripVillage:   M("{village}  {n} 件", "{village}  {n}"),
		TripLine:      M("{day}  {left}  {who}", "{day}  {left}  {who}"),
		TripLook:      M("看什么", "Look at"),
		TripNoted:     M("记录：", "Notes:"),
		TripParty:     M("{name}（{side}）", "{name} ({side})"),
		TripCare:      M("! 注意", "! Take care"),
		TripPerformed: M("{day} 到期，{done} 已登记履行", "due {day}, performed {done}"),
	}
)

// Satisfaction is how content the parties were, from 1 to 5; 0 was not asked.
func Satisfaction(n int) Message { return name(satisfactions, n) }

var satisfactions = map[int]Message{
	0: M("没有问", "not asked"),
	1: M("很不满意", "very dissatisfied"),
	2: M("不满意", "dissatisfied"),
	3: M("一般", "neutral"),
	4: M("满意", "satisfied"),
	5: M("很满意", "very satisfied"),
}
