package hall

import "slices"

// Direction is where a case is handed on to (DOMAIN §3.15): up or down among the halls, or sideways to another way of
// settling it.
type Direction uint8

const (
	ToNone        Direction = iota // not said: at the desk, or by an older program
	ToUp                           // 上级：县、镇
	ToDown                         // 下级：镇、村
	ToAdmin                        // 行政调解、行政机关
	ToCourt                        // 司法
	ToArbitration                  // 仲裁
	ToLetters                      // 信访
	ToNotary                       // 公证
	ToForensic                     // 鉴定
	To12345                        // 12345 热线
	ToOther                        // 其他
)

// Directions lists them in the order they are offered.
func Directions() []Direction {
	return []Direction{ToUp, ToDown, ToAdmin, ToCourt, ToArbitration, ToLetters, ToNotary, ToForensic, To12345, ToOther}
}

// TransferAnswer is what the body said to which a case was handed on.
type TransferAnswer uint8

const (
	TransferWaits    TransferAnswer = iota // nothing yet
	TransferTaken                          // 已接收
	TransferReturned                       // 退回
)

// Within how many working days a transfer is to be answered where the sheet says nothing else, and the most it can say.
const (
	TransferDays = 5
	MostTransfer = 60
)

// Transfer is that a case was handed on (流转), and what was answered. A case keeps all of them.
type Transfer struct {
	To        string         `cbor:"1,keyasint"` // as it was called then
	Body      BodyID         `cbor:"2,keyasint,omitempty"`
	Direction Direction      `cbor:"3,keyasint,omitempty"`
	On        Day            `cbor:"4,keyasint"`
	Reason    string         `cbor:"5,keyasint,omitempty"`
	AnswerBy  Day            `cbor:"6,keyasint,omitempty"` // 0: an older program wrote it, and nobody waits
	From      State          `cbor:"7,keyasint,omitempty"` // where the case stood, and goes on when it is returned
	Answer    TransferAnswer `cbor:"8,keyasint,omitempty"`
	Answered  Day            `cbor:"9,keyasint,omitempty"`
	Number    string         `cbor:"10,keyasint,omitempty"` // taken: the number that they gave it
	Why       string         `cbor:"11,keyasint,omitempty"` // returned: why
	By        string         `cbor:"12,keyasint,omitempty"` // who handed it on
}

// Handed are all the times that a case was handed on, the latest last; what an older program wrote is one of them.
func (c Case) Handed() []Transfer {
	if len(c.Transfers) > 0 || c.State != Transferred && c.To == "" {
		return c.Transfers
	}
	from := Registered
	switch {
	case c.Accepted != 0 && c.Sessions > 0:
		from = Mediating
	case c.Accepted != 0:
		from = Accepted
	}
	return []Transfer{{To: c.To, Body: c.ToBody, On: c.Closed, Reason: c.Reason, From: from}}
}

// lastHanded is the last time that a case was handed on; nil: it never was.
func (c Case) lastHanded() *Transfer {
	all := c.Handed()
	if len(all) == 0 {
		return nil
	}
	return &all[len(all)-1]
}

// AwaitsAnswer reports whether somebody has to say whether the case is taken there or comes back.
func (c Case) AwaitsAnswer() bool {
	t := c.lastHanded()
	return c.State == Transferred && t != nil && t.Answer == TransferWaits && t.AnswerBy != 0
}

// unanswered refuses to answer a transfer twice.
func unanswered(c Case) *Error {
	if t := c.lastHanded(); t != nil && t.Answer != TransferWaits {
		return Refuse(ErrTransferTaken, "to", t.To)
	}
	return nil
}

// heard refuses to file a case while nobody knows whether it comes back.
func heard(c Case) *Error {
	if c.AwaitsAnswer() {
		return Refuse(ErrTransferWaits, "to", c.To)
	}
	return nil
}

func doTransfer(c *Case, s Step, by Actor, r Rules) error {
	if s.To == "" {
		return Refuse(ErrTransferTo).In("to")
	}
	if s.Reason == "" {
		return Refuse(ErrReason).In("reason")
	}
	body, err := r.body(s.ToBody, s.To)
	if err != nil {
		return err
	}
	day, bad := s.on(max(c.Accepted, c.AppliedOn()), AtApplication, r)
	if bad != nil {
		return bad
	}
	days := s.Days
	if days == 0 {
		days = TransferDays
	}
	t := Transfer{To: s.To, Body: body, Direction: s.Direction, On: day, Reason: s.Reason, From: c.State, By: by.Name,
		AnswerBy: Period{From: day, N: days, Unit: Workdays}.End(r.Calendar).Day}
	c.Transfers = append(slices.Clone(c.Handed()), t)
	c.State, c.To, c.ToBody, c.Reason, c.Closed, c.AcceptBy = Transferred, s.To, body, s.Reason, day, 0
	return nil
}

// answer writes down what was said to the last transfer.
func (c *Case) answer(s Step, r Rules, answer TransferAnswer) (*Transfer, error) {
	c.Transfers = slices.Clone(c.Handed())
	t := c.lastHanded()
	day, bad := s.on(t.On, AtTransfer, r)
	if bad != nil {
		return t, bad
	}
	t.Answer, t.Answered = answer, day
	return t, nil
}

func doTransferTaken(c *Case, s Step, _ Actor, r Rules) error {
	t, err := c.answer(s, r, TransferTaken)
	if err == nil {
		t.Number = s.Number
	}
	return err
}

// doTransferReturned: the case goes on where it stood. One that was not accepted yet is to be decided on anew.
func doTransferReturned(c *Case, s Step, _ Actor, r Rules) error {
	if s.Reason == "" {
		return Refuse(ErrReason).In("reason")
	}
	t, err := c.answer(s, r, TransferReturned)
	if err != nil {
		return err
	}
	t.Why = s.Reason
	c.State, c.To, c.ToBody, c.Reason, c.Closed = t.From, "", 0, "", 0
	if c.State == Registered {
		c.AcceptBy = Period{From: t.Answered, N: r.Settings.Accept, Unit: Workdays}.End(r.Calendar).Day
	}
	return nil
}
