package facts

import (
	"time"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// Marks are the flags of a dispute as a form asks them, each by itself.
type Marks [4]bool

func allFlags() [4]hall.Flag {
	return [4]hall.Flag{hall.FlagCriminal, hall.FlagMass, hall.FlagStability, hall.FlagExtreme}
}

// MarksOf are the marks of flags.
func MarksOf(f hall.Flag) (m Marks) {
	for i, one := range allFlags() {
		m[i] = f&one != 0
	}
	return m
}

// Flags are the flags that were chosen.
func (m Marks) Flags() (out hall.Flag) {
	for i, one := range allFlags() {
		if m[i] {
			out |= one
		}
	}
	return out
}

// Criminal reports whether a public-order or criminal case may come of it.
func (m Marks) Criminal() bool { return m[0] }

// Threaten reports whether there is any danger: only then it is asked whether somebody may do something extreme.
func (m Marks) Threaten(risk hall.Risk) bool { return risk != hall.RiskNone || m.Flags() != 0 }

// Flagged are the questions about the flags.
func Flagged[R any](at func(*R) *Marks) (criminal, mass, stability, extreme *form.Field[R]) {
	one := func(name string, label text.Message, i int) *form.Field[R] {
		return form.YesNo(name, label, func(r *R) *bool { return &at(r)[i] }).Given()
	}
	return one("criminal", criminalLabel, 0).Help(criminalHelp), one("mass", massLabel, 1), one("stability", stabilityLabel, 2),
		one("extreme", extremeLabel, 3).Help(extremeHelp)
}

// Told are the questions when and to whom the police were told. Of what may turn criminal both are answered.
func Told[R any](at func(*R) *hall.Matter, criminal func(R) bool) (when, whom *form.Field[R]) {
	missing := func(done func(hall.Police) bool) func(views.Session, R) *hall.Error {
		return func(_ views.Session, r R) *hall.Error {
			if criminal(r) && !done(at(&r).Police) {
				return hall.Refuse(hall.ErrPoliceReport)
			}
			return nil
		}
	}
	when = form.Moment("policeat", policeAt, func(r *R) *time.Time { return &at(r).Police.At }).Help(policeHelp).
		Check(missing(func(p hall.Police) bool { return !p.At.IsZero() }))
	whom = form.Text("police", policeWho, shortText, func(r *R) *string { return &at(r).Police.Officer }).
		Check(missing(func(p hall.Police) bool { return p.Officer != "" }))
	return when, whom
}

var (
	criminalLabel  = text.M("可能民转刑", "May turn criminal")
	massLabel      = text.M("群体性", "Many people")
	stabilityLabel = text.M("影响稳定", "Public stability")
	extremeLabel   = text.M("个人极端风险", "Extreme act")
	extremeHelp    = text.M("还要报告综治中心和村（社区）", "the township centre and the village are told too")
	policeAt       = text.M("报告公安时间", "Police told at")
	policeWho      = text.M("接报的人", "Told to")
	criminalHelp   = text.M("要马上报告公安机关（第 25 条）", "report to the police at once (art. 25)")
	policeHelp     = text.M("如 10:05、昨天 16:30", "e.g. 10:05")
)
