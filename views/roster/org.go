package roster

import (
	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
)

// orgField is the organisation and the studio of an entry: typed as a name. One that is on
// file keeps its number as long as the name stays.
type orgField struct {
	org        hall.OrgID
	orgName    string
	studio     hall.StudioID
	studioName string
}

type (
	orgSearch struct{ id, query string }
	orgFound  struct{}
)

func (o orgField) orgOf(name string) hall.OrgID {
	if name == o.orgName {
		return o.org
	}
	return 0
}

func (o orgField) studioOf(name string) hall.StudioID {
	if name == o.studioName {
		return o.studio
	}
	return 0
}

func (v *View) orgMessage(tea.Msg) tea.Cmd { return nil }

func (v *View) followOrg(string) tea.Cmd { return nil }

func (v *View) pickOrg(string, int) bool { return false }
