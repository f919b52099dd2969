package text

// Joint and JointForm are what forms say that are kept while somebody writes.
var (
	Joint = struct{ Hidden, Scroll Message }{
		Hidden: M("不公开", "confidential"),
		Scroll: M("翻看", "scroll"),
	}
	JointForm = struct{ Kept, Resumed, Orphan, Finish, Free, Clashes, Checking Message }{
		Kept:     M("写的内容已保存，随时可以接着写", "What you wrote is kept; go on any time"),
		Resumed:  M("接着 {by} {at} 写的填", "going on with what {by} wrote, {at}"),
		Orphan:   M("{why}。留下一份没写完的：", "{why}. What was half-written about it:"),
		Finish:   M("完成", "finish"),
		Free:     M("没有冲突", "nothing collides"),
		Clashes:  M("冲突", "What collides"),
		Checking: M("正在看有没有冲突", "looking what collides"),
	}
)
