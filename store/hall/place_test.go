package hall

import "testing"

func TestLikePlace(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want Likeness
	}{
		{"小港村", "小港村", PlaceSame},
		{"小港", "小港村", PlaceSame},
		{"小港", "小港社区", PlaceSame},
		{"小\u3000港村", "小 港", PlaceSame},
		{"小港村民委员会", "小港村", PlaceSame},
		{"小港村委会", "小港", PlaceSame},
		{"小港村3组", "小港村", PlaceSame},
		{"百官街道小港村", "上虞区百官街道小港村委会", PlaceSame},
		{"百官街道", "绍兴市上虞区百官街道办事处", PlaceSame},
		{"百官", "百官街道", PlaceSame},
		{"新村", "新村", PlaceSame},
		{"双乡村", "双乡", PlaceSame},
		{"小港村", "小港社区", PlaceNear},
		{"百官街道小港村", "小港村", PlaceNear},
		{"百官镇小港", "小港社区", PlaceNear},
		{"百官镇", "百官街道", PlaceNear},
		{"小港村", "大港村", PlaceOther},
		{"小港村", "小港镇", PlaceOther},
		{"百官街道小港村", "临渡镇小港村", PlaceOther},
		{"镇东村", "东村", PlaceOther},
		{"古镇村", "村", PlaceOther},
		{"小港村", "", PlaceUnknown},
		{"\u3000", "小港村", PlaceUnknown},
	} {
		if got := LikePlace(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.a, c.b, got, c.want)
		}
		if got := LikePlace(c.b, c.a); got != c.want {
			t.Errorf("%q and %q: %d, want %d", c.b, c.a, got, c.want)
		}
	}
}

// Who is of 小港 is of 小港村: he stands aside from a family of his name there, and is near its matters.
func TestWhoIsOfAPlaceHoweverItIsWritten(t *testing.T) {
	t.Parallel()
	c := Case{Parties: []Party{{Details: Details{Name: "章雪琴", Village: "百官街道小港村"}}}}
	if what, who := ConflictOf(c, Mediator{Name: "章大有", Village: "小港"}); what != ConflictFamily || who != "章雪琴" {
		t.Errorf("stands aside: %v from %q", what, who)
	}
	if v := Near(c, "小港社区"); v != "百官街道小港村" {
		t.Errorf("near %q", v)
	}
	two := []Party{{Details: Details{Name: "俞芳", Village: "小港村"}}, {Details: Details{Name: "俞芳", Village: "小港"}}}
	if _, _, ok := Twice(two); !ok {
		t.Error("one village in two ways of writing is taken for two people's")
	}
	two[1].Details.Village = "前宅村"
	if _, _, ok := Twice(two); ok {
		t.Error("two namesakes of two villages are taken for one")
	}
}
