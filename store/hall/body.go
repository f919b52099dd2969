package hall

import "slices"

// BodyKind is what a resource body is.
type BodyKind uint8

const (
	BodyCourt       BodyKind = iota // 法院
	BodyProcurator                  // 检察院
	BodyPolice                      // 公安
	BodyJudicial                    // 司法所、司法局
	BodyLawyer                      // 律师、法律顾问
	BodyNotary                      // 公证
	BodyForensic                    // 司法鉴定
	BodyArbitration                 // 仲裁
	BodyDepartment                  // 政府部门
	BodyTrade                       // 行业组织
	BodyOther                       // 其他
)

// BodyKinds lists them in the order they are shown.
func BodyKinds() []BodyKind {
	out := make([]BodyKind, BodyOther+1)
	for i := range out {
		out[i] = BodyKind(i)
	}
	return out
}

// Body is a resource body (资源单位): whom a hall can ask to a joint consultation, what it
// can help with, and when it can come.
type Body struct {
	ID      BodyID   `cbor:"1,keyasint"`
	Rev     uint64   `cbor:"2,keyasint"`
	Name    string   `cbor:"3,keyasint"`
	Kind    BodyKind `cbor:"4,keyasint,omitempty"`
	Contact string   `cbor:"5,keyasint,omitempty"` // 联系人
	Phone   string   `cbor:"6,keyasint,omitempty"`
	Helps   []string `cbor:"7,keyasint,omitempty"` // dispute type codes
	Special string   `cbor:"8,keyasint,omitempty"` // 专长, in words
	Village string   `cbor:"9,keyasint,omitempty"` // where it is, or which villages it looks after
	Knows   string   `cbor:"10,keyasint,omitempty"`
	Times   []Window `cbor:"11,keyasint,omitempty"` // when it can come; empty: at any opening hour
	Note    string   `cbor:"12,keyasint,omitempty"`
	Off     bool     `cbor:"13,keyasint,omitempty"` // no longer asked
}

// Check says what a body lacks.
func (b Body) Check(s Settings) *Error {
	if b.Name == "" {
		return Refuse(ErrRequired).In(FieldName)
	}
	if b.Phone != "" && CheckPhone(b.Phone) != nil {
		return Refuse(ErrPhone).In(FieldPhone)
	}
	if bad := CheckVillage(b.Village); bad != nil {
		return bad.In(FieldVillage)
	}
	for _, code := range b.Helps {
		if _, ok := s.Type(code); !ok {
			return Refuse(ErrUnknownType, "type", code).In(FieldHelps)
		}
	}
	for _, w := range b.Times {
		if w.From < 0 || w.To > 24*60 || w.To <= w.From {
			return Refuse(ErrSlotOrder).In(FieldTimes)
		}
	}
	return nil
}

// Helpful reports whether the body helps with a dispute type.
func (b Body) Helpful(code string) bool { return slices.Contains(b.Helps, code) }

// InviteeRow is somebody who could be invited, with what speaks for him.
type InviteeRow struct {
	Invitee
	Reasons []Reason
	Phone   string // a body's
}
