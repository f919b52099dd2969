package seed

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"sizhen/store"
	"sizhen/store/hall"
)

// The organisations of a real city, by which samples of any size are measured (DOMAIN §1).
const (
	cityOrgs      = 3766
	cityMediators = 13406
	cityCounties  = 6
	cityTowns     = 118
	cityTrades    = 54
	cityParks     = 14
	cityMarkets   = 7
	cityChambers  = 5
	cityFirms     = 1175
	cityStudios   = 96
)

// ofCity is a city's number at the size of a sample, and never less than least.
func ofCity(of, orgs, least int) int { return max(of*orgs/cityOrgs, least) }

// place is an organisation that is to be made, with the site it is there for and its people.
type place struct {
	org    hall.Org
	site   *hall.Site
	parent *place
	people int
	odd    int // which fault it shows: see oddities
	who    []*hall.Mediator
}

// places lays out the organisations of a hall in proportion to its mediators, puts the
// mediators into them, most as article 8 asks and a few with each fault, and adds sites, some
// of which lack a committee, and studios of the three kinds. It draws by numbers of its own,
// so that the disputes stay as they are.
func (f *filler) places(ctx context.Context, st *store.Store) error {
	n := f.o.Orgs
	if n == 0 {
		n = f.o.Mediators * cityOrgs / cityMediators
	}
	if n == 0 {
		return nil
	}
	dice := rand.NewPCG(f.o.RNG, 0x0269)
	r := rand.New(dice)
	all := layOut(r, n, f.today, strings.TrimSuffix(st.Settings().Name, "联合调解中心"))
	f.people(r, all)
	for from, n := 0, fewest; from < len(all); from, n = from+n, batchAfter(from+n) {
		some := all[from:min(from+n, len(all))]
		if err := each(ctx, f, st, some, writePlace); err != nil {
			return err
		}
	}
	if err := each(ctx, f, st, lacking(r, len(all)), (*store.Bulk).Site); err != nil {
		return err
	}
	if err := each(ctx, f, st, f.studios(r, all), writeBrand); err != nil {
		return err
	}
	return f.pour(ctx, st, dice, func(b *store.Bulk) error {
		return b.Log(hall.Entry{Deed: hall.DeedSeed, At: f.o.Now, Args: map[string]string{"orgs": fmt.Sprint(len(all))}})
	})
}

// writePlace writes an organisation with its people, after the one that guides it.
func writePlace(b *store.Bulk, p *place) error {
	p.org.ID, p.org.Rev = 0, 0
	if p.parent != nil {
		p.org.Parent = p.parent.org.ID
	}
	if p.site != nil {
		p.site.ID, p.site.Rev = 0, 0
		if err := b.Site(p.site); err != nil {
			return err
		}
		p.org.Site = p.site.ID
	}
	if err := b.Org(&p.org); err != nil {
		return err
	}
	if p.site != nil {
		p.site.Org, p.site.OrgName = p.org.ID, p.org.Name
		if err := b.Site(p.site); err != nil {
			return err
		}
	}
	for i, m := range p.who {
		m.Org, m.Organisation = p.org.ID, p.org.Name
		m.OrgHead = i == 0 && p.odd != oddNoHead || i == 1 && p.odd == oddTwoHeads
		if err := b.Mediator(m); err != nil {
			return err
		}
	}
	return nil
}

// The faults that samples show, so that every one can be looked at.
const (
	oddNone = iota
	oddNoHead
	oddFew
	oddNoWoman
	oddTwoHeads
)

// oddOf says which fault the organisation with a number shows.
func oddOf(i int) int {
	switch {
	case i == 5 || i%37 == 36:
		return oddNoHead
	case i == 7 || i%31 == 30:
		return oddFew
	case i == 9 || i%23 == 22:
		return oddNoWoman
	case i == 11 || i%113 == 112:
		return oddTwoHeads
	}
	return oddNone
}

// people puts the hall's mediators into the organisations, those of its own village first, one into
// each before a second into any: who leads one, and maybe a studio, is one who handles cases. Where there are too few, further people are made up.
func (f *filler) people(r *rand.Rand, all []*place) {
	pool := map[string][]*hall.Mediator{}
	var order []string
	for i := range f.mediators {
		m := &f.mediators[i]
		if m.Status == hall.Left {
			continue
		}
		if pool[m.Village] == nil {
			order = append(order, m.Village)
		}
		pool[m.Village] = append(pool[m.Village], m)
	}
	slices.Sort(order)
	next := 0
	take := func(village string, fits func(*hall.Mediator) bool) *hall.Mediator {
		for try := -1; try < len(order); try++ {
			v := village
			if try >= 0 {
				v = order[(next+try)%len(order)]
			}
			if i := slices.IndexFunc(pool[v], fits); i >= 0 {
				m := pool[v][i]
				pool[v] = slices.Delete(pool[v], i, i+1)
				next++
				return m
			}
		}
		return nil
	}
	most := 0
	for _, p := range all {
		most = max(most, p.people)
	}
	for i := range most {
		for _, p := range all {
			if i >= p.people || len(p.who) < i {
				continue
			}
			sex := hall.SexUnknown
			switch {
			case p.odd == oddNoWoman || i != 1 && p.people <= 2:
				sex = hall.Male
			case i == 1:
				sex = hall.Female
			}
			m := take(villageIn(p.org.Name), func(m *hall.Mediator) bool { return sex == hall.SexUnknown || m.Sex == sex })
			if m == nil {
				if f.o.Orgs == 0 {
					continue // the roster is spread thin enough
				}
				m = f.elect(r, sex, villageIn(p.org.Name))
			}
			p.who = append(p.who, m)
		}
	}
}

