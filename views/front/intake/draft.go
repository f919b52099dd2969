package intake

import (
	"encoding/json"
	"maps"
	"strconv"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/kit/form"
)

// What the words of the box are called among a draft's fields; those of the second step had a
// prefix of their own.
const (
	ofBox      = "x."
	secondStep = "2."
)

// put keeps the people behind the words, and what was answered about their earlier cases.
func put(m matter, d *hall.Draft) {
	f := d.Fields
	for _, s := range bothSides() {
		if m.first[s].known.Details.Name != "" {
			f[letter(s)+"known"] = record(m.first[s].known)
		}
		if m.first[s].party.Representative {
			f[letter(s)+"rep"] = "1"
		}
	}
	if m.relapse.ID != 0 {
		f["relapse"] = record(m.relapse)
	}
	if h := m.half; h.there {
		for name, s := range h.words.Fields {
			f[ofBox+name] = s
		}
		f["box"], f["box.at"], f["box.known"] = "1", strconv.Itoa(h.who.at), record(h.who.known)
		if h.open {
			f["box.open"] = "1"
		}
	}
	if m.in.Order != 0 {
		f["order"], f["order.name"] = strconv.FormatUint(uint64(m.in.Order), 10), m.order
	}
	f["other"] = m.other
	maps.DeleteFunc(f, func(_, s string) bool { return s == "" })
	d.Consultation = m.visit
	d.Title = m.first[hall.Applicant].party.Details.Name
	d.Intake = hall.Intake{Parties: m.extra, Matter: hall.Matter{Confidential: m.in.Confidential, Type: m.in.Type}}
}

func record(x any) string {
	b, err := json.Marshal(x)
	if err != nil {
		return ""
	}
	return string(b)
}

// get takes them up again. A draft that holds records only is written down as it would have been
// typed.
func (v *View) get(d *hall.Draft, m *matter) {
	m.visit = d.Consultation
	if len(d.Fields) == 0 {
		m.take(d.Intake)
		return
	}
	f := maps.Clone(d.Fields)
	m.extra = d.Intake.Parties
	for _, s := range bothSides() {
		_ = json.Unmarshal([]byte(f[letter(s)+"known"]), &m.first[s].known)
		m.first[s].party.Representative = f[letter(s)+"rep"] == "1"
	}
	_ = json.Unmarshal([]byte(f["relapse"]), &m.relapse)
	m.other = f["other"]
	if id, err := strconv.ParseUint(f["order"], 10, 64); err == nil {
		m.in.Order, m.order = hall.OrderID(id), f["order.name"]
	}
	if f["box"] != "" {
		m.half = half{words: hall.Draft{Fields: map[string]string{}}, there: true, open: f["box.open"] == "1"}
		at, _ := strconv.Atoi(f["box.at"])
		if m.half.who.at = -1; at >= 0 && at < len(m.extra) {
			m.half.who = one{somebodyOf(m.extra[at]), m.extra[at].Side, at}
		}
		_ = json.Unmarshal([]byte(f["box.known"]), &m.half.who.known)
	}
	for name, s := range d.Fields {
		if rest, ok := strings.CutPrefix(name, ofBox); ok && m.half.there {
			m.half.words.Fields[rest] = s
		}
		if rest, ok := strings.CutPrefix(name, secondStep); ok { // as it was written once, steps counted from 1
			f[rest] = s
		}
	}
	if at := f["2focus"]; at != "" {
		n, _ := strconv.Atoi(f["step"])
		if f["step"] = strconv.Itoa(max(n-1, 0)); n > 1 {
			f["focus"] = at
		}
	}
	if id := f["mediator.id"]; id != "" {
		f[form.PickedKey("mediator")] = id
	}
	d.Fields = f
}
