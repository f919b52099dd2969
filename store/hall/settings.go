package hall

import "time"

// Level is where a hall stands (村 / 乡镇 / 县).
type Level uint8

const (
	Township Level = iota // 乡镇、街道, the main position
	Village               // 村、社区
	County                // 县、区、市
)

// DisputeType is one of the kinds a hall reports by.
type DisputeType struct {
	Code string // stays for ever; reports and records use it
	Zh   string
	En   string
}

// Settings is what makes a hall this hall. It comes from the hall's TOML file.
type Settings struct {
	Name   string // 百官街道联合调解中心
	Phone  string // the hall's own, for papers; empty: none is said
	Code   string // the organisation's short code, part of the counter's key
	Word   string // the hall's word in case numbers: 百
	Level  Level
	Class  int      // township class 1, 2 or 3: how often the county team comes
	Rooms  []string // 一室, 二室, 会诊室
	Types  []DisputeType
	Open   [2]int  // first hours of the day in minutes: morning from, to
	Open2  [2]int  // afternoon from, to
	Slot   int     // minutes an appointment lasts unless said otherwise
	Number string  // pattern of case numbers: ({year}){word}调字第{n}号
	Limit  int     // months from acceptance (order 75 art. 33)
	Limits []Limit // the hall's own time limits, by type and source, before those of the laws
	// Days from acceptance within which a case is to be finished: simple, ordinary, difficult (a published county rule).
	Goal     [3]int
	Respond  int // working days until the first response [ours]: 1
	Accept   int // working days until a registered case is accepted or refused [ours]: 3
	FileIn   int // days until the dossier of a case that is done is filed [ours]: 30
	LateFrom int // days after which what is entered later asks why [ours]: 15
	YearOpen int // days of a new year in which numbers of the old one are still given
	// Days of warning before any limit, longest first.
	Warn        []int
	IdleLock    int   // minutes until the screen is covered
	Confirm     int   // days to apply for judicial confirmation (CPL 205): 30
	MaxReps     int   // representatives of a side at most: 5
	RepsFrom    int   // a side larger than this chooses representatives: 5
	GuestDays   int   // open days before which guests from outside are asked to a joint consultation: 1
	WrittenFrom int64 // an agreement from this amount on should be written, in fen; 0 is the usual sum
	Zone        *time.Location
	Plain       bool     // ASCII marks
	Palette     uint8    // PaletteAuto, PaletteDark, PaletteLight
	Colours     uint8    // ColoursAuto and on
	Contrast    bool     // as much contrast as there is
	Roomy       bool     // a blank line after each row where there is room
	Kiosk       bool     // who is not signed in cannot end the program
	Demo        bool     // a throw-away sample hall
	Language    string   // of the screens: "zh-CN", "en"; empty is Chinese
	Grades      []string // of mediators, the highest first: 特级, 一级, 二级, 三级

	Weekend   []time.Weekday // on which the hall is closed
	Days      []SpecialDay   // holidays and make-up workdays the program does not know, and the hall's own
	RoomFacts []Room         // what is known of rooms: none of those of which nothing is said
	FollowUps []FollowUpRule // when somebody looks how an agreement goes
	Duty      DutyRules      // who is on duty
}

// The kinds of ground the screens are made for.
const (
	PaletteAuto uint8 = iota // the terminal is asked
	PaletteDark
	PaletteLight
)

// How many colours the screens are drawn with.
const (
	ColoursAuto uint8 = iota // as many as the terminal says it has
	ColoursTrue
	Colours256
	Colours16
	ColoursNone
)

// Defaults is a hall with every figure set and no name.
func Defaults() Settings {
	return Settings{
		Class: 2, Rooms: []string{"一室", "二室", "会诊室"}, Types: StandardTypes(),
		Open: [2]int{8*60 + 30, 11*60 + 30}, Open2: [2]int{13*60 + 30, 17 * 60}, Slot: 60,
		Number: "({year}){word}调字第{n}号", Limit: 1, Goal: [3]int{1, 7, 20}, Respond: 1, Accept: 3, FileIn: 30, LateFrom: 15, YearOpen: 31, Warn: []int{7, 3, 1},
		IdleLock: 10, Confirm: 30, MaxReps: 5, RepsFrom: 5, GuestDays: 1, WrittenFrom: usualWrittenFrom,
		Zone:    time.FixedZone("CST", 8*60*60),
		Weekend: []time.Weekday{time.Saturday, time.Sunday},
		Grades:  []string{"特级", "一级", "二级", "三级"},
		Duty:    DutyRules{Open: 1, Grace: 10, Carry: true, Members: 1},
	}
}

// StandardTypes is the list of eighteen that offices report by.
func StandardTypes() []DisputeType {
	return []DisputeType{
		{"marriage", "婚姻家庭", "Family"}, {"neighbours", "邻里", "Neighbours"},
		{"homestead", "房屋宅基地", "Housing"}, {"contract", "合同", "Contract"},
		{"business", "生产经营", "Business"}, {"damages", "损害赔偿", "Damages"},
		{"land", "山林土地", "Land"}, {"expropriation", "征地拆迁", "Expropriation"},
		{"environment", "环境污染", "Pollution"}, {"wages", "拖欠农民工工资", "Unpaid wages"},
		{"labour", "其他劳动争议", "Other labour"}, {"tourism", "旅游", "Tourism"},
		{"ecommerce", "电子商务", "E-commerce"}, {"consumer", "其他消费", "Consumer"},
		{"medical", "医疗", "Medical"}, {"traffic", "道路交通事故", "Road traffic"},
		{"property", "物业", "Property service"}, {"other", "其他", "Other"},
	}
}

// Type finds a dispute type by its code.
func (s Settings) Type(code string) (DisputeType, bool) {
	for _, t := range s.Types {
		if t.Code == code {
			return t, true
		}
	}
	return DisputeType{}, false
}

// HasRoom reports whether the hall has a room of that name.
func (s Settings) HasRoom(name string) bool {
	for _, r := range s.Rooms {
		if r == name {
			return true
		}
	}
	return false
}

// InHours reports whether a slot lies within the opening hours.
func (s Settings) InHours(from, to int) bool {
	return from >= s.Open[0] && to <= s.Open[1] || from >= s.Open2[0] && to <= s.Open2[1]
}

// usualWrittenFrom is the sum from which an agreement should be written [ours]: 10,000 yuan, never nothing.
const usualWrittenFrom = 10_000_00
