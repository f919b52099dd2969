package settlements

import (
	"context"
	"strings"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
)

// column is one of a pasted sheet.
type column uint8

// The columns in the order in which the provincial platform asks for an oral case; those behind the type are the hall's own.
const (
	colDay column = iota
	colAcross
	colPlace
	colResult
	colAmount
	colTerms
	colPerformed
	colMediator
	colApplicant
	colRespondent
	colType
	colPerformBy
	colWhyOral
	colLateWhy
	colSubject
	colIgnored // numbers of the sheet's own
)

// headings are what a column is called, first as the platform calls it.
func headings() map[column][]string {
	return map[column][]string{
		colDay: {"申请时间", "达成日期", "日期", "受理时间", "调解时间"}, colAcross: {"是否跨调委会"}, colPlace: {"调解地点", "地点", "村"}, colResult: {"调解结果"},
		colAmount: {"调解协议涉及金额", "金额", "金额(元)", "协议金额"}, colTerms: {"协议内容"}, colPerformed: {"协议履行情况", "履行"}, colMediator: {"调解员", "调解人"},
		colApplicant: {"申请人", "甲方", "当事人甲"}, colRespondent: {"被申请人", "乙方", "当事人乙"}, colType: {"纠纷类型", "类型", "纠纷类别"},
		colPerformBy: {"履行期限"}, colWhyOral: {"口头的原因"}, colLateWhy: {"补记原因"}, colSubject: {"事由", "纠纷简要情况"}, colIgnored: {"序号", "编号"},
	}
}

// called is the name of a column.
func (c column) called() text.Message { return text.Raw(headings()[c][0]) }

// row is a line of the sheet, as it was read and checked.
type row struct {
	n      int // its line in what was pasted
	of     hall.Settlement
	faults []fault
	there  string // the number under which it is on file; empty: it is not
	like   string // of a case that it is perhaps
}

// fault is what is wrong in a column of a line.
type fault struct {
	column text.Message
	why    text.Message
}

// sheet is what was pasted.
type sheet struct {
	rows  []row
	wrong []fault // in its headings
}

// faulty counts the lines, and headings, that cannot be entered; fresh those that are not on file.
func (s sheet) faulty() (n int) {
	for _, r := range s.rows {
		if len(r.faults) > 0 {
			n++
		}
	}
	return n + len(s.wrong)
}

func (s sheet) fresh() (n int) {
	for _, r := range s.rows {
		if len(r.faults) == 0 && r.there == "" {
			n++
		}
	}
	return n
}

// read takes a pasted sheet apart and checks each of its lines; what a line leaves open is as in base. Nothing is written.
func read(ctx context.Context, s views.Session, pasted string, base hall.Settlement) (sheet, error) {
	var out sheet
	lines := strings.FieldsFunc(pasted, func(r rune) bool { return r == '\n' || r == '\r' })
	order := []column{colDay, colAcross, colPlace, colResult, colAmount, colTerms, colPerformed, colMediator, colApplicant, colRespondent, colType,
		colPerformBy, colWhyOral, colLateWhy, colSubject}
	for i, l := range lines {
		cells := strings.Split(l, "\t")
		if i == 0 && isHead(cells) {
			order, out.wrong = headed(cells)
			continue
		}
		if strings.TrimSpace(l) == "" {
			continue
		}
		r := row{n: i + 1, of: base}
		r.take(s, order, cells)
		if err := r.check(ctx, s); err != nil {
			return out, err
		}
		out.rows = append(out.rows, r)
	}
	return out, nil
}

// isHead reports whether a line is one of headings.
func isHead(cells []string) bool {
	order, wrong := headed(cells)
	return len(order)-len(wrong) >= 3
}

// headed are the columns by their names; a name that is none is said, since nothing is left out in silence.
func headed(cells []string) (order []column, wrong []fault) {
	for _, cell := range cells {
		at, name := colIgnored, strings.TrimSpace(cell)
		known := name == ""
		for c, all := range headings() {
			for _, one := range all {
				if one == name {
					at, known = c, true
				}
			}
		}
		if !known {
			wrong = append(wrong, fault{text.Raw(name), unknownColumn})
		}
		order = append(order, at)
	}
	return order, wrong
}

// wrong keeps what is wrong in a column.
func (r *row) wrong(c column, why text.Message) { r.faults = append(r.faults, fault{c.called(), why}) }

