package hall

// Platform is what the platforms ask of a case beyond its register (平台补充项): none of it is needed here, and all of it may be
// filled in later.
type Platform struct {
	Title     string `cbor:"1,keyasint,omitempty"` // 标题
	Happened  Day    `cbor:"2,keyasint,omitempty"` // 发生日期
	Place     string `cbor:"3,keyasint,omitempty"` // 发生地
	Death     Said   `cbor:"4,keyasint,omitempty"` // 有无死亡
	Groups    string `cbor:"5,keyasint,omitempty"` // 特殊群体, by their names
	Migrants  Said   `cbor:"6,keyasint,omitempty"` // 农民工
	Migrating int    `cbor:"7,keyasint,omitempty"` // how many of them
	Turned    Turned `cbor:"8,keyasint,omitempty"` // 转化
	Helped    string `cbor:"9,keyasint,omitempty"` // 协办调委会
}

// Said is the answer to a question that need not have been asked.
type Said uint8

const (
	NotSaid Said = iota
	SaidNo
	SaidYes
)

// Saids are the answers.
func Saids() []Said { return []Said{SaidNo, SaidYes} }

// Turned is what became of a dispute beside its mediation (纠纷转化情况, codes 01 to 03).
type Turned uint8

const (
	TurnedUnsaid   Turned = iota
	TurnedNot             // 未转化
	TurnedOrder           // 01 转治安案件
	TurnedCriminal        // 02 转刑事案件
	TurnedCivil           // 03 转民商事案件
)

// Turneds are the answers, in the platform's order behind the usual one.
func Turneds() []Turned { return []Turned{TurnedNot, TurnedOrder, TurnedCriminal, TurnedCivil} }

// Whole reports whether nothing is left to be completed: nobody of a special group and no other committee are answers too.
func (p Platform) Whole() bool {
	return p.Title != "" && p.Happened != 0 && p.Place != "" && p.Death != NotSaid && p.Migrants != NotSaid && p.Turned != TurnedUnsaid
}

// check refuses what happened tomorrow, and a number of migrant workers where there are none.
func (p Platform) check(today Day) *Error {
	switch {
	case p.Happened > today:
		return Refuse(ErrDayFuture).In("happened")
	case p.Migrating < 0 || p.Migrants != SaidYes && p.Migrating != 0:
		return Refuse(ErrConflict).In("migrating")
	}
	return nil
}
