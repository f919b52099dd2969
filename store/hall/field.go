package hall

// A field has one name: in the form that asks for it, in the draft that keeps it, and in the
// refusal that stands under it. Forms and Error.In take these constants, so that a name that is
// misspelt does not compile.
const (
	FieldName    = "name"
	FieldKind    = "kind"
	FieldWay     = "way"
	FieldSpecial = "special"
	FieldOrg     = "org"
	FieldPlace   = "place"
	FieldFounded = "founded"
	FieldHonours = "honours"
	FieldNote    = "note"
	FieldWhy     = "why"
	FieldDay     = "day"
	FieldContact = "contact"
	FieldPhone   = "phone"
	FieldHelps   = "helps"
	FieldVillage = "village"
	FieldKnows   = "knows"
	FieldTimes   = "times"
	FieldOff     = "off"
	FieldWhat    = "what"
	FieldWho     = "who"
	FieldCase    = "case"
	FieldResult  = "result"
	FieldFrom    = "from"
	FieldTo      = "to"
	FieldReason  = "reason"
	FieldTown    = "town"
	FieldPeople  = "people"
	FieldHow     = "how"
)
