package text

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/kv"
)

var counts = regexp.MustCompile(`\{(\w[\w.]*):([^|}]*)\|?([^}]*)\}`)

var samples = regexp.MustCompile(`"[^"]*"|“[^”]*”|e\.g\. 百 in \S+`)

// Every message stands in both languages, with the same parts to fill.
func TestEveryMessageStandsInBothLanguages(t *testing.T) {
	seen := 0
	for _, f := range said(t) {
		ast.Inspect(f.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !isMessage(call) {
				return true
			}
			at := f.fset.Position(call.Pos())
			zh, ok1 := literal(call.Args[0])
			en, ok2 := literal(call.Args[1])
			switch seen++; {
			case !ok1 || !ok2:
				t.Errorf("%s: a message must be written out", at)
			case strings.Contains(zh, ":") && counts.MatchString(zh):
				t.Errorf("%s: Chinese does not tell one from many: %q", at, zh)
			case slices.ContainsFunc(counts.FindAllStringSubmatch(en, -1), func(p []string) bool { return p[2] == "" || p[3] == "" }):
				t.Errorf("%s: a noun is missing for one or for many: %q", at, en)
			case strings.TrimSpace(zh) == "" || strings.TrimSpace(en) == "":
				t.Errorf("%s: a language is missing: %q, %q", at, zh, en)
			case !slices.Equal(parts(zh), parts(en)):
				t.Errorf("%s: the parts differ: %q, %q", at, zh, en)
			case strings.IndexFunc(samples.ReplaceAllString(en, ""), isHan) >= 0:
				t.Errorf("%s: Chinese in the English: %q", at, en)
			}
			return true
		})
	}
	if seen < 300 {
		t.Errorf("only %d messages were found", seen)
	}
}

// spoken is a file that may say something.
type spoken struct {
	fset *token.FileSet
	file *ast.File
}

