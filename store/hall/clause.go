package hall

import "time"

// Clause is one thing that was agreed (条款): who does what, how, where, by when and how much. An
// instalment is a clause of its own.
type Clause struct {
	No     int       `cbor:"1,keyasint"`           // from 1 within the agreement
	Text   string    `cbor:"2,keyasint,omitempty"` // what, as it stands on the paper
	Who    string    `cbor:"3,keyasint,omitempty"` // which party is to do it
	How    string    `cbor:"4,keyasint,omitempty"`
	Where  string    `cbor:"5,keyasint,omitempty"`
	By     Day       `cbor:"6,keyasint,omitempty"` // the last day; 0 where none was agreed
	Amount int64     `cbor:"7,keyasint,omitempty"` // fen
	Else   string    `cbor:"8,keyasint,omitempty"` // what follows if it is not done
	Part   int       `cbor:"9,keyasint,omitempty"` // which instalment it is; 0: it is not one
	Kept   []Keeping `cbor:"10,keyasint,omitempty"`
}

// Keeping is that a clause was performed, whole or in part.
type Keeping struct {
	Day     Day       `cbor:"1,keyasint"`
	Amount  int64     `cbor:"2,keyasint,omitempty"` // fen; of a clause without a sum 0
	Partly  bool      `cbor:"3,keyasint,omitempty"` // some of it, and more is to come
	How     string    `cbor:"4,keyasint,omitempty"`
	Proof   string    `cbor:"5,keyasint,omitempty"` // receipt, photograph, who saw it
	By      string    `cbor:"6,keyasint,omitempty" trail:"-"`
	Entered time.Time `cbor:"7,keyasint,omitempty" trail:"-"`
}

// Paid is how much of a clause's sum was paid, in fen.
func (c Clause) Paid() int64 {
	var sum int64
	for _, k := range c.Kept {
		sum += k.Amount
	}
	return sum
}

// Done is the day on which the clause was performed; 0 while something of it is open. A clause with a
// sum is performed when the whole sum was paid, or somebody said that it was enough.
func (c Clause) Done() Day {
	if len(c.Kept) == 0 {
		return 0
	}
	last := c.Kept[len(c.Kept)-1]
	if last.Partly && (c.Amount == 0 || c.Paid() < c.Amount) {
		return 0
	}
	day := Day(0)
	for _, k := range c.Kept {
		day = max(day, k.Day)
	}
	return day
}

// Open is the next clause that is to be performed, by its last day, and those without one at the
// end; nil when all are.
func (a *Agreement) Open() *Clause {
	var out *Clause
	for i := range a.Clauses {
		c := &a.Clauses[i]
		if c.Done() != 0 {
			continue
		}
		if out == nil || c.By != 0 && (out.By == 0 || c.By < out.By) {
			out = c
		}
	}
	return out
}

// Due is until when the next open clause is to be performed; 0 where no day was agreed.
func (a *Agreement) Due() Day {
	c := a.Open()
	switch {
	case c == nil:
		return 0
	case c.By != 0:
		return c.By
	}
	return a.PerformBy
}

// settleClauses works out from the clauses on which day the whole agreement was performed.
func (a *Agreement) settleClauses() {
	a.Performed = 0
	for i := range a.Clauses {
		day := a.Clauses[i].Done()
		if day == 0 {
			a.Performed = 0
			return
		}
		a.Performed = max(a.Performed, day)
	}
}

// numbered gives the clauses their numbers and the agreement the last day of them all. Of an
// agreement whose terms nobody took apart, the whole is one clause.
func (a *Agreement) numbered() {
	if len(a.Clauses) == 0 {
		a.Clauses = []Clause{{Text: a.Terms, How: a.Manner, Where: a.Place, By: a.PerformBy, Amount: a.Amount}}
	}
	for i := range a.Clauses {
		a.Clauses[i].No = i + 1
		a.PerformBy = max(a.PerformBy, a.Clauses[i].By)
	}
}

// mostInstalments keeps a slip from making a plan for ever.
const mostInstalments = 60

// Instalments takes a clause apart into n parts, a month from one to the next, the first on the
// clause's own last day. What does not divide falls to the last. The months are counted from the
// first day (DOMAIN §3.7): 31 January, 28 February, 31 March.
func (c Clause) Instalments(n int) ([]Clause, *Error) {
	switch {
	case n < 2 || n > mostInstalments:
		return nil, Refuse(ErrRange, "least", 2, "most", mostInstalments).In("parts")
	case c.By == 0:
		return nil, Refuse(ErrRequired).In("by")
	case c.Amount < int64(n):
		return nil, Refuse(ErrRequired).In("amount")
	}
	out := make([]Clause, n)
	each := c.Amount / int64(n) / 100 * 100 // whole yuan
	for i := range out {
		one := c
		one.Part, one.Amount, one.By = i+1, each, c.By.AddMonths(i)
		if i == n-1 {
			one.Amount = c.Amount - each*int64(n-1)
		}
		out[i] = one
	}
	return out, nil
}
