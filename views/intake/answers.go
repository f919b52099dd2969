package intake

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// answers is an intake as it was typed, apart from the forms that show it. Reading it and
// writing it is pure, and the one undoes the other.
type answers struct {
	text    map[string]string // by field
	known   [2]hall.Person    // who stands first on either side, if found again
	reps    [2]bool           // whether the first ones are representatives of their sides
	extra   []hall.Party      // more people
	relapse hall.CaseID
}

func (a answers) get(id string) string { return strings.TrimSpace(a.text[id]) }

// party reads the first of a side.
func (a answers) party(s hall.Side, today hall.Day) (hall.Party, *hall.Error) {
	p, bad := readParty(fields(a.get).in(letter(s)), a.known[s], today)
	p.Side, p.Representative = s, a.reps[s]
	if bad != nil {
		bad.Field = letter(s) + bad.Field
	}
	return p, bad
}

// parties are all of them, the first of each side before the others.
func (a answers) parties(today hall.Day) ([]hall.Party, *hall.Error) {
	var out []hall.Party
	var first *hall.Error
	for _, s := range bothSides() {
		p, bad := a.party(s, today)
		if p.Details.Name == "" {
			continue
		}
		if first == nil {
			first = bad
		}
		out = append(out, p)
	}
	return append(out, a.extra...), first
}

func bothSides() []hall.Side { return []hall.Side{hall.Applicant, hall.Respondent} }

// The flags of a dispute, by field.
func flagFields() map[string]hall.Flag {
	return map[string]hall.Flag{"criminal": hall.FlagCriminal, "mass": hall.FlagMass, "stability": hall.FlagStability}
}

// intake reads all but where it leads. A field that cannot be read is an error in that field.
func (a answers) intake(now time.Time) (hall.Intake, *hall.Error) {
	in := hall.Intake{
		Type: a.get("type"), Subject: a.get("subject"), Facts: a.get("facts"), Requests: a.get("requests"),
		Source: enum[hall.Source](a.get("source")), SourceFrom: a.get("sourcefrom"), Written: a.get("written") == "1",
		Difficulty: enum[hall.Difficulty](a.get("difficulty")), Confidential: a.get("secret") == "1", Relapse: a.relapse,
		Risk: enum[hall.Risk](a.get("risk")), Measures: a.get("measures"), Urgent: a.get("urgent") == "1", UrgentWhy: a.get("urgentwhy"),
		PartyRefuses: a.get("refuses") == "1", Bar: enum[hall.Bar](a.get("bar")),
	}
	for id, flag := range flagFields() {
		if a.get(id) == "1" {
			in.Flags |= flag
		}
	}
	var bad *hall.Error
	if in.Parties, bad = a.parties(hall.DayOf(now)); bad != nil {
		return in, bad
	}
	if s := a.get("amount"); s != "" {
		fen, err := text.ParseMoney(s)
		if err != nil {
			return in, refused(err).In("amount")
		}
		in.Amount = fen
	}
	if in.Flags&hall.FlagCriminal != 0 {
		at, bad := moment(a.get("policeat"), now)
		if bad != nil {
			return in, bad.In("policeat")
		}
		in.Police = hall.Police{At: at, Officer: a.get("police")}
	}
	return in, nil
}

// answersOf writes an intake down as it would have been typed.
func answersOf(in hall.Intake) answers {
	a := answers{relapse: in.Relapse, text: map[string]string{
		"type": in.Type, "subject": in.Subject, "facts": in.Facts, "requests": in.Requests, "amount": money(in.Amount),
		"source": number(in.Source), "sourcefrom": in.SourceFrom, "written": tick(in.Written), "difficulty": number(in.Difficulty),
		"secret": tick(in.Confidential), "risk": number(in.Risk), "measures": in.Measures, "urgent": tick(in.Urgent),
		"urgentwhy": in.UrgentWhy, "refuses": tick(in.PartyRefuses), "bar": number(in.Bar), "police": in.Police.Officer,
	}}
	if at := in.Police.At; !at.IsZero() {
		a.text["policeat"] = at.Format("2006-01-02 15:04")
	}
	for id, flag := range flagFields() {
		a.text[id] = tick(in.Flags&flag != 0)
	}
	seen := [2]bool{}
	for _, p := range in.Parties {
		if seen[p.Side] {
			a.extra = append(a.extra, p)
			continue
		}
		seen[p.Side] = true
		a.put(p)
	}
	a.ending(in.End)
	return a
}

// put writes a party down as the first of its side.
func (a *answers) put(p hall.Party) {
	a.known[p.Side], a.reps[p.Side] = hall.Person{ID: p.Person, Details: p.Details}, p.Representative
	for id, s := range withPrefix(letter(p.Side), writeParty(p)) {
		a.text[id] = s
	}
}

func (a *answers) ending(e hall.Ending) {
	if e.Outcome == hall.OutcomeNone {
		return
	}
	for id, s := range map[string]string{
		"outcome": number(e.Outcome), "reason": e.Reason, "referral": e.Referral, "to": e.To, "advice": e.Advice,
		"day": e.Slot.Day.String(), "mode": number(e.Mode), "room": e.Room, "place": e.Place, "mediator": e.Mediated,
		"mediator.id": strconv.FormatUint(uint64(e.Mediator), 10),
	} {
		a.text[id] = s
	}
	if e.Slot.To > 0 {
		a.text["time"] = text.Minutes(e.Slot.From) + "-" + text.Minutes(e.Slot.To)
	}
}

func tick(b bool) string {
	if b {
		return "1"
	}
	return ""
}

// money writes fen as it would be typed.
func money(fen int64) string {
	switch {
	case fen == 0:
		return ""
	case fen%100 == 0:
		return strconv.FormatInt(fen/100, 10)
	}
	return fmt.Sprintf("%d.%02d", fen/100, fen%100)
}

func refused(err error) *hall.Error {
	var e *hall.Error
	if errors.As(err, &e) {
		return e
	}
	return hall.Refuse(hall.ErrRequired)
}

// moment reads a time of day, today's or with a date before it.
func moment(s string, now time.Time) (time.Time, *hall.Error) {
	if s == "" {
		return time.Time{}, hall.Refuse(hall.ErrPoliceReport)
	}
	day := hall.DayOf(now)
	if i := strings.LastIndexByte(s, ' '); i > 0 {
		d, err := text.ParseDate(strings.TrimSpace(s[:i]), day)
		if err != nil {
			return time.Time{}, refused(err)
		}
		day, s = d, s[i+1:]
	}
	from, _, err := text.ParseSlot(s)
	if err != nil {
		return time.Time{}, refused(err)
	}
	at := day.At(from, now.Location())
	if at.After(now) {
		return time.Time{}, hall.Refuse(hall.ErrDayFuture)
	}
	return at, nil
}
