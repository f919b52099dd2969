package store

import (
	"context"

	"sizhen/store/hall"
)

type Desk struct {
	st    *Store
	actor hall.Actor
}

type Store struct{}

// Accounts lists who may sign in, by name, for the sign-in screen.
func (s *Store) Accounts(ctx context.Context) ([]hall.StaffRow, error) { return nil, nil }

// SignIn checks a password. Wrong tries are counted and slowed down (ErrSignIn, ErrSlowDown with {seconds}, ErrSuspended).
func (s *Store) SignIn(ctx context.Context, login, password string) (hall.Actor, error) {
	return hall.Actor{}, nil
}

// Desk is what a signed-in person can do.
func (s *Store) Desk(a hall.Actor) *Desk { return &Desk{st: s, actor: a} }

// Actor is whose desk it is.
func (d *Desk) Actor() hall.Actor { return d.actor }

// --- staff (staff.go)

func (d *Desk) Staff(ctx context.Context) ([]hall.StaffRow, error) { return nil, nil }

// AddStaff makes an account; one with the mediator's role gets an entry on the roster (village optional).
func (d *Desk) AddStaff(ctx context.Context, s hall.Staff, village, password string) (hall.StaffID, error) {
	return 0, nil
}

// ChangeStaff changes name, roles, phone, off; Rev must be the one read.
func (d *Desk) ChangeStaff(ctx context.Context, s hall.StaffRow) error { return nil }

// ResetPassword sets somebody's password (administrators).
func (d *Desk) ResetPassword(ctx context.Context, id hall.StaffID, password string) error { return nil }

// ChangePassword changes one's own.
func (d *Desk) ChangePassword(ctx context.Context, old, password string) error { return nil }

// --- drafts (draft.go)

// SaveDraft keeps a form as it is; ID 0 makes a new one. It returns the draft with its ID and Rev.
func (d *Desk) SaveDraft(ctx context.Context, dr hall.Draft) (hall.Draft, error) {
	return hall.Draft{}, nil
}
func (d *Desk) Draft(ctx context.Context, id hall.DraftID) (hall.Draft, error) {
	return hall.Draft{}, nil
}

// DraftFor finds the unfinished form of this name on a case or consultation; ErrNotFound when there is none.
func (d *Desk) DraftFor(ctx context.Context, form string, c hall.CaseID, v hall.ConsultationID) (hall.Draft, error) {
	return hall.Draft{}, nil
}
func (d *Desk) DiscardDraft(ctx context.Context, id hall.DraftID) error { return nil }
func (d *Desk) Drafts(ctx context.Context) ([]hall.DraftRow, error)     { return nil, nil }

// --- people (people.go)

// FindPeople finds people who were here before by name, pinyin initials, telephone or identity number.
func (d *Desk) FindPeople(ctx context.Context, query string, limit int) ([]hall.PersonRow, error) {
	return nil, nil
}
func (d *Desk) Person(ctx context.Context, id hall.PersonID) (hall.Person, error) {
	return hall.Person{}, nil
}

// Duplicates lists cases with the same parties, open ones first: perhaps the same matter, or a relapse.
func (d *Desk) Duplicates(ctx context.Context, in hall.Intake) ([]hall.CaseRow, error) {
	return nil, nil
}

// --- intake (intake.go)

// FinishIntake ends an intake: it checks the rules, opens the case or gives the number, and removes the draft (0: none).
func (d *Desk) FinishIntake(ctx context.Context, draft hall.DraftID, in hall.Intake) (hall.IntakeResult, error) {
	return hall.IntakeResult{}, nil
}

// --- walk-in (queue.go)

func (d *Desk) Queue(ctx context.Context, day hall.Day) (hall.Queue, error) { return hall.Queue{}, nil }
func (d *Desk) Visit(ctx context.Context, id hall.ConsultationID) (hall.Consultation, error) {
	return hall.Consultation{}, nil
}

