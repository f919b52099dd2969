package text

// HandoverPaper are the words of the record of a day on duty, as it is printed and signed.
var HandoverPaper = struct {
	Title, Head, Who, Log, Items, None, Name, In, Out, Note, Time, What, Number, By, Accepted, Result, NotOut, Waits, Done, Private, Corrected,
	SignGives, SignTakes, File Message
}{
	Title:     M("交接班记录", "Duty and handover record"),
	Head:      M("{hall}　{day}", "{hall}, {day}"),
	Who:       M("一、值班人员", "1. On duty"),
	Log:       M("二、值班日志", "2. Log"),
	Items:     M("三、交接事项", "3. Handed over"),
	None:      M("无", "None"),
	Name:      M("姓名", "Name"),
	In:        M("签到", "In"),
	Out:       M("签退", "Out"),
	Note:      M("备注", "Note"),
	Time:      M("时间", "Time"),
	What:      M("内容", "Matter"),
	Number:    M("案号", "Case"),
	By:        M("交班人", "From"),
	Accepted:  M("接班人", "Accepted by"),
	Result:    M("办理结果", "Result"),
	NotOut:    M("未签退", "not signed out"),
	Waits:     M("未接", "not accepted"),
	Done:      M("已办", "done"),
	Private:   M("（不公开的案件）", "(a confidential case)"),
	Corrected: M("更正过", "corrected"),
	SignGives: M("交班人（签名）：________________　　日期：________________", "Handed over by (signature): ______________  Date: ____________"),
	SignTakes: M("接班人（签名）：________________　　日期：________________", "Accepted by (signature): ______________  Date: ____________"),
	File:      M("交接班记录 {day}", "handover {day}"),
}
