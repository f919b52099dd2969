package text

// OrgSheet is the spreadsheet of the organisations: its name and its columns.
var OrgSheet = struct {
	Title, Name, Level, Kind, Industry, Parent, Seats, Members, Women, Head, Faults, TermFrom, TermTo, Filing, Filed, Due, Uniform, Lacks, Seal, Address,
	Phone, Founded, Note Message
}{
	Title:    M("调解组织名单", "Mediation organisations"),
	Name:     M("名称", "Name"),
	Level:    M("层级", "Level"),
	Kind:     M("类别", "Kind"),
	Industry: M("行业", "Industry"),
	Parent:   M("上级组织", "Guided by"),
	Seats:    M("应有委员", "Seats"),
	Members:  M("现有委员", "Members"),
	Women:    M("其中妇女", "Women"),
	Head:     M("主任", "Head"),
	Faults:   M("不合第8条之处", "Against article 8"),
	TermFrom: M("任期起", "Term from"),
	TermTo:   M("任期止", "Term to"),
	Filing:   M("备案号", "Filing number"),
	Filed:    M("备案日期", "Filed on"),
	Due:      M("变动备案期限", "Change to file by"),
	Uniform:  M("六统一（项）", "Six standards (of 6)"),
	Lacks:    M("六统一缺", "Standards lacking"),
	Seal:     M("印章", "Seal"),
	Address:  M("地址", "Address"),
	Phone:    M("电话", "Telephone"),
	Founded:  M("成立日期", "Founded on"),
	Note:     M("备注", "Note"),
}