// said are the files of all packages below the views: each says its own words.
func said(t *testing.T) []spoken {
	t.Helper()
	var out []spoken
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if d.Name() == "testdata" {
			return fs.SkipDir
		}
		s := read(t, path)
		for _, f := range s.files {
			out = append(out, spoken{s.fset, f})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// isMessage reports whether a call makes a message: M here, text.M elsewhere.
func isMessage(call *ast.CallExpr) bool {
	if len(call.Args) != 2 {
		return false
	}
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name == "M"
	case *ast.SelectorExpr:
		x, ok := f.X.(*ast.Ident)
		return ok && x.Name == "text" && f.Sel.Name == "M"
	}
	return false
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func literal(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		x, ok1 := literal(e.X)
		y, ok2 := literal(e.Y)
		return x + y, ok1 && ok2 && e.Op == token.ADD
	}
	return "", false
}

// parts is the set of names in braces.
func parts(s string) []string {
	out := regexp.MustCompile(`\{\w[\w.]*`).FindAllString(s, -1)
	slices.Sort(out)
	return slices.Compact(out)
}

// enums says how each of hall's enums is named; without are those that never reach a screen.
var enums = map[string]func(uint8) Message{
	"State":          func(n uint8) Message { return State(hall.State(n)) },
	"Action":         func(n uint8) Message { return Action(hall.Action(n)) },
	"Hurdle":         func(n uint8) Message { return hurdles[hall.Hurdle(n)] },
	"Kind":           func(n uint8) Message { return Kind(hall.Kind(n)) },
	"ConsultState":   func(n uint8) Message { return ConsultState(hall.ConsultState(n)) },
	"SessionResult":  func(n uint8) Message { return Result(hall.SessionResult(n)) },
	"Outcome":        func(n uint8) Message { return Outcome(hall.Outcome(n)) },
	"DueWhose":       func(n uint8) Message { return DueWhose(hall.DueWhose(n)) },
	"Expiry":         func(n uint8) Message { return Expiry(hall.Expiry(n)) },
	"Agree":          func(n uint8) Message { return Agree(hall.Agree(n)) },
	"Pause":          func(n uint8) Message { return Pause(hall.Pause(n)) },
	"Direction":      func(n uint8) Message { return Direction(hall.Direction(n)) },
	"TransferAnswer": func(n uint8) Message { return TransferAnswer(hall.TransferAnswer(n)) },
	"DueKind":        func(n uint8) Message { return DueKind(hall.DueKind(n)) },
	"EndCause":       func(n uint8) Message { return EndCause(hall.EndCause(n)) },
	"AgreementState": func(n uint8) Message { return AgreementState(hall.AgreementState(n)) },
	"AgreementFate":  func(n uint8) Message { return AgreementFate(hall.AgreementFate(n)) },
	"WayLeft":        func(n uint8) Message { return WayLeft(hall.WayLeft(n)) },
	"ConfirmWhat":    func(n uint8) Message { return ConfirmWhat(hall.ConfirmWhat(n)) },
	"Enclosure":      func(n uint8) Message { return Enclosure(hall.Enclosure(n)) },
	"Gap":            func(n uint8) Message { return CaseGap(hall.Gap(n)) },
	"Paper":          func(n uint8) Message { return DossierPaper(hall.Paper(n)) },
	"Keep":           func(n uint8) Message { return Keep(hall.Keep(n)) },
	"CourtAnswer":    func(n uint8) Message { return CourtAnswer(hall.CourtAnswer(n)) },
	"RejectGround":   func(n uint8) Message { return RejectGround(hall.RejectGround(n)) },
	"Lack":           func(n uint8) Message { return Lack(hall.Lacking{What: hall.Lack(n)}) },
	"Conflict":       func(n uint8) Message { return Conflict(hall.Conflict(n)) },
	"DraftKind":      func(n uint8) Message { return DraftKind(hall.DraftKind(n)) },
	"CaseFilter":     func(n uint8) Message { return CaseFilter(hall.CaseFilter(n)) },
	"JournalPart":    func(n uint8) Message { return JournalPart(hall.JournalPart(n)) },
	"Role":           func(n uint8) Message { return Role(hall.Role(n)) },
	"MediatorStatus": func(n uint8) Message { return MediatorStatus(hall.MediatorStatus(n)) },
	"PersonKind":     func(n uint8) Message { return PersonKind(hall.PersonKind(n)) },
	"Kin":            func(n uint8) Message { return Kin(hall.Kin(n)) },
	"Sex":            func(n uint8) Message { return Sex(hall.Sex(n)) },
	"DocKind":        func(n uint8) Message { return DocKind(hall.DocKind(n)) },
	"Side":           func(n uint8) Message { return Side(hall.Side(n)) },
	"Source":         func(n uint8) Message { return Source(hall.Source(n)) },
	"Said":           func(n uint8) Message { return Said(hall.Said(n)) },
	"Turned":         func(n uint8) Message { return Turned(hall.Turned(n)) },
	"Difficulty":     func(n uint8) Message { return Difficulty(hall.Difficulty(n)) },
	"Risk":           func(n uint8) Message { return Risk(hall.Risk(n)) },
	"Flag":           func(n uint8) Message { return Flag(hall.Flag(n)) },
	"Bar":            func(n uint8) Message { return Bar(hall.Bar(n)) },
	"Mode":           func(n uint8) Message { return Mode(hall.Mode(n)) },
	"NoticeWay":      func(n uint8) Message { return NoticeWay(hall.NoticeWay(n)) },
	"Answer":         func(n uint8) Message { return Answer(hall.Answer(n)) },
	"InviteeKind":    func(n uint8) Message { return InviteeKind(hall.InviteeKind(n)) },
	"GuestRole":      func(n uint8) Message { return GuestRole(hall.GuestRole(n)) },
	"BodyKind":       func(n uint8) Message { return BodyKind(hall.BodyKind(n)) },
	"Stage":          func(n uint8) Message { return Stage(hall.Stage(n)) },
	"Secrecy":        func(n uint8) Message { return Secrecy(hall.Secrecy(n)) },
	"FollowWay":      func(n uint8) Message { return FollowWay(hall.FollowWay(n)) },
	"FollowCause":    func(n uint8) Message { return FollowCause(hall.FollowCause(n)) },
	"Performance":    func(n uint8) Message { return Performance(hall.Performance(n)) },
	"Relapse":        func(n uint8) Message { return Relapse(hall.Relapse(n)) },
	"Level":          func(n uint8) Message { return LevelName(hall.Level(n)) },
	"PostKind":       func(n uint8) Message { return PostKind(hall.PostKind(n)) },
	"OrgKind":        func(n uint8) Message { return OrgKind(hall.OrgKind(n)) },
	"Uniform":        func(n uint8) Message { return Uniform(hall.Uniform(n)) },
	"StudioKind":     func(n uint8) Message { return StudioKind(hall.StudioKind(n)) },
	"SiteKind":       func(n uint8) Message { return SiteKind(hall.SiteKind(n)) },
	"FilingCause":    func(n uint8) Message { return FilingCause(hall.FilingCause(n)) },
	"StatusFilter":   func(n uint8) Message { return StatusFilter(hall.StatusFilter(n)) },
	"TimeFilter":     func(n uint8) Message { return TimeFilter(hall.TimeFilter(n)) },
	"ReasonKind":     func(n uint8) Message { return ReasonKind(hall.ReasonKind(n)) },
	"ReminderKind":   func(n uint8) Message { return ReminderKind(hall.ReminderKind(n)) },
	"DutyKind":       func(n uint8) Message { return DutyKind(hall.DutyKind(n)) },
	"DutyState":      func(n uint8) Message { return DutyState(hall.DutyState(n)) },
	"DutyChangeKind": func(n uint8) Message { return DutyChange(hall.DutyChangeKind(n)) },
	"DutyDiffKind":   func(n uint8) Message { return DutyDiff(hall.DutyDiffKind(n)) },
	"GapWhy":         func(n uint8) Message { return Gap(hall.GapWhy(n)) },
	"NoTimeWhy":      func(n uint8) Message { return NoTime(hall.NoTimeWhy(n)) },
	"SwapState":      func(n uint8) Message { return SwapState(hall.SwapState(n)) },
	"Call":           func(n uint8) Message { return Call(hall.Call(n)) },
	"Channel":        func(n uint8) Message { return Channel(hall.Channel(n)) },
	"OrderState":     func(n uint8) Message { return OrderState(hall.OrderState(n)) },
	"OrderFilter":    func(n uint8) Message { return OrderFilter(hall.OrderFilter(n)) },
	"Solved":         func(n uint8) Message { return Solved(hall.Solved(n)) },
	"Figure":         func(n uint8) Message { return FigureName(hall.Figure(n)) },
	"RiskLevel":      func(n uint8) Message { return RiskLevel(hall.RiskLevel(n)) },
	"Authority":      func(n uint8) Message { return Authority(hall.Authority(n)) },
	"Attendance":     func(n uint8) Message { return Attendance(hall.Attendance(n)) },
}

var without = []string{"Right", "Code", "Deed", "Day", "OrgList", "Background", "AmountFault", "Milestone", "Unit", "Op", "Record", "Led", "HandState",
	"Likeness", "TaskState"}

func TestEveryValueHasAName(t *testing.T) {
	for kind, values := range read(t, "../../store/hall").constants() {
		if slices.Contains(without, kind) {
			continue
		}
		named, ok := enums[kind]
		if !ok {
			t.Errorf("hall.%s has no names", kind)
			continue
		}
		taken := make(map[string]string)
		for name, v := range values {
			n, _ := constant.Uint64Val(v)
			m := named(uint8(n))
			if m.IsZero() || m.In(Zh) == Unknown.In(Zh) {
				t.Errorf("hall.%s has no name", name)
			}
			for _, said := range []string{m.In(Zh), m.In(En)} {
				if other, ok := taken[said]; ok && other != name {
					t.Errorf("hall.%s and hall.%s are both called %q", name, other, said)
				}
				taken[said] = name
			}
		}
	}
	if State(200).In(Zh) != "未知" || Role(0).In(En) != "unknown" {
		t.Error("a value without a name must not look like one")
	}
}

// A step that was taken is said as done, not as the menu calls on somebody to do it.
func TestEveryStepSaysThatItWasTaken(t *testing.T) {
	for name, v := range read(t, "../../store/hall").constants()["Action"] {
		n, _ := constant.Uint64Val(v)
		a := hall.Action(n)
		zh, en := Taken(a).In(Zh), Taken(a).In(En)
		if !strings.HasPrefix(zh, "已") || !strings.HasSuffix(en, "ed") || en == Action(a).In(En) {
			t.Errorf("hall.%s was taken: %q, %q", name, zh, en)
		}
	}
}

func TestSetsAreListed(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Role(hall.FrontDesk | hall.Admin).In(Zh), "窗口受理员、管理员"}, {Role(hall.FrontDesk | hall.Admin).In(En), "front desk, administrator"},
		{Flag(hall.FlagMass | hall.FlagCriminal).In(Zh), "民转刑、群体性"}, {Flag(0).In(Zh), ""},
		{Actor(hall.Actor{Name: "陈芳", Roles: hall.FrontDesk}).In(Zh), "陈芳\uff08窗口\uff09"}, {Who("李水生", 2).In(Zh), "李水生 等3人"}, {Who("李水生", 0).In(Zh), "李水生"},
		{Booked(hall.Waiting).In(Zh), "已约"}, {Booked(hall.NoShow).In(Zh), "爽约"},
		{Type(hall.Defaults(), "land").In(En), "Land"}, {Type(hall.Defaults(), "gone").In(Zh), "gone"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// Every refusal says what is wrong and what to do, with or without its arguments.
func TestEveryRefusalHasWords(t *testing.T) {
	codes := read(t, "../../store/hall").constants()["Code"]
	if len(codes) < 70 {
		t.Fatalf("only %d codes were found", len(codes))
	}
	general := Err(errors.New("anything")).In(Zh)
	said := make(map[string]string)
	for name, v := range codes {
		code := hall.Code(constant.StringVal(v))
		m := Err(fmt.Errorf("accepting a case: %w", hall.Refuse(code)))
		zh, en := m.In(Zh), m.In(En)
		if !Known(hall.Refuse(code)) || zh == general {
			t.Errorf("hall.%s has no words", name)
			continue
		}
		if other, ok := said[zh]; ok {
			t.Errorf("hall.%s and hall.%s say the same: %q", name, other, zh)
		}
		said[zh] = name
		if code == hall.ErrPattern {
			continue // its braces are meant
		}
		if setting := !SettingFault(code, nil).IsZero(); setting && code != hall.ErrRequired && code != hall.ErrTooLong {
			continue // said beside the setting it belongs to, which is what to mend
		}
		if strings.ContainsAny(zh+en, "{}") {
			t.Errorf("hall.%s leaves braces: %q, %q", name, zh, en)
		}
		if !regexp.MustCompile(`[。;,\x{ff1b}\x{ff1a}].`).MatchString(zh) || !regexp.MustCompile(`[.;:] \S`).MatchString(en) {
			t.Errorf("hall.%s says what is wrong and not what to do: %q, %q", name, zh, en)
		}
	}
}

func TestRefusalsFillTheirArguments(t *testing.T) {
	for _, c := range []struct {
		err    error
		zh, en string
	}{
		{hall.Refuse(hall.ErrForbidden, "roles", hall.Head|hall.Admin), "中心主任、管理员", "the head of the hall or an administrator"},
		{hall.Refuse(hall.ErrState, "state", hall.Paused), "“中止”", "“paused”"},
		{hall.Refuse(hall.ErrVisitState, "state", hall.SkippedOut), "“过号”", "“skipped”"},
		{hall.Refuse(hall.ErrSlotHours, "from", 510, "to", 1020), "08:30 到 17:00", "08:30 to 17:00"},
		{hall.Refuse(hall.ErrRoomBusy, "room", "一室", "from", 540, "to", 600), "一室 在 09:00 到 10:00", "一室 is taken from 09:00 to 10:00"},
		{hall.Refuse(hall.ErrConflictOfInt, "name", "章大", "party", "章二", "kind", hall.ConflictKin), "章二", "on record as a relative"},
		{hall.Refuse(hall.ErrConflictOfInt, "name", "章大", "party", "章大", "kind", hall.ConflictBefore), "回避过", "stood aside"},
		{hall.Refuse(hall.ErrBarred, "bar", hall.BarCourt), "法院已经受理", "a court has accepted it"},
		{hall.Refuse(hall.ErrNotAssigned, "name", hall.MediatorID(7)), "这位不在", "this person is not"},
		{hall.Refuse(hall.ErrSlowDown, "seconds", 8), "8 秒", "8 seconds"},
		{hall.Refuse(hall.ErrWrittenNeeded, "why", "amount"), "金额较大", "an amount this large"},
		{hall.Refuse(hall.ErrRoomInUse, "room", "一室", "name", "{room}"), "{room} 还没有结束", "{room} is still"},
		{hall.Refuse(hall.ErrBetween, "least", 1, "most", 3), "1 到 3", "between 1 and 3"},
		{hall.Refuse(hall.ErrPattern), "{year}", "{n}"},
		{fmt.Errorf("saving: %w", kv.ErrFull), "腾出空间", "free some space"},
		{fmt.Errorf("case 7: %w", store.ErrDamaged), "sizhen check", "sizhen check"},
		{fmt.Errorf("%w: next/person", store.ErrCountBack), "计数被改小了", "set back"},
		{context.Canceled, "已停止", "stopped"},
		{errors.New("?"), "告诉管理员", "administrator"},
	} {
		m := Err(c.err)
		if !strings.Contains(m.In(Zh), c.zh) || !strings.Contains(m.In(En), c.en) {
			t.Errorf("%v: %q / %q, want %q / %q in it", c.err, m.In(Zh), m.In(En), c.zh, c.en)
		}
	}
	if !Err(nil).IsZero() || Known(errors.New("?")) || !strings.Contains(Unexpected("a7f3").In(Zh), "a7f3") {
		t.Error("no error has nothing to say, an unknown one is not known, and its id is shown")
	}
}

// What the words want to be filled is what the rules and the store give.
func TestRefusalsAreGivenWhatTheyName(t *testing.T) {
	given := make(map[string][]string)
	for _, dir := range []string{"../../store/hall", "../../store"} {
		s := read(t, dir)
		for _, f := range s.files {
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					note(given, call)
				}
				return true
			})
		}
	}
	for name, v := range read(t, "../../store/hall").constants()["Code"] {
		names, ok := given[name]
		if !ok || name == "ErrPattern" {
			continue // not refused by name anywhere
		}
		for _, p := range placeholders(words(hall.Refuse(hall.Code(constant.StringVal(v)))).In(Zh)) {
			if !slices.Contains(names, p) {
				t.Errorf("hall.%s names {%s}, but is given %v", name, p, names)
			}
		}
	}
}

