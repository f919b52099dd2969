package text

import "sizhen/store/hall"

// Channel is from where an order comes.
func Channel(c hall.Channel) Message { return name(channels, c) }

var channels = map[hall.Channel]Message{
	hall.ChannelCentre:      M("综治中心", "governance centre"),
	hall.Channel12345:       M("12345", "12345"),
	hall.Channel110:         M("110", "110"),
	hall.ChannelCourt:       M("法院", "court"),
	hall.ChannelProcurators: M("检察院", "procuratorate"),
	hall.ChannelLetters:     M("信访", "petitions"),
	hall.ChannelGrid:        M("网格", "grid"),
	hall.ChannelOnline:      M("网上", "online"),
}

// ChannelBody is who usually sends what comes from there, as a form proposes it.
func ChannelBody(c hall.Channel) Message { return name(channelBodies, c) }

var channelBodies = map[hall.Channel]Message{
	hall.ChannelCentre:      M("综治中心", "governance centre"),
	hall.Channel12345:       M("12345 平台", "12345 hotline"),
	hall.Channel110:         M("派出所（110）", "police station (110)"),
	hall.ChannelCourt:       M("人民法院", "people's court"),
	hall.ChannelProcurators: M("人民检察院", "people's procuratorate"),
	hall.ChannelLetters:     M("信访局", "petitions bureau"),
	hall.ChannelGrid:        M("网格", "grid"),
	hall.ChannelOnline:      M("网上平台", "online platform"),
}

// OrderState is where an order stands.
func OrderState(s hall.OrderState) Message { return name(orderStates, s) }

var orderStates = map[hall.OrderState]Message{
	hall.OrderWaits:    M("待签收", "to sign for"),
	hall.OrderSigned:   M("已签收", "signed for"),
	hall.OrderTaken:    M("办理中", "in hand"),
	hall.OrderReturned: M("已退回", "returned"),
	hall.OrderDone:     M("已办结", "answered"),
	hall.OrderRated:    M("已评价", "rated"),
}

// OrderFilter narrows the list of orders.
func OrderFilter(f hall.OrderFilter) Message { return name(orderFilters, f) }

var orderFilters = map[hall.OrderFilter]Message{
	hall.OpenOrders:    M("在办", "Open"),
	hall.MyOrders:      M("我的", "Mine"),
	hall.AllOrders:     M("全部", "All"),
	hall.ChannelOrders: M("按渠道", "By channel"),
}

// Solved is how far what an order asks for was solved.
func Solved(s hall.Solved) Message { return name(solved, s) }

var solved = map[hall.Solved]Message{
	hall.SolvedWhole: M("已解决", "solved"),
	hall.SolvedPart:  M("部分解决", "solved in part"),
	hall.SolvedNot:   M("未解决", "not solved"),
}

// Colour is a level as townships speak of it when all that is open is gone through.
func Colour(r hall.Risk) Message { return name(colours, r) }

var colours = map[hall.Risk]Message{
	hall.RiskNone: M("不标", "none"),
	hall.RiskLow:  M("黄", "yellow"),
	hall.RiskMid:  M("橙", "orange"),
	hall.RiskHigh: M("红", "red"),
}

// LimitUnit is what the limit of an order is counted in.
func LimitUnit(u hall.Unit) Message {
	switch u {
	case hall.Workdays:
		return M("工作日", "working days")
	case hall.Months:
		return M("月", "months")
	}
	return M("自然日", "calendar days")
}

func orderWords(c hall.Code) Message {
	switch c {
	case hall.ErrOrderState:
		return M("派单现在是“{state}”，不能做这一步。按 Enter 看现在能做什么", "the order is now “{state}”, so this step cannot be taken. Enter shows what can be done")
	case hall.ErrOrderOther:
		return M("首接负责：这张派单由 {name} 负责，案件的承办人和主任也能办。请找他们", "who took it first answers for it: that is {name}. Ask them, the mediators of its case or the head")
	case hall.ErrOrderCase:
		return M("这张派单已经归到案件。请到案件里办；归错了的，先从案件里拿出来", "the order belongs to a case already. Go on there; if it is the wrong one take the order out first")
	case hall.ErrOrderNoCase:
		return M("这张派单没有归到案件。要归，请选“归到已有案件”", "the order belongs to no case. Choose “Join to a case” to have it belong to one")
	case hall.ErrOrderTwice:
		return M("单号 {number} 已经登记过。再次派来的，请在原来那张上选“重办”", "number {number} was registered already. If it was sent again choose “Do it again” on that order")
	}
	return Message{}
}

func shortOrder(e *hall.Error) Message {
	switch e.Code {
	case hall.ErrOrderOther:
		return M("由 {name} 负责", "{name} answers for it")
	case hall.ErrOrderCase:
		return M("已归到案件", "in a case already")
	case hall.ErrOrderNoCase:
		return M("没有归到案件", "in no case")
	case hall.ErrOrderState:
		return shortOrderState(e)
	}
	return Message{}
}

// shortOrderState says which step comes first, or that it was taken already.
func shortOrderState(e *hall.Error) Message {
	state, _ := e.Args["state"].(hall.OrderState)
	op, _ := e.Args["op"].(hall.Op)
	switch {
	case op == hall.OpOrderAgain:
		return M("还在办", "it is in hand")
	case op == hall.OpOrderRate && state.Open():
		return M("先办结", "answer it first")
	case state == hall.OrderWaits:
		return M("先签收", "sign for it first")
	case op == hall.OpOrderReply && state == hall.OrderSigned:
		return M("先受理", "take it up first")
	case op == hall.OpOrderSign && state.Open():
		return M("已经签收", "signed for already")
	case op == hall.OpOrderTake && state == hall.OrderTaken:
		return M("已经受理", "taken up already")
	}
	return M("{state}", "{state}").With("state", OrderState(state))
}
