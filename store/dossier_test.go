package store_test

import (
	"testing"

	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// Where a dossier stands is kept with the case, and found by it.
func TestAFiledDossierIsFoundByItsShelf(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	d, id := settled(t, h, "章雪琴", "章阿根")
	c := steps(t, d, id, hall.Step{Action: hall.ActPerform, Day: tuesday})
	if _, err := d.Step(ctx, id, c.Rev, 0, hall.Step{Action: hall.ActFile}); code(err) != hall.ErrFileWhy {
		t.Errorf("filed with papers missing and no reason: %v", err)
	}
	steps(t, d, id, hall.Step{Action: hall.ActFile, Dossier: hall.Dossier{Shelf: "三号柜下层", Why: "材料后补"}})
	hits := must[[]hall.Hit](t)(d.Search(ctx, "三号柜", 10))
	if len(hits) != 1 || hits[0].Case == nil || hits[0].Case.ID != id {
		t.Errorf("%+v", hits)
	}
	if f := must[hall.CaseFile](t)(d.Case(ctx, id)); f.Case.Dossier.Shelf != "三号柜下层" || len(f.Case.Dossier.Lacks) == 0 {
		t.Errorf("%+v", f.Case.Dossier)
	}
}
