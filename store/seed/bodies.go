package seed

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"sizhen/store/hall"
)

var firms = strings.Fields("禾润 恒渡 舫达 沙汀 鹭源 云岙 广茂 永沁 瑞坊 丰圩 明泽 泰浦")

// body makes up an organisation with one of the ends of names that an outline lists. One
// that was met before is the same again, with its number and its people.
func (f *filler) body(ends, village string) hall.Details {
	r := f.r
	end := pick(r, strings.Fields(ends))
	town := strings.NewReplacer("镇", "", "街道", "", "乡", "").Replace(pick(r, towns))
	d := hall.Details{Kind: hall.Organisation, Village: village, Doc: hall.DocCredit}
	switch {
	case strings.HasPrefix(end, "村"):
		d.Name = strings.TrimSuffix(village, "村") + end
	case end == "卫生院":
		d.Name = pick(r, towns) + end
	default:
		d.Name = town + pick(r, firms) + end
	}
	if was, ok := f.bodies[d.Name]; ok {
		return was.Details
	}
	d.DocNumber, d.Phone = creditCode(r, end), phone(r)
	d.Contact = nameOf(r, hall.Sex(1+r.IntN(2)), 35+r.IntN(30))
	d.Address = fmt.Sprintf("%s工业路%d号", village, 1+r.IntN(99))
	if strings.HasPrefix(end, "村") {
		d.Address = village + "办公楼"
	}
	f.bodies[d.Name] = hall.Person{Details: d}
	return d
}

// creditCode makes up an 18-place credit code (GB 32100-2015) with a right check place: who
// registered it and as what, the area that is none, and nine places of its own.
func creditCode(r *rand.Rand, end string) string {
	kind := "92" // one-man businesses
	switch {
	case end == "卫生院":
		kind = "12"
	case end == "村村民委员会":
		kind = "54"
	case strings.HasPrefix(end, "村"):
		kind = "N2"
	case strings.HasSuffix(end, "合作社"):
		kind = "93"
	case strings.HasSuffix(end, "公司"), strings.HasSuffix(end, "厂"):
		kind = "91"
	}
	code := fmt.Sprintf("%s%s%09d", kind, area, r.IntN(1_000_000_000))
	return code + string(hall.CreditCheckPlace(code))
}
