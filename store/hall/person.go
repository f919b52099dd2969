package hall

import "cmp"

// PersonKind tells a natural person from an organisation.
type PersonKind uint8

const (
	Natural      PersonKind = iota // 自然人
	Organisation                   // 法人或其他组织
)

// Sex as on the identity card.
type Sex uint8

const (
	SexUnknown Sex = iota
	Male           // 男
	Female         // 女
)

// DocKind is what a person showed.
type DocKind uint8

const (
	DocIDCard   DocKind = iota // 居民身份证
	DocPassport                // 护照
	DocOther                   // other papers
	DocCredit                  // 统一社会信用代码
)

// Details is what is known of a person or an organisation. Only the name is required; the
// rest may be completed later.
type Details struct {
	Kind       PersonKind `cbor:"1,keyasint,omitempty"`
	Name       string     `cbor:"2,keyasint,omitempty"`
	Sex        Sex        `cbor:"3,keyasint,omitempty"`
	Birth      Day        `cbor:"4,keyasint,omitempty"`
	Doc        DocKind    `cbor:"5,keyasint,omitempty"`
	DocNumber  string     `cbor:"6,keyasint,omitempty"`
	Phone      string     `cbor:"7,keyasint,omitempty"`
	Village    string     `cbor:"8,keyasint,omitempty"`
	Address    string     `cbor:"9,keyasint,omitempty"`
	Ethnic     string     `cbor:"10,keyasint,omitempty"`
	Occupation string     `cbor:"11,keyasint,omitempty"`
	Contact    string     `cbor:"12,keyasint,omitempty"` // an organisation's representative
}

// Person is someone the hall has met: found again at the next visit.
type Person struct {
	ID          PersonID     `cbor:"1,keyasint"`
	Rev         uint64       `cbor:"2,keyasint"`
	Details     Details      `cbor:"3,keyasint"`
	Visits      int          `cbor:"4,keyasint,omitempty"` // how often registered
	Last        Day          `cbor:"5,keyasint,omitempty"` // the last time
	LastFor     string       `cbor:"6,keyasint,omitempty"` // the dispute type then
	Corrections []Correction `cbor:"7,keyasint,omitempty"` // what was put right, the latest last
	Relatives   []Relative   `cbor:"8,keyasint,omitempty"`
	Risk        string       `cbor:"9,keyasint,omitempty"`  // what whoever meets the person must know first (DOMAIN §3.5)
	Into        PersonID     `cbor:"10,keyasint,omitempty"` // the record of the same person that this one was joined to
	Joined      []PersonID   `cbor:"11,keyasint,omitempty"` // those that were joined to this one
}

// Kin is how a relative stands to somebody.
type Kin uint8

// The kinds of kinship, as a household register names them.
const (
	KinSpouse  Kin = iota // 配偶
	KinParent             // 父母
	KinChild              // 子女
	KinSibling            // 兄弟姐妹
	KinGrand              // 祖父母、孙子女
	KinInLaw              // 姻亲
	KinOther              // 其他近亲属
)

// Relative (亲属) is who somebody is related to: on record as a person, on the roster, or known
// by name only.
type Relative struct {
	Kin      Kin        `cbor:"1,keyasint,omitempty"`
	Name     string     `cbor:"2,keyasint"`
	Person   PersonID   `cbor:"3,keyasint,omitempty"`
	Mediator MediatorID `cbor:"4,keyasint,omitempty"`
}

// Side is where a party stands.
type Side uint8

const (
	Applicant  Side = iota // 申请人
	Respondent             // 被申请人
)

// Party is a person or organisation in a dispute, with the details as they were then.
type Party struct {
	Person         PersonID `cbor:"1,keyasint,omitempty"`
	Side           Side     `cbor:"2,keyasint,omitempty"`
	Details        Details  `cbor:"3,keyasint"`
	Representative bool     `cbor:"4,keyasint,omitempty"` // chosen by a side of more than five
	Guardian       string   `cbor:"5,keyasint,omitempty"` // of a minor or a person without capacity
	Proxy          string   `cbor:"6,keyasint,omitempty"`
	ProxyScope     string   `cbor:"7,keyasint,omitempty"`
	GuardianAs     string   `cbor:"8,keyasint,omitempty"` // how the guardian stands to the party: 母亲
	GuardianPhone  string   `cbor:"9,keyasint,omitempty"`
	ProxyPhone     string   `cbor:"10,keyasint,omitempty"`
}

// Masked hides what Details.Masked does, and whose numbers go with it.
func (p Party) Masked() Party {
	p.Details, p.GuardianPhone, p.ProxyPhone = p.Details.Masked(), MaskPhone(p.GuardianPhone), MaskPhone(p.ProxyPhone)
	return p
}

// Same reports whether two entries are of one party, whatever else is said of it.
func (p Party) Same(o any) bool {
	b, ok := o.(Party)
	return ok && p.Side == b.Side && (p.Person != 0 && p.Person == b.Person || p.Person == b.Person && p.Details.Name == b.Details.Name)
}

// Called is the party's name.
func (p Party) Called() string { return p.Details.Name }

// GuardianUnknown reports whether a party's guardian is named without the relation, or without a
// telephone: whoever is to be told or to sign has to know both. It is asked for, not required.
func (p Party) GuardianUnknown() bool {
	return p.Guardian != "" && (p.GuardianAs == "" || p.GuardianPhone == "")
}

// Phone is where a party is reached: its own telephone, else its guardian's, else its proxy's.
func (p Party) Phone() string { return cmp.Or(p.Details.Phone, p.GuardianPhone, p.ProxyPhone) }

// MaskDoc hides the middle of an identity number: 330604······2148.
func MaskDoc(s string) string {
	r := []rune(s)
	if len(r) < 11 {
		return maskAll(r)
	}
	return string(r[:6]) + "······" + string(r[len(r)-4:])
}

// MaskPhone hides the middle of a telephone number: 138····6021.
func MaskPhone(s string) string {
	r := []rune(s)
	if len(r) < 8 {
		return maskAll(r)
	}
	return string(r[:3]) + "····" + string(r[len(r)-4:])
}

func maskAll(r []rune) string {
	for i := range r {
		r[i] = '·'
	}
	return string(r)
}

// Masked hides identity number, telephone and address (law 15: no leaking of privacy).
func (d Details) Masked() Details {
	d.DocNumber, d.Phone = MaskDoc(d.DocNumber), MaskPhone(d.Phone)
	if d.Address != "" {
		d.Address = "····"
	}
	return d
}

// Mended is what is known, put right where it has what was wrong elsewhere: each field that says
// what it said there says now what it says there.
func (d Details) Mended(was, now Details) Details {
	mend(&d.Kind, was.Kind, now.Kind)
	mend(&d.Sex, was.Sex, now.Sex)
	mend(&d.Birth, was.Birth, now.Birth)
	if d.DocNumber == was.DocNumber {
		mend(&d.Doc, was.Doc, now.Doc)
	}
	for _, f := range []struct {
		at       *string
		was, now string
	}{
		{&d.Name, was.Name, now.Name}, {&d.DocNumber, was.DocNumber, now.DocNumber}, {&d.Phone, was.Phone, now.Phone}, {&d.Village, was.Village, now.Village},
		{&d.Address, was.Address, now.Address}, {&d.Ethnic, was.Ethnic, now.Ethnic}, {&d.Occupation, was.Occupation, now.Occupation},
		{&d.Contact, was.Contact, now.Contact},
	} {
		mend(f.at, f.was, f.now)
	}
	return d
}

func mend[T comparable](at *T, was, now T) {
	if *at == was {
		*at = now
	}
}
