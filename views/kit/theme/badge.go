package theme

// Tone says how a badge is meant. It is never said by colour alone: the badge is a word.
type Tone uint8

const (
	Quiet  Tone = iota // what is normal: 已约 候诊
	Good               // 已确认 已到 已签字
	Warn               // 未通知 待答复: somebody has something to do
	Late               // 逾期6 天, 爽约
	Solid              // 急 高危, and nothing else
	Secret             // 不公开
	badges
)

// Badge is a word that says a state, between two cells: blanks on a ground of its own, or
// brackets where there are no grounds. So it is as wide at every depth, and two cells wider than
// the word. What is quiet has blanks always.
func (s Styles) Badge(t Tone, word string) string {
	if word == "" {
		return ""
	}
	st := s.badges[t]
	if t != Quiet && s.brackets && !(t == Solid && s.Depth == Colors16) {
		return st.Render("[" + word + "]")
	}
	return st.Render(" " + word + " ")
}
