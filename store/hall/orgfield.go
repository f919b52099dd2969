package hall

// The fields of an organisation, and of what should have one.
const (
	FieldLevel    = "level"
	FieldIndustry = "industry"
	FieldParent   = "parent"
	FieldSeats    = "seats"
	FieldSite     = "site"
	FieldFiling   = "number" // 备案号
	FieldSeal     = "seal"
	FieldAddress  = "address"
	FieldTownship = "township"
	FieldHeir     = "heir"
)
