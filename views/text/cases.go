package text

import "sizhen/store/hall"

// Cases are the words by which cases are named on several screens.
var Cases = struct{ Versus Message }{Versus: M("{a}—{b}", "{a}—{b}")}

// Versus is who is against whom in a case, as 章雪琴—章阿根 等2人; the other side may not be
// known yet.
func Versus(r hall.CaseRow) Message {
	a := Who(r.Applicant, r.Applicants)
	if r.Respondent == "" {
		return a
	}
	return Paper.Sides.With("who", a).With("against", Who(r.Respondent, r.Respondents))
}
