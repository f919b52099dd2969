package people_test

import (
	"context"
	"errors"
	"testing"

	"sizhen/store"
	"sizhen/store/hall"
	"sizhen/store/storetest"
)

// asked is who or what a refusal asks about.
func asked(t *testing.T, err error) []hall.Namesake {
	t.Helper()
	var bad *hall.Error
	if !errors.As(err, &bad) || bad.Code != hall.ErrNamesake || bad.Field != hall.FieldName {
		t.Fatalf("nothing was asked: %v", err)
	}
	like, _ := bad.Args["like"].([]hall.Namesake)
	return like
}

// What is added under a name like one on file is asked about once; what is said to be another one
// is saved, and what is only changed is asked about where its name changes.
func TestALikeNameIsAskedAboutOnce(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	today := hall.DayOf(h.Now())
	type add = func(name string, another bool) (hall.Ref, error)
	desk := func(name string, another bool) *store.Desk {
		if another {
			return d.Another(name)
		}
		return d
	}
	for what, c := range map[string]struct {
		first, like, other string
		add                add
	}{
		"organisation": {"小港村人民调解委员会", "小港调委会", "前宅村调委会", func(name string, another bool) (hall.Ref, error) {
			o, err := desk(name, another).SaveOrg(ctx, 0, hall.Org{Name: name, Level: hall.Village}, hall.OrgChange{})
			return hall.Ref{Kind: hall.OfOrg, ID: uint64(o.ID)}, err
		}},
		"studio": {"老王调解室", "老王工作室", "老李工作室", func(name string, another bool) (hall.Ref, error) {
			u, err := desk(name, another).SaveStudio(ctx, 0, hall.Studio{Name: name})
			return hall.Ref{Kind: hall.OfStudio, ID: uint64(u.ID)}, err
		}},
		"body": {"百官区人民法院", "区法院", "检察院", func(name string, another bool) (hall.Ref, error) {
			b, err := desk(name, another).SaveBody(ctx, 0, hall.Body{Name: name})
			return hall.Ref{Kind: hall.OfBody, ID: uint64(b.ID)}, err
		}},
		"entry": {"欧阳平", "欧阳\u3000平", "欧阳芳", func(name string, another bool) (hall.Ref, error) {
			m, err := desk(name, another).SaveMediator(ctx, 0, hall.Mediator{Name: name, Village: "小港村"}, today, "")
			return hall.Ref{Kind: hall.OfMediator, ID: uint64(m.ID)}, err
		}},
	} {
		first, err := c.add(c.first, false)
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		_, err = c.add(c.like, false)
		if like := asked(t, err); len(like) != 1 || like[0].Ref != first {
			t.Errorf("%s: asked about %+v, not %v", what, like, first)
		}
		if _, err = c.add(c.other, false); err != nil {
			t.Errorf("%s: %s is no %s: %v", what, c.other, c.first, err)
		}
		if _, err = c.add(c.like, true); err != nil {
			t.Errorf("%s: it is another one: %v", what, err)
		}
	}
	h.MustCheck()
}

// A namesake of another village is somebody else, unless the telephone is the same; who has left is
// asked about, to be taken back.
func TestAnEntryIsAskedAboutByVillageAndTelephone(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	today := hall.DayOf(h.Now())
	save := func(m hall.Mediator) (hall.Mediator, error) { return d.SaveMediator(ctx, 0, m, today, "") }
	old, err := save(hall.Mediator{Name: "王芳", Village: "小港村", Phone: "10012340000"})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range []hall.Mediator{{Name: "王芳"}, {Name: "王芳", Village: "小港"}, {Name: "王芳", Village: "前宅村", Phone: "10012340000"}} {
		_, err := save(m)
		if like := asked(t, err); len(like) != 1 || like[0].At != "小港村" {
			t.Errorf("%+v: %+v", m, like)
		}
	}
	if _, err := save(hall.Mediator{Name: "王芳", Village: "前宅村"}); err != nil {
		t.Errorf("of another village: %v", err)
	}
	if _, err := d.SetStatus(ctx, old.ID, old.Rev, hall.Left, today, "迁居"); err != nil {
		t.Fatal(err)
	}
	_, err = save(hall.Mediator{Name: "王芳", Village: "小港村"})
	asked(t, err)
}

func TestWhatKeepsItsNameIsNotAskedAbout(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	ctx, d := context.Background(), h.Desk(h.Boss)
	b, err := d.SaveBody(ctx, 0, hall.Body{Name: "区法院"})
	if err != nil {
		t.Fatal(err)
	}
	other, err := d.Another("区人民法院").SaveBody(ctx, 0, hall.Body{Name: "区人民法院"})
	if err != nil {
		t.Fatal(err)
	}
	b.Contact = "陆庭长"
	if _, err = d.SaveBody(ctx, 0, b); err != nil {
		t.Errorf("its name is as it was: %v", err)
	}
	other.Name = "区法院"
	_, err = d.SaveBody(ctx, 0, other)
	if like := asked(t, err); len(like) != 1 || like[0].At != "陆庭长" {
		t.Errorf("renamed to that of another: %+v", like)
	}
}