// CallNext calls whoever is next to a room (ErrQueueEmpty, ErrRoomInUse).
func (d *Desk) CallNext(ctx context.Context, room string) (hall.VisitRow, error) {
	return hall.VisitRow{}, nil
}

// Call calls a certain visitor, waiting, skipped or called before (call again), to a room.
func (d *Desk) Call(ctx context.Context, id hall.ConsultationID, room string) (hall.VisitRow, error) {
	return hall.VisitRow{}, nil
}
func (d *Desk) Skip(ctx context.Context, id hall.ConsultationID) error          { return nil }
func (d *Desk) ReturnToQueue(ctx context.Context, id hall.ConsultationID) error { return nil }
func (d *Desk) MakeUrgent(ctx context.Context, id hall.ConsultationID, why string) error {
	return nil
}
func (d *Desk) GoneAway(ctx context.Context, id hall.ConsultationID, why string) error { return nil }

// StartVisit begins; mediator 0 means the actor himself (ErrNeedMediator when he is none).
func (d *Desk) StartVisit(ctx context.Context, id hall.ConsultationID, mediator hall.MediatorID) error {
	return nil
}

// EndVisit ends a walk-in or appointment with where it led; a case may come of it.
func (d *Desk) EndVisit(ctx context.Context, id hall.ConsultationID, rev uint64, draft hall.DraftID, end hall.Ending) (hall.IntakeResult, error) {
	return hall.IntakeResult{}, nil
}

// --- appointments (appointments.go)

func (d *Desk) Appointments(ctx context.Context, from, to hall.Day) ([]hall.VisitRow, error) {
	return nil, nil
}

// Arrive puts a booked visitor at the front of today's queue.
func (d *Desk) Arrive(ctx context.Context, id hall.ConsultationID) (hall.IntakeResult, error) {
	return hall.IntakeResult{}, nil
}
func (d *Desk) NoShow(ctx context.Context, id hall.ConsultationID) error { return nil }
func (d *Desk) CancelAppointment(ctx context.Context, id hall.ConsultationID, why string) error {
	return nil
}

// --- cases (cases.go)

func (d *Desk) Cases(ctx context.Context, q hall.CaseQuery) (hall.CasePage, error) {
	return hall.CasePage{}, nil
}

// OpenCase opens a dossier and records who did; Case reads it again without a new line in the journal.
func (d *Desk) OpenCase(ctx context.Context, id hall.CaseID) (hall.CaseFile, error) {
	return hall.CaseFile{}, nil
}
func (d *Desk) Case(ctx context.Context, id hall.CaseID) (hall.CaseFile, error) {
	return hall.CaseFile{}, nil
}

// Step takes a step on a case; rev must be the one read (ErrConflict), draft (0: none) is removed with it.
func (d *Desk) Step(ctx context.Context, id hall.CaseID, rev uint64, draft hall.DraftID, s hall.Step) (hall.Case, error) {
	return hall.Case{}, nil
}

// --- mediators (mediators.go)

// FindMediators finds assignable mediators by name, initials or village ("" lists the hall's own first); for a case it adds load and stand-aside warnings.
func (d *Desk) FindMediators(ctx context.Context, query string, forCase hall.CaseID, limit int) ([]hall.MediatorRow, error) {
	return nil, nil
}

// --- search (search.go)

func (d *Desk) Search(ctx context.Context, query string, limit int) ([]hall.Hit, error) {
	return nil, nil
}

// --- duty (duty.go)

func (d *Desk) Duty(ctx context.Context, day hall.Day) ([]hall.Shift, error) { return nil, nil }
func (d *Desk) DutyIn(ctx context.Context) error                             { return nil }
func (d *Desk) DutyOut(ctx context.Context, note string) error               { return nil }

// --- board (board.go)

func (d *Desk) Board(ctx context.Context) (hall.Board, error) { return hall.Board{}, nil }
