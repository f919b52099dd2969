package seed

import (
	"context"
	"fmt"
	"slices"
	"time"

	"sizhen/store"
	"sizhen/store/hall"
)

// sent says of a sample order how many days ago it was sent, of how many working days its limit is, and
// how far it has come.
type sent struct {
	channel hall.Channel
	ago, n  int
	to      hall.OrderState
}

// allSent are a few orders of each channel: most are dealt with, one is late, one waits to be signed for.
var allSent = []sent{
	{hall.ChannelCentre, 25, 7, hall.OrderRated}, {hall.ChannelCentre, 6, 7, hall.OrderTaken}, {hall.ChannelCentre, 1, 5, hall.OrderSigned},
	{hall.Channel12345, 20, 7, hall.OrderRated}, {hall.Channel12345, 16, 5, hall.OrderTaken}, {hall.Channel12345, 3, 7, hall.OrderTaken},
	{hall.Channel12345, 0, 7, hall.OrderWaits},
	{hall.Channel110, 18, 5, hall.OrderDone}, {hall.Channel110, 2, 3, hall.OrderSigned},
	{hall.ChannelCourt, 30, 30, hall.OrderDone}, {hall.ChannelCourt, 8, 30, hall.OrderTaken},
	{hall.ChannelProcurators, 14, 15, hall.OrderTaken}, {hall.ChannelProcurators, 28, 15, hall.OrderRated},
	{hall.ChannelLetters, 22, 15, hall.OrderReturned}, {hall.ChannelLetters, 5, 15, hall.OrderTaken},
	{hall.ChannelGrid, 11, 5, hall.OrderDone}, {hall.ChannelGrid, 1, 5, hall.OrderWaits},
	{hall.ChannelOnline, 12, 7, hall.OrderReturned}, {hall.ChannelOnline, 4, 7, hall.OrderSigned},
}

// senders are who sends what comes from each channel, and how they number it.
var senders = map[hall.Channel][2]string{
	hall.ChannelCentre: {"舜江区综治中心", "ZZ"}, hall.Channel12345: {"舜江区 12345 平台", "DH"}, hall.Channel110: {"百官派出所", "JQ"},
	hall.ChannelCourt: {"舜江区人民法院", "诉前调"}, hall.ChannelProcurators: {"舜江区人民检察院", "JC"}, hall.ChannelLetters: {"舜江区信访局", "XF"},
	hall.ChannelGrid: {"百官街道网格", "WG"}, hall.ChannelOnline: {"浙里访", "ZL"},
}

// orders adds what other bodies gave to the hall, as far as it would have come.
func (f *filler) orders(ctx context.Context, st *store.Store, who hall.Actor) error {
	all := slices.Clone(allSent)
	slices.SortStableFunc(all, func(a, b sent) int { return b.ago - a.ago })
	return f.pour(ctx, st, f.dice, func(b *store.Bulk) error {
		for i, s := range all {
			o, err := f.order(s, i, st.Settings(), who)
			if err != nil {
				return err
			}
			if err := b.Order(&o); err != nil {
				return err
			}
		}
		return nil
	})
}

// order is one of them: each step is the hall's own, with its rules, and none is taken after now.
func (f *filler) order(s sent, i int, set hall.Settings, who hall.Actor) (hall.Order, error) {
	day := f.today - hall.Day(s.ago)
	for s.ago > 0 {
		if rest, _ := f.calendar.Rest(day); !rest {
			break
		}
		day--
	}
	at := day.At(9*60+20, set.Zone)
	if at.After(f.o.Now) {
		at = f.o.Now
	}
	m := f.matter(at, set)
	by := senders[s.channel]
	o := hall.Order{
		Channel: s.channel, Body: by[0], Number: fmt.Sprintf("%s%s%03d", by[1], day.At(0, set.Zone).Format("20060102"), 40+7*i),
		Sent: day, N: s.n, Unit: hall.Workdays,
		Parties: m.in.Parties, Type: m.in.Type, Subject: m.in.Subject, Facts: m.in.Facts,
		Registered: at, RegisteredBy: who.Staff, RegisteredAs: who.Name,
	}
	if s.channel == hall.ChannelCourt {
		o.Unit = hall.Days
	}
	o.Reckon(f.calendar)
	signer := who
	if i%2 == 1 { // somebody else of the desk
		signer = hall.Actor{Name: "俞丽娟", Roles: hall.Head}
	}
	for _, step := range stepsTo(s.to, day) {
		if at = at.Add(time.Duration(40+f.r.IntN(60)) * time.Minute); at.After(f.o.Now) {
			at = f.o.Now
		}
		if step.Op == hall.OpOrderRate {
			step.Rating.On = hall.DayOf(at)
		}
		if _, bad := o.Apply(step, signer, at, f.calendar); bad != nil {
			return o, bad
		}
		if step.Op == hall.OpOrderTake || step.Op == hall.OpOrderReply {
			at = at.AddDate(0, 0, min(2, int(f.today-hall.DayOf(at))))
		}
	}
	return o, nil
}

// stepsTo are the steps that lead to a state.
func stepsTo(to hall.OrderState, day hall.Day) []hall.OrderStep {
	signed := []hall.OrderStep{{Op: hall.OpOrderSign}}
	taken := append(slices.Clone(signed), hall.OrderStep{Op: hall.OpOrderTake})
	done := append(slices.Clone(taken), hall.OrderStep{Op: hall.OpOrderReply, Reply: hall.Reply{
		Findings: "到现场看过，情况属实", Steps: "电话联系双方，上门调解两次", Result: "双方谈妥，已办好", Basis: "《中华人民共和国人民调解法》", Satisfaction: 4,
		Contacted: day.At(10*60, time.UTC),
	}})
	switch to {
	case hall.OrderSigned:
		return signed
	case hall.OrderTaken:
		return taken
	case hall.OrderReturned:
		return append(slices.Clone(signed), hall.OrderStep{Op: hall.OpOrderReturn, Reason: "当事人和纠纷都在邻镇，请另派"})
	case hall.OrderDone:
		return done
	case hall.OrderRated:
		return append(done, hall.OrderStep{Op: hall.OpOrderRate, Rating: hall.Rating{Score: 5}})
	}
	return nil
}
