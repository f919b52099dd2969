package hall_test

import (
	"testing"

	"sizhen/store/hall"
)

func TestNamesOfOneOfficeAreNear(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{"小港村人民调解委员会", "小港村调委会"}, {"小港村人民调解委员会", "小港调委会"}, {"小\u3000港村调解委员会", "百官街道小港村人民调解委员会"},
		{"临渡镇人民调解委员会", "临渡镇调委会"}, {"百官区人民法院", "区法院"}, {"区公安局百官派出所", "百官派出所"}, {"老王工作室", "老王人民调解室"},
		{"老王", "老王调解室"}, {"Ａ公证处", "a公证处"}, {"调委会", "调委会"}, {"农技站", "农技站"},
	} {
		if !hall.NearOffice(pair[0], pair[1]) || !hall.NearOffice(pair[1], pair[0]) {
			t.Errorf("%s is not %s", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{
		{"临渡镇小港村调委会", "百官街道小港村调委会"}, {"小港村调委会", "港村调委会"}, {"小港村调委会", "前宅村调委会"}, {"百官派出所", "小越派出所"},
		{"老王调解室", "老李调解室"}, {"小港村调委会", "小港村工作室"}, {"临渡镇调委会", "临渡镇小港村调委会"}, {"法院", "区法院"}, {"调委会", "小港村调委会"},
	} {
		if hall.NearOffice(pair[0], pair[1]) || hall.NearOffice(pair[1], pair[0]) {
			t.Errorf("%s is %s", pair[0], pair[1])
		}
	}
}
