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
