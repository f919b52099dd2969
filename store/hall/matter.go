package hall

// Matter is what a dispute is about, as it is registered (纠纷): what is asked for, how bad it is,
// who sent it. An intake has it, the case that comes of it keeps it, a correction replaces it.
type Matter struct {
	Type         string     `cbor:"8,keyasint,omitempty"` // dispute type code
	Subject      string     `cbor:"9,keyasint,omitempty"` // in a few words: 滴水
	Facts        string     `cbor:"10,keyasint,omitempty"`
	Requests     string     `cbor:"11,keyasint,omitempty"`
	Amount       int64      `cbor:"12,keyasint,omitempty"` // fen
	Source       Source     `cbor:"13,keyasint,omitempty"`
	SourceFrom   string     `cbor:"14,keyasint,omitempty"` // who entrusted or transferred it
	Written      bool       `cbor:"15,keyasint,omitempty"` // a written application; otherwise oral
	Difficulty   Difficulty `cbor:"16,keyasint,omitempty"`
	Urgent       bool       `cbor:"17,keyasint,omitempty"`
	UrgentWhy    string     `cbor:"18,keyasint,omitempty"`
	Risk         Risk       `cbor:"19,keyasint,omitempty"`
	Flags        Flag       `cbor:"20,keyasint,omitempty"`
	Measures     string     `cbor:"21,keyasint,omitempty"` // preventive measures [law 25]
	Police       Police     `cbor:"22,keyasint,omitempty"`
	Confidential bool       `cbor:"23,keyasint,omitempty"`           // 不公开
	Relapse      CaseID     `cbor:"24,keyasint,omitempty"`           // the settled case that came back
	Letter       string     `cbor:"25,keyasint,omitempty"`           // number of the letter by which it was entrusted or transferred (DOMAIN §3.2)
	LetterDay    Day        `cbor:"26,keyasint,omitempty"`           // its date
	LetterBy     Day        `cbor:"27,keyasint,omitempty"`           // until when it lets the matter be mediated; 0: it does not say
	Order        OrderID    `cbor:"28,keyasint,omitempty" trail:"-"` // the order that it came with; 0: none
}

// check looks at what is written of a dispute, at its intake and whenever it is put right. It holds
// law 25: preventive measures where violence threatens; the police at once, with time and person,
// where a public-order or criminal case may come of it.
func (m Matter) check(s Settings) *Error {
	_, known := s.Type(m.Type)
	switch {
	case m.Type == "":
		return Refuse(ErrRequired).In("type")
	case !known:
		return Refuse(ErrUnknownType, "type", m.Type).In("type")
	case m.Facts == "":
		return Refuse(ErrRequired).In("facts")
	case m.Source == SourceEntrusted && m.SourceFrom == "":
		return Refuse(ErrSourceFrom).In("sourcefrom")
	case m.LetterBy != 0 && m.LetterBy < m.LetterDay:
		return Refuse(ErrDayBefore, "day", m.LetterDay).In("letterby")
	case m.Urgent && m.UrgentWhy == "":
		return Refuse(ErrUrgentReason).In("urgentwhy")
	case m.Risk == RiskHigh && m.Measures == "":
		return Refuse(ErrMeasures).In("measures")
	case m.Flags&FlagCriminal != 0 && !m.Police.Done():
		return Refuse(ErrPoliceReport).In("police")
	}
	return nil
}

// intakeBefore is where an intake kept its matter up to the seventh schema: under numbers of its own.
// Upgrade moves it. It lies one level deeper than the matter, so that the intake's names are those of
// the matter.
type intakeBefore struct{ IntakeBefore }

// IntakeBefore holds the fields.
type IntakeBefore struct {
	Type         string     `cbor:"2,keyasint,omitempty"` // dispute type code
	Subject      string     `cbor:"3,keyasint,omitempty"` // in a few words: 滴水
	Facts        string     `cbor:"4,keyasint,omitempty"`
	Requests     string     `cbor:"5,keyasint,omitempty"`
	Amount       int64      `cbor:"6,keyasint,omitempty"` // fen
	Source       Source     `cbor:"7,keyasint,omitempty"`
	SourceFrom   string     `cbor:"8,keyasint,omitempty"` // who entrusted or transferred it
	Written      bool       `cbor:"9,keyasint,omitempty"` // a written application; otherwise oral
	Difficulty   Difficulty `cbor:"10,keyasint,omitempty"`
	Urgent       bool       `cbor:"11,keyasint,omitempty"`
	UrgentWhy    string     `cbor:"12,keyasint,omitempty"`
	Risk         Risk       `cbor:"13,keyasint,omitempty"`
	Flags        Flag       `cbor:"14,keyasint,omitempty"`
	Measures     string     `cbor:"15,keyasint,omitempty"` // preventive measures [law 25]
	Police       Police     `cbor:"16,keyasint,omitempty"`
	Confidential bool       `cbor:"19,keyasint,omitempty"` // 不公开
	Relapse      CaseID     `cbor:"20,keyasint,omitempty"` // the settled case that came back
}

// Upgrade brings an intake that was written by an older program to its present shape.
func (in *Intake) Upgrade() {
	if in.IntakeBefore != (IntakeBefore{}) {
		b := in.IntakeBefore
		in.Matter = Matter{Type: b.Type, Subject: b.Subject, Facts: b.Facts, Requests: b.Requests, Amount: b.Amount, Source: b.Source, SourceFrom: b.SourceFrom,
			Written: b.Written, Difficulty: b.Difficulty, Urgent: b.Urgent, UrgentWhy: b.UrgentWhy, Risk: b.Risk, Flags: b.Flags, Measures: b.Measures,
			Police: b.Police, Confidential: b.Confidential, Relapse: b.Relapse}
		in.IntakeBefore = IntakeBefore{}
	}
}

// Upgrade does so with the visitor's intake.
func (c *Consultation) Upgrade() {
	if c.Intake != nil {
		c.Intake.Upgrade()
	}
}

// Upgrade does so with the intake that a draft holds.
func (d *Draft) Upgrade() { d.Intake.Upgrade() }
