package hall

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Channel is from where an order comes (派单渠道).
type Channel uint8

const (
	ChannelCentre      Channel = iota // 综治中心
	Channel12345                      // 12345 热线
	Channel110                        // 110 非警务警情
	ChannelCourt                      // 法院委派、委托
	ChannelProcurators                // 检察院
	ChannelLetters                    // 信访
	ChannelGrid                       // 网格
	ChannelOnline                     // 网上
)

// Channels lists them in the order they are shown.
func Channels() []Channel {
	return []Channel{ChannelCentre, Channel12345, Channel110, ChannelCourt, ChannelProcurators, ChannelLetters, ChannelGrid, ChannelOnline}
}

// SetsLimit reports whether the letter that comes with an order says how long may be mediated
// (委派、委托调解函), and not only until when it is to be answered.
func (c Channel) SetsLimit() bool { return c == ChannelCourt || c == ChannelProcurators }

// OrderState is where an order stands.
type OrderState uint8

const (
	OrderWaits    OrderState = iota // 待签收
	OrderSigned                     // 已签收
	OrderTaken                      // 办理中: taken up as a case, in a case or without one
	OrderReturned                   // 已退回
	OrderDone                       // 已办结, and answered
	OrderRated                      // 已评价
)

// OrderStates lists them in the order of the course.
func OrderStates() []OrderState {
	return []OrderState{OrderWaits, OrderSigned, OrderTaken, OrderReturned, OrderDone, OrderRated}
}

// Open reports whether the hall still has to do something.
func (s OrderState) Open() bool { return s <= OrderTaken }

// OrderLimit is how many working days an order has that is usual of its kind: ordinary 12345 orders.
const OrderLimit = 7

// Order is work that another body gives to the hall (派单). It is signed for, taken up or returned,
// answered and rated by who sent it. It may become a case, belong to one or be answered without one; it
// is no transfer of the hall's own.
type Order struct {
	ID      OrderID    `cbor:"1,keyasint"`
	Rev     uint64     `cbor:"2,keyasint"`
	Channel Channel    `cbor:"3,keyasint,omitempty"`
	Body    string     `cbor:"4,keyasint,omitempty"` // who sent it: 上虞区综治中心
	Number  string     `cbor:"5,keyasint,omitempty"` // 工单号, as it was sent
	Sent    Day        `cbor:"6,keyasint"`           // its limit runs from this day
	N       int        `cbor:"7,keyasint"`           // its limit
	Unit    Unit       `cbor:"8,keyasint,omitempty"`
	Due     Day        `cbor:"9,keyasint" trail:"-"`            // its last day
	SignBy  Day        `cbor:"10,keyasint,omitempty" trail:"-"` // by when it is to be signed for
	State   OrderState `cbor:"11,keyasint,omitempty"`

	Parties      []Party `cbor:"12,keyasint,omitempty"`
	Type         string  `cbor:"13,keyasint,omitempty"` // dispute type code; empty: not known yet
	Subject      string  `cbor:"14,keyasint,omitempty"`
	Facts        string  `cbor:"15,keyasint,omitempty"`
	Confidential bool    `cbor:"16,keyasint,omitempty"`
	Code         string  `cbor:"17,keyasint,omitempty" trail:"-"` // 一案一码, that of its case

	Registered   time.Time    `cbor:"18,keyasint" trail:"-"`
	RegisteredBy StaffID      `cbor:"19,keyasint,omitempty" trail:"-"`
	RegisteredAs string       `cbor:"20,keyasint,omitempty" trail:"-"`
	Signed       time.Time    `cbor:"21,keyasint,omitempty" trail:"-"`
	SignedBy     StaffID      `cbor:"22,keyasint,omitempty" trail:"-"` // who took it first answers for it (首接负责)
	SignedAs     string       `cbor:"23,keyasint,omitempty" trail:"-"`
	Taken        Day          `cbor:"24,keyasint,omitempty" trail:"-"`
	Case         CaseID       `cbor:"25,keyasint,omitempty" trail:"-"`
	Mediators    []MediatorID `cbor:"26,keyasint,omitempty" trail:"-"` // of the case, with which they change
	Returned     Day          `cbor:"27,keyasint,omitempty" trail:"-"`
	Reason       string       `cbor:"28,keyasint,omitempty"` // why it was returned, or is to be done again
	Reply        *Reply       `cbor:"29,keyasint,omitempty"`
	Rating       *Rating      `cbor:"30,keyasint,omitempty"`
	Sorted       *Sorting     `cbor:"31,keyasint,omitempty" trail:"-"`
	Corrections  []Correction `cbor:"32,keyasint,omitempty"` // what was put right, the latest last
}

