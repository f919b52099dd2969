package seed

import (
	"context"

	"sizhen/store"
	"sizhen/store/hall"
)

// Accounts gives a sample hall an account for each role beside its founder's, with one password
// for all: what takes two people (a swap, a handover, what others may not see) can be practised by
// signing out and in again as the other. It returns the names they sign in with.
func Accounts(ctx context.Context, st *store.Store, who hall.Actor, password string) ([]string, error) {
	desk := st.Desk(who)
	rows, err := desk.FindMediators(ctx, "", 0, crew)
	if err != nil {
		return nil, err
	}
	list := []hall.Staff{
		{Login: "yulijuan", Name: "俞丽娟", Roles: hall.FrontDesk},
		{Login: "zhoujianping", Name: "周建平", Roles: hall.Head},
		{Login: "zhengmin", Name: "郑敏", Roles: hall.Admin},
	}
	roles := []hall.Role{hall.RoleMediator, hall.DutyOfficer | hall.RoleMediator}
	logins := []string{"tiaojie", "zhiban"}
	village := map[string]string{}
	for _, r := range rows {
		if n := len(list) - 3; n < len(roles) && r.ID != who.Mediator {
			list = append(list, hall.Staff{Login: logins[n], Name: r.Name, Roles: roles[n], Mediator: r.ID})
			village[r.Name] = r.Village
		}
	}
	names := make([]string, len(list))
	for i, s := range list {
		names[i] = s.Login
		if _, err := desk.AddStaff(ctx, s, village[s.Name], password); err != nil {
			return nil, err
		}
	}
	return names, nil
}
