package hall

import "testing"

// What an authority has is refused, unless that authority has itself entrusted it: then by its letter.
func TestWhatAnAuthorityHasIsTakenOnlyByItsLetter(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		bar    Bar
		source Source
		letter string
		day    Day
		want   Code
	}{
		{BarCourt, SourceApplication, "", 0, ErrBarred},
		{BarCourt, SourceEntrusted, "", 0, ErrLetter},
		{BarCourt, SourceEntrusted, "(2026)浙0604诉前调1号", 0, ErrLetter},
		{BarCourt, SourceEntrusted, "(2026)浙0604诉前调1号", NewDay(2026, 11, 20), ""},
		{BarPolice, SourceEntrusted, "百公移字7号", NewDay(2026, 11, 20), ""},
		{BarSpecial, SourceEntrusted, "百公移字7号", NewDay(2026, 11, 20), ErrBarred},
		{BarLaw, SourceEntrusted, "百公移字7号", NewDay(2026, 11, 20), ErrBarred},
	} {
		in := Intake{Bar: c.bar, End: Ending{Outcome: AcceptedNow}}
		in.Source, in.SourceFrom, in.Letter, in.LetterDay = c.source, "虞城区人民法院", c.letter, c.day
		err := in.checkEnding(Defaults(), NewDay(2026, 11, 24))
		if got := codeOf(err); got != c.want {
			t.Errorf("%+v: %q, want %q", c, got, c.want)
		}
	}
}

func codeOf(e *Error) Code {
	if e == nil {
		return ""
	}
	return e.Code
}