// Solved is how far what an order asks for was solved.
type Solved uint8

const (
	SolvedWhole Solved = iota // 已解决
	SolvedPart                // 部分解决
	SolvedNot                 // 未解决
)

// AllSolved lists them, the best first.
func AllSolved() []Solved { return []Solved{SolvedWhole, SolvedPart, SolvedNot} }

// Reply is what an order is answered with (派单回复单).
type Reply struct {
	Findings     string    `cbor:"1,keyasint"`           // 调查核实情况
	Steps        string    `cbor:"2,keyasint,omitempty"` // 办理过程
	Result       string    `cbor:"3,keyasint"`           // 处理结果
	Basis        string    `cbor:"4,keyasint,omitempty"` // 依据
	Solved       Solved    `cbor:"5,keyasint,omitempty"`
	Next         string    `cbor:"6,keyasint,omitempty"`  // 未解决原因及下一步
	Contacted    time.Time `cbor:"7,keyasint,omitempty"`  // when who asks for it was told
	Way          NoticeWay `cbor:"8,keyasint,omitempty"`  // how
	Satisfaction int       `cbor:"9,keyasint,omitempty"`  // what that person said, 1 to 5; 0: not asked
	On           Day       `cbor:"10,keyasint" trail:"-"` // when it was answered
	By           StaffID   `cbor:"11,keyasint,omitempty" trail:"-"`
	ByName       string    `cbor:"12,keyasint,omitempty" trail:"-"`
}

// Check says what a reply lacks.
func (r Reply) Check(now time.Time) *Error {
	switch {
	case strings.TrimSpace(r.Findings) == "":
		return Refuse(ErrRequired).In(FieldFindings)
	case strings.TrimSpace(r.Result) == "":
		return Refuse(ErrRequired).In(FieldResult)
	case r.Solved != SolvedWhole && strings.TrimSpace(r.Next) == "":
		return Refuse(ErrRequired).In(FieldNext)
	case r.Contacted.After(now):
		return Refuse(ErrDayFuture).In(FieldReached)
	}
	return nil
}

// Rating is what who sent an order says of how it was dealt with (评价).
type Rating struct {
	Score int    `cbor:"1,keyasint"` // 1 to 5, as satisfaction
	On    Day    `cbor:"2,keyasint"`
	Note  string `cbor:"3,keyasint,omitempty"`
	By    string `cbor:"4,keyasint,omitempty" trail:"-"` // who wrote it down
}

// Check says what a rating lacks.
func (r Rating) Check(done, today Day) *Error {
	if r.Score == 0 {
		return Refuse(ErrRequired).In(FieldScore)
	}
	return happened(r.On, done, today, FieldRated)
}

// Sorting is what was settled of something open when all that is open is gone through with the head
// (集中梳理): whose matter it is, how grave, who sees to it, until when.
type Sorting struct {
	Dept    string  `cbor:"1,keyasint,omitempty"` // 归口部门
	Colour  Risk    `cbor:"2,keyasint,omitempty"` // red, orange, yellow
	Who     StaffID `cbor:"3,keyasint,omitempty"`
	WhoName string  `cbor:"4,keyasint,omitempty"`
	Until   Day     `cbor:"5,keyasint,omitempty"`
	On      Day     `cbor:"6,keyasint"`
	By      string  `cbor:"7,keyasint,omitempty"`
}

// Limit is its limit as a period.
func (o Order) Limit() Period { return Period{From: o.Sent, N: o.N, Unit: o.Unit, Roll: true} }

// Answers is who answers for it: who it was given to when it was sorted, else who signed for it.
func (o Order) Answers() (StaffID, string) {
	if s := o.Sorted; s != nil && s.WhoName != "" {
		return s.Who, s.WhoName
	}
	return o.SignedBy, o.SignedAs
}

// Of lists the people on a side: who asks for something, and of whom.
func (o Order) Of(side Side) []Party { return partiesOf(o.Parties, side) }

// Name is what an order is called: its number, or who asks for something.
func (o Order) Name() string {
	who, _ := First(o.Of(Applicant))
	return cmp.Or(o.Number, who, o.Subject)
}

