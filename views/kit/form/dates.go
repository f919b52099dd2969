package form

import (
	"strconv"
	"time"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/widget"
	"sizhen/views/text"
)

// Day is a date as people write it; it is said back with its weekday, with its year when that
// is not this one, and with the reason when the hall is closed then.
func Day[R any](name string, label text.Message, at func(*R) *hall.Day) *Field[R] {
	return &Field[R]{
		name: name, label: label, kind: day, item: widget.Item{Max: 30},
		show: func(_ views.Session, r R) string { return at(&r).String() },
		read: func(s views.Session, typed string, r *R) *hall.Error {
			d, err := readDay(s, typed)
			if err == nil {
				*at(r) = d
			}
			return err
		},
		echo: func(s views.Session, typed string) text.Message {
			d, err := readDay(s, typed)
			if err != nil || d == 0 {
				return text.Message{}
			}
			return text.EchoDay(d, s.Today(), s.Calendar())
		},
	}
}

// Birthday is the day somebody was born on: it is said back with its year, and no weekday.
func Birthday[R any](name string, label text.Message, at func(*R) *hall.Day) *Field[R] {
	f := Day(name, label, at)
	f.echo = func(s views.Session, typed string) text.Message {
		d, err := readDay(s, typed)
		if err != nil {
			return text.Message{}
		}
		return text.FormDay(d)
	}
	return f
}

func readDay(s views.Session, typed string) (hall.Day, *hall.Error) {
	if typed == "" {
		return 0, nil
	}
	return text.ReadDay(typed, s.Today(), s.Calendar())
}

// Time is a time of day, in minutes after midnight; 0: none.
func Time[R any](name string, label text.Message, at func(*R) *int) *Field[R] {
	return span(name, label, false, func(r *R) (*int, *int) { return at(r), nil })
}

// Span is from when to when on a day, in minutes after midnight; the end may be left open.
func Span[R any](name string, label text.Message, at func(*R) (from, to *int)) *Field[R] {
	return span(name, label, true, at)
}

func span[R any](name string, label text.Message, both bool, at func(*R) (from, to *int)) *Field[R] {
	parse := func(s views.Session, typed string) (from, to int, bad *hall.Error) {
		if typed == "" {
			return 0, 0, nil
		}
		if !both {
			from, bad = text.ReadTime(typed, s.Calendar())
			return from, 0, bad
		}
		return text.ReadSlot(typed, s.Calendar())
	}
	say := func(from, to int) string {
		switch {
		case from == 0 && to == 0:
			return ""
		case to == 0:
			return text.Minutes(from)
		}
		return text.Minutes(from) + "-" + text.Minutes(to)
	}
	return &Field[R]{
		name: name, label: label, kind: clock, item: widget.Item{Max: 30},
		show: func(_ views.Session, r R) string {
			from, to := at(&r)
			if to == nil {
				return say(*from, 0)
			}
			return say(*from, *to)
		},
		read: func(s views.Session, typed string, r *R) *hall.Error {
			from, to, bad := parse(s, typed)
			if bad != nil {
				return bad
			}
			f, t := at(r)
			if *f = from; t != nil {
				*t = to
			}
			return nil
		},
		echo: func(s views.Session, typed string) text.Message {
			from, to, bad := parse(s, typed)
			if bad != nil || say(from, to) == typed {
				return text.Message{}
			}
			return text.EchoSlot(from, to)
		},
	}
}

// Bookable says, when a day or a time is left, that the hall is closed then or that it has passed:
// nobody need choose a room first. slot is what would be booked.
func (f *Field[R]) Bookable(slot func(views.Session, R) hall.Slot) *Field[R] {
	return f.Check(func(s views.Session, r R) *hall.Error {
		at, now := slot(s, r), s.Now()
		switch {
		case at.Day == 0 || f.kind == clock && at.From == 0:
			return nil
		case f.kind == day && s.Calendar().On(at.Day).Open:
			return nil
		case f.kind == day: // any time of a day on which the hall is closed
			at.From, at.To = 24*60-1, 24*60
		}
		if bad := s.Calendar().Check(at, hall.DayOf(now), hall.MinuteOf(now)); bad != nil && bad.Field == f.name {
			return bad
		}
		return nil
	})
}

// Money is an amount of yuan as people write it, kept in fen; it is said back in figures and in
// capitals. Empty is no amount.
func Money[R any](name string, label text.Message, at func(*R) *int64) *Field[R] {
	return &Field[R]{
		name: name, label: label, kind: money, item: widget.Item{Max: 40},
		show: func(_ views.Session, r R) string {
			fen := *at(&r)
			switch {
			case fen == 0:
				return ""
			case fen%100 == 0:
				return strconv.FormatInt(fen/100, 10)
			}
			return strconv.FormatFloat(float64(fen)/100, 'f', 2, 64)
		},
		read: func(_ views.Session, typed string, r *R) *hall.Error {
			if typed == "" {
				*at(r) = 0
				return nil
			}
			fen, err := text.ReadMoney(typed)
			if err == nil {
				*at(r) = fen
			}
			return err
		},
		echo: func(_ views.Session, typed string) text.Message {
			fen, err := text.ReadMoney(typed)
			if typed == "" || err != nil {
				return text.Message{}
			}
			return text.EchoMoney(fen)
		},
	}
}

// Moment is a time that has been, today's or with a date: 10:05, 昨天16:30, 11月28日晚上8点.
func Moment[R any](name string, label text.Message, at func(*R) *time.Time) *Field[R] {
	return &Field[R]{
		name: name, label: label, kind: line, item: widget.Item{Max: 30},
		show: func(_ views.Session, r R) string {
			if at(&r).IsZero() {
				return ""
			}
			return at(&r).Format("2006-01-02 15:04")
		},
		read: func(s views.Session, typed string, r *R) (bad *hall.Error) {
			*at(r), bad = readMoment(s, typed)
			return bad
		},
		echo: func(s views.Session, typed string) text.Message {
			if t, bad := readMoment(s, typed); bad == nil && !t.IsZero() {
				return text.EchoMoment(t, s.Now())
			}
			return text.Message{}
		},
	}
}

func readMoment(s views.Session, typed string) (time.Time, *hall.Error) {
	if typed == "" {
		return time.Time{}, nil
	}
	now := s.Now()
	at, bad := text.ReadMoment(typed, now, s.Calendar())
	switch {
	case bad != nil:
		return time.Time{}, bad
	case at.After(now):
		return time.Time{}, hall.Refuse(hall.ErrDayFuture)
	}
	return at, nil
}
