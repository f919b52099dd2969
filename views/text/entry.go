package text

// Entry is a form about one of the hall's records.
var Entry = struct{ PickOne, Changed, Hint, Resumed, Save, Add Message }{
	PickOne: M("请从列出的里选一个：打名称或首字母，按 ↓ 选；不填就清空", "choose one of those listed: type its name or initials, then ↓ and Enter; clear the field for none"),
	Changed: M("别的窗口刚改过。您填的都在；看一下，再按 Ctrl-S 就照您填的存", "It was just changed at another desk. What you typed is still there; look, then Ctrl-S saves it as you have it"),
	Resumed: M("接着 {by} {at} 写的填", "going on with what {by} wrote, {at}"), Save: M("完成", "save"), Add: M("添一个", "add"),
	Hint: M("写的都自动保存；Ctrl-S 完成，Esc 先放下", "Kept as you type; Ctrl-S finishes, Esc puts it aside"),
}