// elect makes up one more mediator, of a committee.
func (f *filler) elect(r *rand.Rand, sex hall.Sex, village string) *hall.Mediator {
	if sex == hall.SexUnknown {
		sex = hall.Sex(1 + r.IntN(2))
	}
	if village == "" {
		village = villageOf(r)
	}
	age := 38 + r.IntN(34)
	return &hall.Mediator{
		Name: nameOf(r, sex, age), Sex: sex, Birth: f.today - hall.Day(age*365+age/4+r.IntN(360)), Phone: phone(r), Village: village,
		Backgrounds: []hall.Background{pick(r, []hall.Background{hall.RetiredCadre, hall.CommitteeMan, hall.GridWorker, hall.OldMember, hall.Volunteer})},
		Terms:       []hall.Term{termAround(r, f.today)},
	}
}

// villageIn is the village that an organisation's name holds.
func villageIn(name string) string {
	for _, v := range villages {
		if strings.Contains(name, v) {
			return v
		}
	}
	return ""
}

// termAround is a term of three years that holds on a day.
func termAround(r *rand.Rand, day hall.Day) hall.Term {
	from := day - hall.Day(30+r.IntN(900))
	return hall.Term{From: from, To: from.AddMonths(12*hall.TermYears) - 1, How: pick(r, []string{"村民代表会议推选", "推选", "聘任"})}
}

// lacking are sites that should have a committee and have none, and one that needs none; n is how
// many have one.
func lacking(r *rand.Rand, n int) []*hall.Site {
	var out []*hall.Site
	town := func() string { return towns[r.IntN(len(towns))] }
	add := func(n int, kind hall.SiteKind, name func(int) string) {
		for i := range n {
			s := &hall.Site{Name: name(i), Kind: kind, Township: town()}
			if i == 0 && kind == hall.SiteEnterprise {
				s.Off, s.Why = true, "已停产"
			}
			out = append(out, s)
		}
	}
	add(max(n/60, 2), hall.SiteVillage, func(i int) string { return villages[len(villages)-1-i%len(villages)] })
	add(max(n/25, 3), hall.SiteEnterprise, func(i int) string { return firms[(i*5+3)%len(firms)] + pick(r, firmEnds) })
	add(max(n/900, 1), hall.SiteMarket, func(i int) string { return towns[i%len(towns)] + "小商品市场" })
	add(max(n/400, 1), hall.SiteIndustry, func(i int) string { return industries[len(industries)-1-i%len(industries)] })
	return out
}

// home finds an organisation for a studio, from a place in the list on: experts sit with a
// trade's committee, those whom people know in a village's or a township's.
func home(all []*place, from int, kind hall.StudioKind, busy map[*hall.Mediator]bool) *place {
	for i := range all {
		p := all[(from+i)%len(all)]
		expert := p.org.Kind == hall.OrgTrade
		local := slices.Contains([]hall.OrgKind{hall.OrgVillage, hall.OrgResidential, hall.OrgTownship, hall.OrgSubdistrict}, p.org.Kind)
		taken := slices.ContainsFunc(p.who, func(m *hall.Mediator) bool { return busy[m] })
		if len(p.who) > 0 && !taken && (kind == hall.StudioExpert && expert || kind != hall.StudioExpert && local) {
			return p
		}
	}
	return nil
}

// brand is a studio with its people, who leads it first.
type brand struct {
	studio hall.Studio
	who    []*hall.Mediator
}

// writeBrand writes a studio, and its people as being of it.
func writeBrand(b *store.Bulk, s *brand) error {
	if err := b.Studio(&s.studio); err != nil {
		return err
	}
	for i, m := range s.who {
		m.Studio, m.StudioName, m.StudioLead = s.studio.ID, s.studio.Name, i == 0
		if err := b.Mediator(m); err != nil {
			return err
		}
	}
	return nil
}

// studios makes brand studios of the three kinds out of people who are in committees.
func (f *filler) studios(r *rand.Rand, all []*place) []*brand {
	var out []*brand
	busy := map[*hall.Mediator]bool{}
	for i := range ofCity(cityStudios, len(all), 3) {
		p := home(all, i*7+1, hall.StudioKind(i%3), busy)
		if p == nil {
			continue
		}
		lead := p.who[0]
		u := hall.Studio{Kind: hall.StudioKind(i % 3), Org: p.org.ID, OrgName: p.org.Name, Founded: f.today - hall.Day(200+r.IntN(2000)), Place: p.org.Name + "内",
			Special: lead.Specialities}
		switch u.Kind {
		case hall.StudioHome:
			u.Name, u.Way = "老书记调解室", "一杯茶坐下来，两头听，三趟跑：先拉家常，再分头谈，最后当面说定"
		case hall.StudioElder:
			u.Name, u.Way = lead.Name+"乡贤调解室", "请族里说得上话的人一起来，讲旧情、算长远账"
		case hall.StudioExpert:
			u.Name, u.Way = lead.Name+"专业调解工作室", "先看证据和鉴定，再按同类案件的数额谈"
		}
		if i >= 3 && u.Kind == hall.StudioHome {
			u.Name = lead.Name + u.Name
		}
		who := p.who[:min(len(p.who), 3)]
		for _, m := range who {
			busy[m] = true
		}
		out = append(out, &brand{u, who})
	}
	return out
}
