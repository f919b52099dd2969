package paper

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// Handover is the record of who was on duty on a day and what went from one to the next
// (交接班记录). Whoever hands over and whoever accepts sign it on paper.
type Handover struct {
	Hall   string
	Day    hall.Day
	Signed []hall.SignIn                // as Desk.DutyRecord reads them
	Warned map[hall.CaseID]hall.Warning // of the cases they name
	// Journal is where the journal ended when it was printed: who keeps the paper can tell later
	// whether it was cut short or written anew. Zero: it is left out.
	Journal hall.JournalHead
}

var journalEnds = text.M("办理记录到第 {n} 条，校验码 {code}（核对：sizhen check）", "The journal ends with line {n}, check code {code} (compare: sizhen check)")

// handoverNote is what F9 calls so: it stands with what is handed over.
var handoverNote = text.M("交接说明：{note}", "Handover note: {note}")

// Doc is the record as a document.
func (p Handover) Doc(lang text.Lang) *Doc {
	t := text.HandoverPaper
	say := func(m text.Message) string { return m.In(lang) }
	d := &Doc{}
	d.Title(say(t.Title))
	d.Line(say(t.Head.With("hall", p.Hall).With("day", text.Day(p.Day))), Centre)
	var who, log, items [][]string
	for _, s := range p.Signed {
		end := text.Clock(s.Out)
		if end == "" {
			end = say(t.NotOut)
		}
		who = append(who, []string{s.Name, text.Clock(s.In), end, say(text.Words(text.LateBy(s.Late), text.EarlyBy(s.Early), corrected(s)))})
		if s.Note != "" {
			items = append(items, []string{s.Name, say(handoverNote.With("note", Outward(s.Note))), "", "", ""})
		}
		for _, n := range s.Log {
			log = append(log, []string{text.Clock(n.At), s.Name, p.said(n.What, n.Case, lang), n.Number})
		}
		for _, i := range s.Items {
			items = append(items, []string{s.Name, p.said(i.What, i.Case, lang), i.Number, accepted(i, lang), outcome(i, lang)})
		}
	}
	section := func(title text.Message, widths []int, head []text.Message, rows [][]string) {
		d.Line(say(title), Start)
		if len(rows) == 0 {
			d.Line(say(t.None), Start)
			return
		}
		var words []string
		for _, m := range head {
			words = append(words, say(m))
		}
		d.Table(widths, words, rows)
	}
	section(t.Who, []int{3, 2, 2, 7}, []text.Message{t.Name, t.In, t.Out, t.Note}, who)
	section(t.Log, []int{2, 3, 8, 4}, []text.Message{t.Time, t.Name, t.What, t.Number}, log)
	section(t.Items, []int{3, 6, 4, 4, 4}, []text.Message{t.By, t.What, t.Number, t.Accepted, t.Result}, items)
	d.Line("", Start)
	d.Line(say(t.SignGives), Start)
	d.Line(say(t.SignTakes), Start)
	if p.Journal.Seq != 0 {
		d.Line(say(journalEnds.With("n", p.Journal.Seq).With("code", p.Journal.Code())), Start)
	}
	return d
}

// corrected says that times were put right; the program says which, by whom and why.
func corrected(s hall.SignIn) text.Message {
	if len(s.Corrections) == 0 {
		return text.Message{}
	}
	return text.HandoverPaper.Corrected
}

// said is a text as it may stand on paper, with the mark of a dangerous case before it; of a
// confidential matter only that there is one.
func (p Handover) said(s string, on hall.CaseID, lang text.Lang) string {
	if s == "" && on != 0 {
		return text.HandoverPaper.Private.In(lang)
	}
	return strings.TrimSpace(text.WarningMark(p.Warned[on]).In(lang) + " " + Outward(s))
}

func accepted(i hall.HandItem, lang text.Lang) string {
	if i.Accepted.IsZero() {
		return text.HandoverPaper.Waits.In(lang)
	}
	return strings.TrimSpace(i.AcceptedBy + "\n" + text.Moment(i.Accepted).In(lang))
}

func outcome(i hall.HandItem, lang text.Lang) string {
	if i.Done.IsZero() {
		return ""
	}
	if i.Result == "" {
		return text.HandoverPaper.Done.In(lang)
	}
	return Outward(i.Result)
}