// take reads the cells of a line.
func (r *row) take(s views.Session, order []column, cells []string) {
	at := map[column]string{}
	for i, cell := range cells {
		cell = strings.TrimSpace(cell)
		switch {
		case i < len(order):
			at[order[i]] = cell
		case cell != "":
			r.faults = append(r.faults, fault{text.Raw(cell), tooMany})
		}
	}
	day := func(c column, to *hall.Day) {
		if at[c] == "" {
			return
		}
		d, bad := text.ReadDay(at[c], s.Today(), s.Calendar())
		if bad != nil {
			r.wrong(c, text.Err(bad))
		}
		*to = d
	}
	line := func(c column, to *string) {
		if at[c] != "" {
			*to = at[c]
		}
	}
	day(colDay, &r.of.Day)
	day(colPerformBy, &r.of.PerformBy)
	line(colPlace, &r.of.Village)
	line(colTerms, &r.of.Terms)
	line(colLateWhy, &r.of.LateWhy)
	line(colSubject, &r.of.Subject)
	if at[colAmount] != "" {
		fen, bad := text.ReadMoney(at[colAmount])
		if bad != nil {
			r.wrong(colAmount, text.Err(bad))
		}
		r.of.Amount = fen
	}
	if strings.HasPrefix(at[colAcross], "是") {
		r.wrong(colAcross, acrossWrong)
	}
	if res := at[colResult]; res != "" && !strings.Contains(res, "成功") && !strings.Contains(res, "达成") {
		r.wrong(colResult, resultWrong)
	}
	r.takePeople(at)
	if at[colMediator] != "" {
		r.of.Mediator, r.of.MediatedBy = 0, at[colMediator]
	}
	if name := at[colType]; name != "" {
		r.of.Type = typeOf(s, name)
	}
	r.takePerformed(s, at)
}

// takePerformed reads whether it was performed there and then.
func (r *row) takePerformed(s views.Session, at map[column]string) {
	switch done := at[colPerformed]; {
	case strings.Contains(done, "未") || strings.Contains(done, "后") || strings.Contains(done, "否"):
		r.of.Later = true
		if r.of.WhyOral = at[colWhyOral]; r.of.WhyOral == "" {
			r.of.WhyOral = s.Say(whyOralUsual)
		}
	case strings.Contains(done, "已") || strings.Contains(done, "当场") || strings.Contains(done, "是"):
		if r.of.WhyOral = at[colWhyOral]; r.of.WhyOral == "" && r.of.WhyWritten(s.Settings) != nil {
			r.of.WhyOral = s.Say(whyOralUsual)
		}
	default:
		r.wrong(colPerformed, performedWrong)
	}
}

func (r *row) takePeople(at map[column]string) {
	for _, side := range []hall.Side{hall.Applicant, hall.Respondent} {
		c := colApplicant
		if side == hall.Respondent {
			c = colRespondent
		}
		if at[c] == "" {
			r.wrong(c, text.Err(hall.Refuse(hall.ErrRequired)))
		}
		r.of.Parties = append(r.of.Parties, hall.Party{Side: side, Details: hall.Details{Name: hall.NameOf(at[c])}})
	}
}

// typeOf is the code of a type by its name, with 纠纷 behind it or without; as it is written where the hall has none so called.
func typeOf(s views.Session, name string) string {
	bare := strings.TrimSuffix(name, "纠纷")
	for _, t := range s.Settings.Types {
		if t.Code == name || t.Zh == name || strings.TrimSuffix(t.Zh, "纠纷") == bare || strings.EqualFold(t.En, name) {
			return t.Code
		}
	}
	return name
}

// check looks the mediator up, holds the line to the rules, and looks whether it is on file.
func (r *row) check(ctx context.Context, s views.Session) error {
	if r.of.Mediator == 0 && r.of.MediatedBy != "" {
		found, err := s.Desk.FindMediators(ctx, r.of.MediatedBy, 0, 20)
		if err != nil {
			return err
		}
		n := 0
		for _, m := range found {
			if hall.FoldName(m.Name) == hall.FoldName(r.of.MediatedBy) {
				r.of.Mediator, n = m.ID, n+1
			}
		}
		if n != 1 {
			r.wrong(colMediator, mediatorWrong)
			return nil
		}
	}
	if len(r.faults) > 0 {
		return nil
	}
	if bad := r.of.Check(s.Settings, s.Today()); bad != nil {
		r.wrong(columnOf(bad.Field), text.Err(bad))
		return nil
	}
	there, err := s.Desk.Settled(ctx, r.of)
	for _, one := range there {
		if r.like = one.Called(); one.Surely {
			r.there = one.Called()
		}
	}
	return err
}

// columnOf is where a field of a settlement stands in the sheet.
func columnOf(field string) column {
	at, ok := map[string]column{"applicant": colApplicant, "respondent": colRespondent, "type": colType, "day": colDay, "terms": colTerms,
		"performby": colPerformBy, "whyoral": colWhyOral, "latewhy": colLateWhy, hall.FieldMediator: colMediator}[field]
	if !ok {
		return colTerms
	}
	return at
}