// Check says what an order lacks when it is registered or put right.
func (o Order) Check(s Settings, today Day) *Error {
	_, known := s.Type(o.Type)
	switch {
	case strings.TrimSpace(o.Body) == "":
		return Refuse(ErrRequired).In(FieldFrom)
	case o.Sent == 0:
		return Refuse(ErrRequired).In(FieldDay)
	case o.Sent > today:
		return Refuse(ErrDayFuture).In(FieldDay)
	case o.N < 1:
		return Refuse(ErrRequired).In(FieldDays)
	case len(o.Of(Applicant)) == 0:
		return Refuse(ErrRequired).In(FieldName)
	case strings.TrimSpace(o.Facts) == "":
		return Refuse(ErrRequired).In(FieldFacts)
	case o.Type != "" && !known:
		return Refuse(ErrUnknownType, "type", o.Type).In(FieldType)
	}
	for _, p := range o.Parties {
		if bad := p.Details.Check(today); bad != nil {
			return bad.In(orderField(p.Side, bad.Code))
		}
	}
	return nil
}

// orderField is where something wrong about a person is said.
func orderField(side Side, code Code) string {
	field := FieldName
	switch code {
	case ErrPhone:
		field = FieldPhone
	case ErrVillageNumber:
		field = FieldVillage
	}
	if side == Respondent {
		return FieldOther + field
	}
	return field
}

// Reckon sets the days that follow from when an order was sent: its last one, and the working day by
// which it is to be signed for.
func (o *Order) Reckon(c *Calendar) {
	o.Due = o.Limit().End(c).Day
	o.SignBy = min(o.Due, Period{From: o.Sent, N: 1, Unit: Workdays}.End(c).Day)
}

// Dues lists what is due on an order, worked out from the order alone.
func (o Order) Dues() []Due {
	if !o.State.Open() {
		return nil
	}
	var out []Due
	if o.State == OrderWaits {
		out = append(out, Due{o.SignBy, DueOrderSign})
	}
	out = append(out, Due{o.Due, DueOrder})
	return append(out, o.Sorted.due()...)
}

// due is what was settled when it was sorted.
func (s *Sorting) due() []Due {
	if s == nil || s.Until == 0 {
		return nil
	}
	return []Due{{s.Until, DueSorted}}
}

// HasOrder reports whether the actor answers for an order, or mediates its case.
func (a Actor) HasOrder(o Order) bool {
	who, _ := o.Answers()
	return a.Staff != 0 && (a.Staff == who || a.Staff == o.SignedBy) || slices.ContainsFunc(o.Mediators, a.Is)
}

// MaySeeOrder reports whether the actor may read an order: one of a matter that is not public is for who
// registered it, who answers for it, the mediators of its case and the head.
func (a Actor) MaySeeOrder(o Order) bool {
	if !a.May(MayRead) {
		return false
	}
	return !o.Confidential || a.WorksOnOrder(o)
}

// WorksOnOrder reports whether the actor works on an order: who registered it, who answers for it, the
// mediators of its case and the head. Others see identity numbers and telephones masked (law 15).
func (a Actor) WorksOnOrder(o Order) bool {
	return a.HasOrder(o) || a.Staff != 0 && a.Staff == o.RegisteredBy || a.May(MaySupervise)
}

// Masked is an order as those read it who do not work on it.
func (o Order) Masked() Order {
	o.Parties = slices.Clone(o.Parties)
	for i := range o.Parties {
		o.Parties[i] = o.Parties[i].Masked()
	}
	o.Corrections = VeiledTrail(o.Corrections)
	return o
}

// MatterCode is the code of a matter (一案一码), under which the paper that its people take home and all
// that comes of it are found.
func MatterCode(s Settings, year int, n int64) string {
	if s.Code == "" {
		return fmt.Sprintf("%d-%05d", year, n)
	}
	return fmt.Sprintf("%s-%d-%05d", s.Code, year, n)
}

// Belong has an order belong to a case: what is seen of it and who may see it follow the case, and the
// matter has one code.
func (o *Order) Belong(c Case) {
	o.Case, o.Confidential = c.ID, o.Confidential || c.Confidential
	o.Code = cmp.Or(c.Code, o.Code)
	o.Mediators = nil
	for _, m := range c.Mediators() {
		o.Mediators = append(o.Mediators, m.ID)
	}
}
