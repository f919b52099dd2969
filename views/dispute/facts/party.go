package facts

import (
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// Party are the questions about a party: who it is, who looks after it, and who acts for it.
func Party[R any](at func(*R) *hall.Party) []*form.Field[R] {
	line := func(name string, label text.Message, most int, of func(*hall.Party) *string) *form.Field[R] {
		return form.Text(name, label, most, func(r *R) *string { return of(at(r)) })
	}
	guarded := func(r R) bool { return at(&r).Guardian != "" }
	natural := func(r R) bool { return at(&r).Details.Kind == hall.Natural }
	unknown := func(_ views.Session, r R) text.Message {
		if at(&r).GuardianUnknown() {
			return guardAsk
		}
		return text.Message{}
	}
	return append(Person(func(r *R) *hall.Details { return &at(r).Details }),
		line("guardian", guardLabel, 60, func(p *hall.Party) *string { return &p.Guardian }).Who().If(natural).Note(unknown),
		line("guardas", guardAs, 20, func(p *hall.Party) *string { return &p.GuardianAs }).Help(guardAsHelp).If(guarded),
		line("guardphone", guardPhone, 20, func(p *hall.Party) *string { return &p.GuardianPhone }).Phone().If(guarded),
		line("proxy", proxyLabel, 60, func(p *hall.Party) *string { return &p.Proxy }).Who(),
		line("proxyphone", proxyPhone, 20, func(p *hall.Party) *string { return &p.ProxyPhone }).Phone().If(func(r R) bool { return at(&r).Proxy != "" }),
		line("scope", scopeLabel, 120, func(p *hall.Party) *string { return &p.ProxyScope }),
		form.YesNo("rep", repLabel, func(r *R) *bool { return &at(r).Representative }),
	)
}

// Side asks on which side a party stands.
func Side[R any](at func(*R) *hall.Party) *form.Field[R] {
	return form.Enum("side", sideLabel, func(r *R) *hall.Side { return &at(r).Side }, []hall.Side{hall.Applicant, hall.Respondent}, text.Side).Required()
}

var (
	guardLabel  = text.M("监护人", "Guardian")
	guardAs     = text.M("监护关系", "Relation")
	guardAsHelp = text.M("如：母亲、儿子", "e.g. mother, son")
	guardAsk    = text.M("请补上监护关系和电话", "Relation and telephone, please")
	guardPhone  = text.M("监护人电话", "Guardian's phone")
	proxyLabel  = text.M("代理人", "Proxy")
	proxyPhone  = text.M("代理人电话", "Proxy's phone")
	scopeLabel  = text.M("代理权限", "Proxy's powers")
	repLabel    = text.M("一方的代表", "Represents the side")
	sideLabel   = text.M("哪一方", "Side")
)
