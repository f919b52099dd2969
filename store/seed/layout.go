package seed

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"sizhen/store/hall"
)

// What organisations are called. All places and firms are invented.
var (
	counties   = strings.Fields("舜江区 越溪区 沃洲县 剡川县 暨浦市 虞山市")
	townFirst  = strings.Fields("禾 临 石 沙 白 云 双 上 下 东 西 南 北 新 长 平 金 青 柳 竹")
	townLast   = strings.Fields("坪镇 渡镇 舫镇 汀乡 鹭街道 岙乡 浦镇 桥街道 塘镇 岭乡 泾镇 圩乡")
	industries = strings.Fields("医疗纠纷 道路交通 物业管理 劳动争议 消费维权 环境保护 知识产权 婚姻家庭 征地拆迁 保险 银行 旅游 电子商务 校园伤害 建筑工程 纺织印染 农产品 渔业 快递物流 房地产 海事 茶业 黄酒 校外培训 养老服务")
	firmEnds   = strings.Fields("纺织厂 印染有限公司 建材有限公司 机械厂 食品有限公司 酒业有限公司 服装厂")
	quarters   = strings.Fields("桂花 荷园 柳堤 书院 文昌 和平 长安 南门")
)

const committeeEnd = "人民调解委员会"

// layOut plans n organisations: counties, their trades, townships, and below them villages,
// communities, enterprises, parks, markets and chambers in a city's shares.
func layOut(r *rand.Rand, n int, today hall.Day, own string) []*place {
	l := &layout{r: r, today: today, n: n, names: map[string]bool{}}
	top := l.level(min(ofCity(cityCounties, n, 1), n), hall.County, hall.OrgOther, nil, 7, func(i int) string { return counties[i%len(counties)] })
	l.level(min(ofCity(cityTrades, n, min(n/9, 2)), l.left()), hall.County, hall.OrgTrade, nil, 5, func(i int) string { return industries[i%len(industries)] })
	mid := l.level(min(ofCity(cityTowns, n, 1+n/14), l.left()), hall.Township, hall.OrgTownship, top, 5, func(i int) string {
		if i == 0 && own != "" {
			return own
		}
		return townFirst[i%len(townFirst)] + townLast[(i/len(townFirst)+i)%len(townLast)]
	})
	few := min(1, n/12)
	below := func(n int, k hall.OrgKind, name func(int) string) {
		l.level(min(n, l.left()), hall.Village, k, mid, 3, name)
	}
	firm := func(i int) string { return firms[i%len(firms)] + firmEnds[(i/len(firms)+i)%len(firmEnds)] }
	below(ofCity(cityParks, n, few), hall.OrgPark, func(i int) string { return firms[i%len(firms)] + "工业园区" })
	below(ofCity(cityMarkets, n, few), hall.OrgMarket, func(i int) string { return firms[(i+4)%len(firms)] + "农贸市场" })
	below(ofCity(cityChambers, n, few), hall.OrgChamber, func(i int) string { return firms[(i+7)%len(firms)] + "商会" })
	below(l.left()/8, hall.OrgResidential, func(i int) string { return quarters[i%len(quarters)] + "社区" })
	below(ofCity(cityFirms, n, min(n/6, 3)), hall.OrgEnterprise, firm)
	below(l.left(), hall.OrgVillage, func(i int) string { return villages[i%len(villages)] })
	return l.all
}

type layout struct {
	r     *rand.Rand
	today hall.Day
	n     int
	all   []*place
	names map[string]bool
}

func (l *layout) left() int { return l.n - len(l.all) }

// level adds n organisations of a kind, shared out among those who guide them.
func (l *layout) level(n int, level hall.Level, k hall.OrgKind, above []*place, people int, name func(int) string) []*place {
	var out []*place
	for i := range n {
		p := &place{people: people, odd: oddOf(len(l.all))}
		short, kind := name(i), k
		if len(above) > 0 {
			p.parent = above[i%len(above)]
		}
		if k == hall.OrgTownship && strings.HasSuffix(short, "街道") {
			kind = hall.OrgSubdistrict
		}
		full := short + committeeEnd
		if l.names[full] && p.parent != nil { // the same name in another township: told by it
			full = strings.TrimSuffix(p.parent.org.Name, committeeEnd) + full
		}
		for n := 2; l.names[full]; n++ {
			full = fmt.Sprintf("%s第%d%s", short, n, committeeEnd)
		}
		l.names[full] = true
		p.org = l.org(full, level, kind)
		if k == hall.OrgTrade {
			p.org.Industry = short
		}
		l.site(p, short)
		if p.people = people; p.odd == oddFew {
			p.people = 2
		} else if people == 3 && i%3 == 0 {
			p.people = 4
		}
		p.org.Seats = max(p.people, 3)
		l.all, out = append(l.all, p), append(out, p)
	}
	return out
}

// org is an organisation as most are, on file and with a term; a few show what is to be done.
func (l *layout) org(name string, level hall.Level, k hall.OrgKind) hall.Org {
	i := len(l.all)
	o := hall.Org{
		Name: name, Level: level, Kind: k, Founded: l.today - hall.Day(400+l.r.IntN(3000)), Uniform: 1<<6 - 1, Seal: name + "（圆章）", Phone: phone(l.r),
		Number: fmt.Sprintf("舜调备〔%d〕%d号", l.today.Year()-1, i+1),
	}
	o.Filed = o.Founded + 20
	o.Terms = []hall.Term{termAround(l.r, l.today)}
	o.Filings = []hall.Filing{{What: hall.FilingNew, Changed: o.Founded, Due: o.Founded + 42, Filed: o.Filed, Number: o.Number}}
	if i%6 == 4 {
		o.Uniform &^= hall.Uniform(1 << l.r.IntN(6))
	}
	switch {
	case i == 6 || i%41 == 40: // the term has ended
		o.Terms[0].To = l.today - hall.Day(1+l.r.IntN(200))
		o.Terms[0].From = o.Terms[0].To.AddMonths(-12*hall.TermYears) + 1
	case i == 8 || i%29 == 28: // a new term is to be reported
		changed := l.today - hall.Day(l.r.IntN(60))
		o.Filings = append(o.Filings, hall.Filing{What: hall.FilingTerm, Changed: changed, Due: changed + 42})
	}
	return o
}

// site is where an organisation of a village, an enterprise … is.
func (l *layout) site(p *place, short string) {
	kinds := map[hall.OrgKind]hall.SiteKind{
		hall.OrgVillage: hall.SiteVillage, hall.OrgResidential: hall.SiteVillage, hall.OrgEnterprise: hall.SiteEnterprise,
		hall.OrgPark: hall.SitePark, hall.OrgMarket: hall.SiteMarket, hall.OrgTrade: hall.SiteIndustry,
	}
	k, ok := kinds[p.org.Kind]
	if !ok {
		return
	}
	p.site = &hall.Site{Name: short, Kind: k}
	if p.parent != nil {
		p.site.Township = strings.TrimSuffix(p.parent.org.Name, committeeEnd)
	}
}
