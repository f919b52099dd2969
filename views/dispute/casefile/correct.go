package casefile

import (
	"context"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/menu"
	"sizhen/views/text"
)

var (
	correctParty = text.M("更正当事人", "Correct a party")
	correctMarks = text.M("更正标记、不公开", "Correct marks, not public")
	correctWhose = text.M("更正谁的信息", "Whose details are to be corrected")
	correctRule  = text.M("改前改后都记在“经过”里，谁改的、什么时候、为什么也记。", "What stood before is kept in the history, with who changed it, when and why.")
	correctDone  = text.M("已更正，改前的留在“经过”里。", "Corrected. What stood before stays in the history.")
	correctWhy   = text.M("为什么改", "Why")
	kindLabel    = text.M("个人或单位", "Person or body")
	nameLabel    = text.M("姓名", "Name")
	sexLabel     = text.M("性别", "Sex")
	birthLabel   = text.M("出生日期", "Date of birth")
	docLabel     = text.M("证件", "Document")
	docNoLabel   = text.M("证件号码", "Its number")
	phoneLabel   = text.M("电话", "Telephone")
	villageLabel = text.M("所在村", "Village")
	addressLabel = text.M("住址", "Address")
	contactLabel = text.M("负责人", "Who represents it")
	guardLabel   = text.M("监护人", "Guardian")
	proxyLabel   = text.M("代理人", "Proxy")
	scopeLabel   = text.M("代理权限", "What the proxy may do")
	repLabel     = text.M("一方的代表", "Speaks for the side")
	closedLabel  = text.M("不公开", "Not public")
)

// mending is what somebody puts right of a case: one of its parties, or its marks.
type mending struct {
	of     hall.Case
	at     int // which party
	party  hall.Party
	flags  [3]bool
	closed bool
	why    string
}

var marks = [3]hall.Flag{hall.FlagCriminal, hall.FlagMass, hall.FlagStability}

// corrections are the entries of the case's menu that put right what stands on record.
func (v *View) corrections() []menu.Item {
	var why text.Message
	if bad := hall.Why(hall.CorrectionCourse(), v.file.Case, hall.OpCorrect, v.env.Actor, v.env.Now()); bad != nil {
		why = text.Err(bad)
	}
	return []menu.Item{
		{Name: correctParty, Why: why, Do: v.whoIsCorrected},
		{Name: correctMarks, Why: why, Do: func() tea.Cmd { return views.Push(v.mend(correctMarks, 0, marksFields())) }},
	}
}

func (v *View) whoIsCorrected() tea.Cmd {
	var items []menu.Item
	for i, p := range v.file.Case.Parties {
		items = append(items, menu.Item{
			Name: text.Raw("{side}  {name}").With("side", text.Side(p.Side)).With("name", p.Details.Name),
			Do:   func() tea.Cmd { return views.Push(v.mend(correctParty, i, partyFields())) },
		})
	}
	return menu.Open(v.env, v.env.Say(correctWhose), items)
}

// mend is the form of a correction. It begins from the case as it stands.
func (v *View) mend(title text.Message, at int, fields []*form.Field[mending]) views.View {
	id := v.file.Case.ID
	return form.New(v.env, form.Spec[mending]{
		Title: title, Rule: correctRule, Edit: true,
		Fields: append(fields, form.Notes(hall.FieldReason, correctWhy, 1000, func(r *mending) *string { return &r.why }).Rows(2).Required()),
		Read: func(ctx context.Context, s views.Session) (mending, error) {
			f, err := s.Desk.Case(ctx, id)
			if err != nil {
				return mending{}, err
			}
			if bad := hall.Why(hall.CorrectionCourse(), f.Case, hall.OpCorrect, s.Actor, s.Now()); bad != nil {
				return mending{}, bad
			}
			r := mending{of: f.Case, at: at, closed: f.Case.Confidential}
			if at < len(f.Case.Parties) {
				r.party = f.Case.Parties[at]
			}
			for i, m := range marks {
				r.flags[i] = f.Case.Flags&m != 0
			}
			return r, nil
		},
		Save: func(ctx context.Context, s views.Session, _ hall.DraftID, r mending) (mending, error) {
			_, err := s.Desk.CorrectCase(ctx, r.of.ID, r.of.Rev, r.fix(), strings.TrimSpace(r.why))
			return r, err
		},
		Done: func(mending) text.Message { return correctDone },
	})
}

// fix is the case as it is to stand.
func (r mending) fix() hall.CaseFix {
	f := hall.FixOf(r.of)
	if r.at < len(f.Parties) {
		f.Parties[r.at] = r.party
	}
	f.Flags, f.Confidential = 0, r.closed
	for i, m := range marks {
		if r.flags[i] {
			f.Flags |= m
		}
	}
	return f
}

func marksFields() []*form.Field[mending] {
	t := text.CaseFile
	var out []*form.Field[mending]
	for i, m := range marks {
		out = append(out, form.Flag("flag"+strconv.Itoa(i), text.Flag(m), t.No, t.Yes, func(r *mending) *bool { return &r.flags[i] }))
	}
	return append(out, form.Flag("confidential", closedLabel, t.No, t.Yes, func(r *mending) *bool { return &r.closed }))
}

func partyFields() []*form.Field[mending] {
	type R = mending
	t := text.CaseFile
	line := func(name string, label text.Message, most int, at func(*hall.Party) *string) *form.Field[R] {
		return form.Text(name, label, most, func(r *R) *string { return at(&r.party) })
	}
	natural := func(r R) bool { return r.party.Details.Kind == hall.Natural }
	body := func(r R) bool { return !natural(r) }
	return []*form.Field[R]{
		line(hall.FieldName, nameLabel, 60, func(p *hall.Party) *string { return &p.Details.Name }).Required(),
		form.Enum(hall.FieldKind, kindLabel, func(r *R) *hall.PersonKind { return &r.party.Details.Kind }, []hall.PersonKind{hall.Natural, hall.Organisation},
			text.PersonKind),
		line(hall.FieldPhone, phoneLabel, 40, func(p *hall.Party) *string { return &p.Details.Phone }).Plain(),
		form.Enum("doc", docLabel, func(r *R) *hall.DocKind { return &r.party.Details.Doc }, []hall.DocKind{hall.DocIDCard, hall.DocPassport, hall.DocOther,
			hall.DocCredit}, text.DocKind),
		line("id", docNoLabel, 40, func(p *hall.Party) *string { return &p.Details.DocNumber }).Plain(),
		form.Enum("sex", sexLabel, func(r *R) *hall.Sex { return &r.party.Details.Sex }, []hall.Sex{hall.Male, hall.Female}, text.Sex).If(natural),
		form.Day("birth", birthLabel, func(r *R) *hall.Day { return &r.party.Details.Birth }).If(natural),
		line(hall.FieldVillage, villageLabel, 60, func(p *hall.Party) *string { return &p.Details.Village }),
		line("address", addressLabel, 120, func(p *hall.Party) *string { return &p.Details.Address }),
		line(hall.FieldContact, contactLabel, 60, func(p *hall.Party) *string { return &p.Details.Contact }).If(body),
		line("guardian", guardLabel, 60, func(p *hall.Party) *string { return &p.Guardian }).If(natural),
		line("proxy", proxyLabel, 60, func(p *hall.Party) *string { return &p.Proxy }),
		line("scope", scopeLabel, 120, func(p *hall.Party) *string { return &p.ProxyScope }),
		form.Flag("rep", repLabel, t.No, t.Yes, func(r *R) *bool { return &r.party.Representative }),
	}
}
