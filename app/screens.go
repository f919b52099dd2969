package app

import (
	"sizhen/views"
	"sizhen/views/appointments"
	"sizhen/views/board"
	"sizhen/views/bodies"
	"sizhen/views/casefile"
	"sizhen/views/cases"
	"sizhen/views/duty"
	"sizhen/views/followup"
	"sizhen/views/intake"
	"sizhen/views/joint"
	"sizhen/views/orgs"
	"sizhen/views/roster"
	"sizhen/views/rota"
	"sizhen/views/search"
	"sizhen/views/settings"
	"sizhen/views/staff"
	"sizhen/views/studios"
	"sizhen/views/walkin"
)

// screens lists every place of the program and who makes it.
func screens() map[views.Screen]func(*views.Env, views.Route) views.View {
	return map[views.Screen]func(*views.Env, views.Route) views.View{
		views.Board:        board.New,
		views.Cases:        cases.New,
		views.CaseFile:     casefile.New,
		views.Search:       search.New,
		views.Appointments: appointments.New,
		views.Duty:         duty.New,
		views.Rota:         rota.New,
		views.Intake:       intake.New,
		views.WalkIn:       walkin.New,
		views.Joint:        joint.New,
		views.FollowUp:     followup.New,
		views.Bodies:       bodies.New,
		views.Orgs:         orgs.New,
		views.Studios:      studios.New,
		views.Roster:       roster.New,
		views.Staff:        func(e *views.Env, _ views.Route) views.View { return staff.New(e) },
		views.Settings:     func(e *views.Env, _ views.Route) views.View { return settings.New(e) },
		views.Password:     func(e *views.Env, _ views.Route) views.View { return staff.NewPassword(e) },
	}
}
