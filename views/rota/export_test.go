package rota

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// MonthRead is what reading a month comes to.
func MonthRead(m hall.DutyMonth) tea.Msg { return monthRead{from: m.From, m: m} }

// Planned is what working a plan out comes to.
func Planned(q hall.PlanQuery, p hall.DutyPreview) tea.Msg { return planned{q: q, plan: p} }

// LeavePlanned is what working a leave out comes to; off: its end.
func LeavePlanned(l hall.Leave, p hall.LeavePreview) tea.Msg {
	return leavePlanned{leave: l, off: true, plan: p}
}

// TeamRead, LeavesRead, SwapsRead and CountyRead are what reading a page comes to.
func TeamRead(now, was [2][]hall.DutyMember) tea.Msg { return teamRead{now: now, was: was} }

// LeavesRead is what reading the leaves comes to.
func LeavesRead(list []hall.Leave) tea.Msg { return leavesRead{list: list} }

// SwapsRead is what reading the swaps comes to.
func SwapsRead(rows []hall.SwapRow) tea.Msg { return swapsRead{rows: rows} }

// CountyRead is what reading a county's year comes to.
func CountyRead(year int, m hall.DutyMonth) tea.Msg { return countyRead{year: year, m: m} }

// Chosen is what was chosen in a menu.
func Chosen(what string) tea.Msg { return chosen{what: what} }

// Opened is what opening a form comes to.
func Opened(what string, row hall.DutyRow, fields map[string]string) tea.Msg {
	return opened{what: what, id: uint64(row.ID), row: row, args: fields}
}

// TownDetail are the lines about the township under the cursor.
func (v *View) TownDetail(w, h int) []string { return v.townDetail(w, h) }
