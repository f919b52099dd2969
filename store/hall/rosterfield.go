package hall

// The fields of an entry on the roster, and of what is written down about it.
const (
	FieldSex          = "sex"
	FieldHead         = "head"
	FieldSpecialities = "specialities"
	FieldBackgrounds  = "backgrounds"
	FieldGrade        = "grade"
	FieldFull         = "full"
	FieldBirth        = "birth"
	FieldArea         = "area"
	FieldStudio       = "studio"
	FieldLead         = "lead"
	FieldTrade        = "trade"
	FieldServant      = "servant"
	FieldUntil        = "until"
	FieldFiled        = "filed"
	FieldNumber       = "no"
	FieldWhere        = "where"
	FieldBy           = "by"
	FieldHours        = "hours"
	FieldExam         = "exam"
	FieldScore        = "score"
)
