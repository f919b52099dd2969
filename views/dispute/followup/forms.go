package followup

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/text"
)

// keep has a form kept as a draft of the case.
func keep[R any](f file, what string, name text.Message, from hall.Draft) form.Keep[R] {
	return form.Keep[R]{
		Kind: hall.DraftFollowUp, Form: "followup." + what, From: from, Case: f.Case.ID, Visit: f.Consultation.ID,
		Title: func(R) text.Message { return text.Raw("{no}  {what}").With("no", f.Name()).With("what", name) },
	}
}

// resume goes on with a draft that the board led to.
func resume(env *views.Env, f file, d hall.Draft) tea.Cmd {
	open := map[string]func(*views.Env, file, hall.Draft) views.View{
		"record": recordForm, "correct": correctForm, "move": moveForm, "cancel": cancelForm, "stand": standForm, "unmade": unmadeForm, "reopen": reopenForm,
	}[strings.TrimPrefix(d.Form, "followup.")]
	if open == nil {
		return nil // of another version of the program
	}
	return views.PushAsked(open(env, f, d))
}

// rule is what a form is about: the case, then the rule it follows.
func rule(s views.Session, f file, m text.Message) text.Message {
	c := f.Case
	return text.Raw("{no}  {who}  {about}\n{rule}").With("no", f.Name()).With("who", text.Versus(hall.RowOf(c))).
		With("about", text.About(s.Settings, c.Type, c.Subject)).With("rule", m)
}

// ways asks how it is made; at is the number of the way, as drafts keep it.
func ways[R any](at func(*R) *string) *form.Field[R] {
	return form.Choice("way", text.FollowUps.How, at, func(views.Session, R) (out []form.Option) {
		for _, w := range []hall.FollowWay{hall.FollowVisit, hall.FollowPhone, hall.FollowHall} {
			out = append(out, form.Option{Key: wayKey(w), Name: text.FollowWay(w)})
		}
		return out
	}).Required()
}

func wayKey(w hall.FollowWay) string { return strconv.Itoa(int(w)) }

func wayOf(key string) hall.FollowWay {
	n, _ := strconv.Atoi(key) // one of the options
	return hall.FollowWay(n)
}

// recording is what somebody writes down when a follow-up was made (回访记录).
type recording struct {
	of  file
	way string
	hall.FollowUpRecord
	why string       // why it is put right; empty: it is recorded
	was hall.Relapse // what stood there before
}

func (r recording) record() hall.FollowUpRecord {
	out := r.FollowUpRecord
	out.Way = wayOf(r.way)
	return out
}

// proposal is the next visit that the answers call for, as it is written into its field.
func (r recording) proposal(s views.Session) string {
	if r.On == 0 || r.Performance == hall.PerformanceUnknown {
		return ""
	}
	day := hall.NextFollowUp(r.record())
	if day == 0 {
		return ""
	}
	return max(day, s.Today()+1).String()
}

// recordFields ask for all that is written of a follow-up but the next one.
func recordFields() []*form.Field[recording] {
	type R = recording
	return []*form.Field[R]{
		form.Day("on", onLabel, func(r *R) *hall.Day { return &r.On }).Required(),
		ways(func(r *R) *string { return &r.way }),
		form.Enum("performance", performance, func(r *R) *hall.Performance { return &r.Performance },
			[]hall.Performance{hall.PerformanceFull, hall.PerformancePart, hall.PerformanceNone, hall.PerformanceNotDue}, text.Performance).Required(),
		// The best first, as on every other scale; what is kept means what it meant.
		form.Enum("satisfaction", satisfaction, func(r *R) *int { return &r.Satisfaction }, []int{5, 4, 3, 2, 1, 0}, text.Satisfaction).Required(),
		form.Enum("relapse", relapse, func(r *R) *hall.Relapse { return &r.Relapse },
			[]hall.Relapse{hall.RelapseNone, hall.RelapseRisk, hall.RelapseBack}, text.Relapse).Required().Help(relapseHelp),
		form.Notes("findings", findings, 2000, func(r *R) *string { return &r.Findings }).Required().Help(findingsHelp),
		form.Notes("measures", measures, 1000, func(r *R) *string { return &r.Measures }).Rows(2).Required().Help(measuresHelp).
			If(func(r R) bool { return r.Relapse != hall.RelapseNone }),
		form.Flag("lawsuit", lawsuit, no, yes, func(r *R) *bool { return &r.Lawsuit }),
	}
}