// note keeps the argument names of a call of Refuse.
func note(given map[string][]string, call *ast.CallExpr) {
	if last(call.Fun) != "Refuse" || len(call.Args) == 0 {
		return
	}
	code := last(call.Args[0])
	given[code] = append(given[code], "")
	for i := 1; i < len(call.Args); i += 2 {
		if key, ok := literal(call.Args[i]); ok {
			given[code] = append(given[code], key)
		}
	}
}

func last(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// Whatever the desk can take back is called by its name.
func TestEveryStepThatIsTakenBackHasAName(t *testing.T) {
	t.Parallel()
	named := func(op, back hall.Op) {
		if said := Step(op).In(Zh); back == hall.OpUndo && (said == "" || said == Step("no such").In(Zh)) {
			t.Errorf("%s is taken back as %q", op, said)
		}
	}
	for _, row := range hall.WalkInCourse().Rows {
		named(row.Op, row.Back)
	}
	for _, row := range hall.AppointmentCourse().Rows {
		named(row.Op, row.Back)
	}
}

// What is said by itself begins with a capital; a name, a sign or Chinese stays as it is.
func TestASentenceBeginsWithACapital(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"": "", "the disk is full": "The disk is full", "Moved": "Moved", "“x” is not": "“x” is not", "这个键": "这个键"} {
		if got := Sentence(in); got != want {
			t.Errorf("%q is said as %q", in, got)
		}
	}
}
