package hall

// SwapRow is a swap as somebody sees it.
type SwapRow struct {
	DutySwap
	Side int     // the reader's: 0 he gives, 1 he takes; -1: neither
	Own  [2]bool // each has an account and answers himself
	Bar  *Error  // while it waits: why it could not be done as things stand now
}

// SwapTake is a shift that could be taken for another, and why not; a zero shift is none.
type SwapTake struct {
	Shift
	Why *Error
}

// DutyFace is somebody who could be put on duty.
type DutyFace struct {
	Who     DutyRef
	Village string
}

// TownCover is how a township was visited in some time, beside what its class asks for.
type TownCover struct {
	Town    DutyTown
	Periods []PeriodCover
	Missing int // periods without a visit
	Short   int // periods whose visit has places that nobody fills
}

// PeriodCover is a week, half-month or month of a township and its visits.
type PeriodCover struct {
	From, To Day
	Visits   []DutyRow // that stand
	Off      bool      // called off by a person, and none stands
}

// Open reports whether the visit lacks people.
func (p PeriodCover) Open() bool {
	for _, v := range p.Visits {
		if v.Open > 0 {
			return true
		}
	}
	return false
}

// Cover lays the visits of a county's plan over the periods that each township's class asks
// for. A visit that was moved still counts for the period it was planned for.
func Cover(towns []DutyTown, rows []DutyRow, from, to Day) []TownCover {
	of := map[string][]DutyRow{}
	for _, r := range rows {
		if r.Kind == DutyCounty {
			of[r.Township] = append(of[r.Township], r)
		}
	}
	out := make([]TownCover, len(towns))
	for i, t := range towns {
		c := TownCover{Town: t}
		for _, period := range dutyPeriods(t.Class, from, to) {
			p := PeriodCover{From: period[0], To: period[1]}
			off := false
			for _, r := range of[t.Name] {
				switch day := r.planned(); {
				case day < p.From || day > p.To:
				case r.State == DutyStands:
					p.Visits = append(p.Visits, r)
				case r.State == DutyOff:
					off = true
				}
			}
			switch {
			case len(p.Visits) == 0:
				p.Off = off
				c.Missing++
			case p.Open():
				c.Short++
			}
			c.Periods = append(c.Periods, p)
		}
		out[i] = c
	}
	return out
}