func nextField() *form.Field[recording] {
	return form.Day("next", nextVisit, func(r *recording) *hall.Day { return &r.Next }).Help(nextHelp)
}

func recordForm(env *views.Env, f file, from hall.Draft) views.View {
	type R = recording
	about := recordRule
	if a := f.Case.Agreement(); a != nil {
		about = text.Raw("{rule}\n{label}  {terms}").With("rule", recordRule).With("label", terms).With("terms", strings.Join(strings.Fields(a.Terms), " "))
	}
	return form.New(env, form.Spec[R]{
		Title: doRecord, Rule: rule(env.Session, f, about), Keep: keep[R](f, "record", doRecord, from),
		Fields: append(recordFields(), nextField().Propose(func(s views.Session, r R) string { return r.proposal(s) })),
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Consultation.ID, hall.OpRecord)
			return R{of: now, way: wayKey(now.visit().Way), FollowUpRecord: hall.FollowUpRecord{On: s.Today()}}, err
		},
		Check:   func(s views.Session, r R) *hall.Error { return r.record().Check(s.Today()) },
		Confirm: doubt,
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			c, err := s.Desk.RecordFollowUp(ctx, r.of.Consultation.ID, r.of.Consultation.Rev, draft, r.record())
			if err == nil {
				r.of.Consultation = c
			}
			return r, err
		},
		Done: func(r R) text.Message {
			said := recorded
			if r.Next != 0 {
				said = recordedNext.With("day", text.ShortDay(r.Next))
			}
			if r.Performance == hall.PerformanceFull && r.of.Case.State == hall.Performing {
				said = recordedPerform.With("said", said)
			}
			return said
		},
	})
}

// doubt asks once whether what does not go together is meant so.
func doubt(r recording) *form.Question {
	if !r.record().Doubtful() {
		return nil
	}
	said := doubtSaid.With("performance", text.Performance(r.Performance)).With("satisfaction", text.Satisfaction(r.Satisfaction)).
		With("relapse", text.Relapse(r.Relapse))
	return &form.Question{Title: doubtTitle, Body: []text.Message{said, doubtBody}, Yes: doubtYes}
}

// usualLength is how long a visit takes where only a beginning is said, in minutes.
const usualLength = 60

// moving is another day, way or hour.
type moving struct {
	of       file
	way      string
	day      hall.Day
	from, to int
	room     string
	why      string
}

func (r moving) timed() bool { return r.from != 0 }

// booking is what it takes of the calendar.
func (r moving) booking() hall.Booking {
	b := hall.Booking{Slot: hall.Slot{Day: r.day}}
	for _, m := range r.of.Case.Mediators() {
		b.Mediators = append(b.Mediators, m.ID)
	}
	if !r.timed() {
		return b
	}
	b.Slot.From, b.Slot.To = r.from, r.to
	if r.to == 0 {
		b.Slot.To = r.from + usualLength
	}
	b.Mode = map[hall.FollowWay]hall.Mode{hall.FollowVisit: hall.AtHome, hall.FollowPhone: hall.ByPhone}[wayOf(r.way)]
	switch b.Mode {
	case hall.InRoom:
		b.Room = r.room
	case hall.AtHome:
		b.Place = r.of.Consultation.Who
	}
	return b
}

