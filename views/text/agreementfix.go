package text

import (
	"strconv"
	"strings"

	"sizhen/store/hall"
)

// agreementFields are what of an agreement can be put right, and what it is called.
var agreementFields = map[string]Message{
	"Written": M("书面", "in writing"), "Made": M("达成日期", "day it was reached"), "Facts": M("事实与责任", "facts and responsibility"),
	"Terms": M("协议内容", "terms"), "Manner": M("履行方式", "manner"), "Place": M("地点", "place"), "PerformBy": M("履行期限", "perform by"),
	"Amount": M("金额", "amount"), "OnSpot": M("当场履行", "on the spot"), "MediatorSigned": M("调解员签名日期", "day the mediator signed"),
	"Sealed": M("盖章日期", "day of the seal"), "WhyOral": M("为什么口头", "why oral"), "WantsConfirm": M("要司法确认", "wants confirmation"),
	"Note": M("备注", "note"), "Copies": M("份数", "copies"), "AskedWritten": M("当事人要求书面", "asked for in writing"),
}

// partFields are what of a clause, a signature, a performance or an application can be.
var partFields = map[string]Message{
	"Text": M("约定", "what was agreed"), "Who": M("由谁履行", "who performs"), "How": M("方式", "how"), "Where": M("地点", "where"),
	"By": M("期限", "by when"), "Amount": M("金额", "amount"), "Else": M("违约约定", "what if not"), "Day": M("日期", "day"), "Name": M("签名人", "who signs"),
	"For": M("代签人", "who signs instead"), "Proof": M("凭证", "proof"), "Partly": M("部分履行", "in part"), "Applied": M("申请日期", "day applied"),
	"Court": M("法院", "court"), "Taken": M("受理日期", "day taken"), "Ruled": M("裁定日期", "day ruled"), "Paper": M("文书号", "number of the ruling"),
	"Note": M("备注", "note"), "Extended": M("延长日期", "day extended"), "About": M("确认什么", "what is confirmed"),
}

var partNames = map[string]Message{
	"Clauses": M("第{n}条", "term {n}"), "Signatures": M("第{n}个签名", "signature {n}"), "Kept": M("第{n}次履行", "performance {n}"),
	"Confirmations": M("第{n}次司法确认", "application {n}"), "Urged": M("第{n}次督促", "urging {n}"),
}

// agreementField is what a field of an agreement that was put right is called: 协议第1条的期限.
func agreementField(field string) (Message, bool) {
	_, rest, of := strings.Cut(strings.TrimPrefix(field, "Agreements["), "].")
	if !of || !strings.HasPrefix(field, "Agreements[") {
		return Message{}, false
	}
	if say, ok := agreementFields[rest]; ok {
		return M("协议的{field}", "{field} of the agreement").With("field", say), true
	}
	steps := strings.Split(rest, ".")
	var at Message
	for _, step := range steps {
		name, n, listed := strings.Cut(strings.TrimSuffix(step, "]"), "[")
		if !listed {
			say, ok := partFields[name]
			return M("协议{at}的{field}", "{field} of {at} of the agreement").With("at", at).With("field", say), ok
		}
		i, _ := strconv.Atoi(n)
		at = Words(at, partNames[name].With("n", i+1))
	}
	return M("协议{at}", "{at} of the agreement").With("at", at), true
}

// agreementWord is a value of such a field in words.
func agreementWord(field, v string) Message {
	name := field[strings.LastIndexAny(field, ".[")+1:]
	switch {
	case v == "true":
		return Yes
	case v == "" && (name == "Written" || name == "OnSpot" || name == "WantsConfirm" || name == "AskedWritten" || name == "Partly"):
		return No
	case name == "Amount":
		if fen, err := strconv.ParseInt(v, 10, 64); err == nil {
			return Money(fen)
		}
	case name == "About":
		n, _ := number(v)
		return ConfirmWhat(hall.ConfirmWhat(n))
	default:
		if day, err := hall.ParseDay(v); err == nil {
			return FormDay(day)
		}
	}
	return Raw(v)
}
