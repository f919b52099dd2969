package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sizhen/store/hall"
	"sizhen/views/text"
)

// withFormer adds to a roster those who are booked but can be given no more work.
func withFormer(roster []hall.MediatorRow, booked []hall.VisitRow) []hall.MediatorRow {
	known := make(map[hall.MediatorID]bool, len(roster))
	for _, m := range roster {
		known[m.ID] = true
	}
	for _, v := range booked {
		for _, ref := range v.Mediators {
			if !known[ref.ID] {
				known[ref.ID] = true
				roster = append(roster, hall.MediatorRow{ID: ref.ID, Name: ref.Name})
			}
		}
	}
	return roster
}

// choose finds the one mediator that is meant by a name, a name and a village, or a number.
func choose(roster []hall.MediatorRow, typed string) (hall.MediatorRow, error) {
	typed = strings.Join(strings.Fields(typed), " ")
	if n, err := strconv.ParseUint(typed, 10, 64); err == nil {
		if i := slices.IndexFunc(roster, func(m hall.MediatorRow) bool { return uint64(m.ID) == n }); i >= 0 {
			return roster[i], nil
		}
		return hall.MediatorRow{}, unknownMediator(roster, typed)
	}
	var found []hall.MediatorRow
	for _, m := range roster {
		if hall.FoldName(m.Name) == hall.FoldName(typed) || ofVillage(m, typed) {
			found = append(found, m)
		}
	}
	switch len(found) {
	case 0:
		return hall.MediatorRow{}, unknownMediator(roster, typed)
	case 1:
		return found[0], nil
	}
	return hall.MediatorRow{}, severalMediators(found)
}

// ofVillage reports whether a mediator is meant by a name with a village: 王英 小港, 王英（小港村）.
func ofVillage(m hall.MediatorRow, typed string) bool {
	rest, ok := strings.CutPrefix(typed, m.Name)
	if !ok {
		rest, ok = strings.CutPrefix(typed, hall.NameOf(m.Name)) // it was kept with a blank
	}
	village := strings.Trim(rest, " （）()")
	return ok && village != "" && !strings.HasPrefix(rest, village) && (strings.HasPrefix(m.Village, village) || hall.NearPlace(m.Village, village))
}

func severalMediators(found []hall.MediatorRow) error {
	words := text.CalendarExport
	var zh, en []string
	for _, m := range found[:min(len(found), offered)] {
		row := text.Raw(fmt.Sprintf("%d %s", m.ID, m.Name))
		if m.Village != "" {
			row = words.SameNameRow.With("n", m.ID).With("name", m.Name).With("village", m.Village)
		}
		zh, en = append(zh, row.In(text.Zh)), append(en, row.In(text.En))
	}
	m := words.SameName
	for _, one := range found {
		example := one.Name + " " + one.Village
		if same := slices.ContainsFunc(found, func(o hall.MediatorRow) bool { return o.ID != one.ID && ofVillage(o, example) }); one.Village != "" && !same {
			m = words.SameNameVillage.With("example", example)
			break
		}
	}
	return usageError{m.With("count", len(found)).With("name", found[0].Name).
		With("who", text.M(strings.Join(zh, "、"), strings.Join(en, ", "))).With("n", found[0].ID)}
}

func unknownMediator(roster []hall.MediatorRow, typed string) error {
	words := text.CalendarExport
	if len(roster) == 0 {
		return usageError{words.NoRoster.With("name", typed)}
	}
	var near, names []string
	for _, m := range roster {
		names = append(names, m.Name)
		if typed != "" && strings.Contains(m.Name, typed) {
			near = append(near, m.Name)
		}
	}
	if len(near) > 0 {
		return usageError{words.NoMediatorNear.With("name", typed).With("names", shortList(near))}
	}
	return usageError{words.NoMediator.With("name", typed).With("names", shortList(names))}
}
