package text

// Search is the screen of Ctrl-F.
var Search = struct {
	Title, Field, Placeholder, What, None, Cases, People, Open, Hint, Menu, Register, HisCases, Hidden Message
}{
	Title: M("查找", "search"), Field: M("查", "Find"), Placeholder: M("姓名、首字母、编号、电话、事由", "name, initials, number, phone, subject"),
	What: M("可以打：姓名（章雪琴）、首字母（zxq）、编号（87 或 2026-87）、电话后四位、事由（滴水）；几个词中间空一格", "Type a name, pinyin initials (zxq), a case number (87 or 2026-87), the last four digits of a telephone, or a subject; a blank between words"),
	None: M("没有找到。少打几个字，或换首字母试试", "Nothing found. Try fewer characters, or initials"), Cases: M("案件", "Case"), People: M("人", "Person"), Open: M("打开", "open"),
	Hint: M("方向键选，Enter 打开", "Arrows choose, Enter opens"), Menu: M("{who}", "{who}"), Register: M("登记新的一件", "Register a new matter"), HisCases: M("查这个人的案件", "Find this person's cases"), Hidden: M("不公开", "confidential"),
}