func moveForm(env *views.Env, f file, from hall.Draft) views.View {
	type R = moving
	asked := func(_ views.Session, r R) hall.Slot {
		if !r.timed() {
			return hall.Slot{}
		}
		return r.booking().Slot
	}
	return form.New(env, form.Spec[R]{
		Title: doMove, Rule: rule(env.Session, f, moveRule), Keep: keep[R](f, "move", doMove, from),
		Fields: []*form.Field[R]{
			form.Day("day", dayLabel, func(r *R) *hall.Day { return &r.day }).Required(),
			ways(func(r *R) *string { return &r.way }),
			form.Span("time", timeLabel, func(r *R) (*int, *int) { return &r.from, &r.to }).Help(timeHelp).Bookable(asked).Note(func(_ views.Session, r R) text.Message {
				if !r.timed() {
					return text.Message{}
				}
				return text.Raw(text.Slot(r.booking().Slot))
			}),
			form.Choice("room", text.Consult.Room, func(r *R) *string { return &r.room }, form.Rooms[R]).Required().If(
				func(r R) bool { return r.timed() && wayOf(r.way) == hall.FollowHall }),
			form.Notes("reason", reasonLabel, 300, func(r *R) *string { return &r.why }).Rows(2).Required(),
		},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Consultation.ID, hall.OpMove)
			return R{of: now, way: wayKey(now.visit().Way), room: now.Consultation.Room}, err
		},
		Clashes: func(r R) (string, func(context.Context, views.Session) ([]hall.Clash, error)) {
			b := r.booking()
			if !r.timed() || r.day == 0 || b.Mode == hall.InRoom && b.Room == "" {
				return "", nil
			}
			return fmt.Sprint(b), func(ctx context.Context, s views.Session) ([]hall.Clash, error) {
				return s.Desk.Clashes(ctx, r.of.Consultation.ID, 0, b)
			}
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			c := r.of.Consultation
			now, err := s.Desk.MoveFollowUp(ctx, c.ID, c.Rev, draft, wayOf(r.way), r.booking(), r.why)
			if err == nil {
				r.of.Consultation = now
			}
			return r, err
		},
		Done: func(r R) text.Message {
			c := r.of.Consultation
			if c.Timed() {
				return movedAt.With("day", text.ShortDay(c.Day)).With("time", text.Slot(c.Slot))
			}
			return movedTo.With("day", text.ShortDay(c.Day))
		},
	})
}

// planning is one more follow-up, planned by hand.
type planning struct {
	day  hall.Day
	way  string
	made hall.Consultation
}

func planForm(env *views.Env, c hall.CaseFile, from hall.Draft) views.View {
	type R = planning
	f := file{JointFile: hall.JointFile{Case: c.Case}}
	return form.New(env, form.Spec[R]{
		Title: planTitle, Rule: rule(env.Session, f, planRule), Keep: keep[R](f, "plan", planTitle, from),
		Start: R{way: wayKey(hall.FollowVisit)},
		Fields: []*form.Field[R]{
			form.Day("day", onLabel, func(r *R) *hall.Day { return &r.day }).Required(),
			ways(func(r *R) *string { return &r.way }),
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (_ R, err error) {
			r.made, err = s.Desk.PlanFollowUp(ctx, c.Case.ID, draft, r.day, wayOf(r.way))
			return r, err
		},
		Done: func(r R) text.Message { return plannedFor.With("day", text.ShortDay(r.made.Day)) },
	})
}

// cancelling is why a follow-up is not made.
type cancelling struct {
	of  file
	why string
}

func cancelForm(env *views.Env, f file, from hall.Draft) views.View {
	type R = cancelling
	return form.Box(env, form.Spec[R]{
		Title: doCancel, Rule: text.Sides(hall.VisitRowOf(f.Consultation)), Keep: keep[R](f, "cancel", doCancel, from),
		Fields: []*form.Field[R]{form.Notes("reason", text.Consult.Why, 300, func(r *R) *string { return &r.why }).Rows(2).Required()},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Consultation.ID, hall.OpCancel)
			return R{of: now}, err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			return r, s.Desk.From(draft).CancelAppointment(ctx, r.of.Consultation.ID, r.why)
		},
		Done: func(R) text.Message { return cancelledNow },
	})
}

// reopening takes the case up again; what was found stands there as the reason.
type reopening struct {
	of  file
	why string
}

func reopenForm(env *views.Env, f file, from hall.Draft) views.View {
	type R = reopening
	return form.Box(env, form.Spec[R]{
		Title: reopenTitle.With("no", f.Name()), Rule: reopenRule, Keep: keep[R](f, "reopen", doReopen, from),
		Fields: []*form.Field[R]{form.Notes("reason", reasonLabel, 500, func(r *R) *string { return &r.why }).Required()},
		Read: func(ctx context.Context, s views.Session) (R, error) {
			now, err := readFor(ctx, s, f.Consultation.ID, hall.OpReopen)
			return R{of: now, why: now.visit().Findings}, err
		},
		Save: func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error) {
			_, err := s.Desk.Step(ctx, r.of.Case.ID, r.of.Case.Rev, draft, hall.Step{Action: hall.ActReopen, Reason: r.why})
			return r, err
		},
		Done: func(R) text.Message { return reopened },
	})
}
