package widget

import (
	"strings"

	"sizhen/store/hall"
	"sizhen/views/kit/theme"
)

// StateTone says how the badge of a consultation's state is meant: what is normal stays quiet.
func StateTone(r hall.VisitRow) theme.Tone {
	booked := r.Kind == hall.Appointment && r.State == hall.Waiting
	switch {
	case r.State == hall.NoShow:
		return theme.Late
	case booked && (r.Number != 0 || r.Party.Of > 0 && r.Party.Agreed == r.Party.Of):
		return theme.Good
	case booked && r.Party.Told < r.Party.Of:
		return theme.Warn
	}
	return theme.Quiet
}

// Warned is the mark that warns of who comes, in a word; nothing where there is none. It looks alike wherever
// it stands.
func Warned(st theme.Styles, w hall.Warning, word string) string {
	return st.Badge(WarningTone(w), strings.TrimSpace(word))
}

// WarningTone is how loud the mark is that warns of who comes.
func WarningTone(w hall.Warning) theme.Tone {
	if w.Grave() {
		return theme.Solid
	}
	return theme.Warn
}
