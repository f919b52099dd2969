package hall

import (
	"slices"
	"testing"
)

func gapsOf(c Case, visits ...Consultation) []Gap {
	var out []Gap
	for _, g := range Gaps(c, visits, Defaults()) {
		out = append(out, g.Gap)
	}
	return out
}

func whole() Case {
	known := Details{DocNumber: "1", Phone: "2"}
	return Case{State: Performed, Matter: Matter{Type: Defaults().Types[0].Code}, Parties: []Party{{Details: known}, {Side: Respondent, Details: known}}}
}

func TestWhatIsWrongBeforeFilingIsNamed(t *testing.T) {
	t.Parallel()
	told := Consultation{Session: &Session{RightsTold: true}}
	spot := Agreement{No: 1, Made: 10, Terms: "赔 200 元", Amount: 20000, OnSpot: true}
	open := Agreement{No: 2, Made: 10, Terms: "赔钱 200 元", Clauses: []Clause{{Kept: []Keeping{{Day: 11}}}}}
	gone := open
	gone.Fate = FateRescinded
	for name, x := range map[string]struct {
		change func(*Case)
		visits []Consultation
		want   []Gap
	}{
		"nothing":                  {func(*Case) {}, nil, nil},
		"no type":                  {func(c *Case) { c.Type = "" }, nil, []Gap{GapType}},
		"entrusted by nobody":      {func(c *Case) { c.Source = SourceEntrusted }, nil, []Gap{GapBody}},
		"entrusted, no letter":     {func(c *Case) { c.Source, c.SourceFrom = SourceEntrusted, "法院" }, nil, []Gap{GapLetter}},
		"came as an order":         {func(c *Case) { c.Source, c.SourceFrom, c.Order = SourceEntrusted, "12345", 3 }, nil, nil},
		"a body, and none sent it": {func(c *Case) { c.SourceFrom = "法院" }, nil, []Gap{GapSource}},
		"nobody, rights untold":    {func(c *Case) { c.Sessions = 1 }, []Consultation{{Session: &Session{}}}, []Gap{GapMediator, GapRights}},
		"rights told once": {func(c *Case) {
			c.Sessions, c.Assigned = 2, []Assignment{{Mediator: MediatorRef{ID: 1}}}
		}, []Consultation{{}, told}, nil},
		"performed on the spot": {func(c *Case) { c.Agreements = []Agreement{spot} }, nil, nil},
		"an open agreement":     {func(c *Case) { c.Agreements = []Agreement{open} }, nil, []Gap{GapDay, GapPlace, GapAmount, GapProof}},
		"one given up":          {func(c *Case) { c.Agreements = []Agreement{gone} }, nil, nil},
		"ways not told":         {func(c *Case) { c.State = Terminated }, nil, []Gap{GapReferral}},
		"a party unknown":       {func(c *Case) { c.Parties[1].Details = Details{} }, nil, []Gap{GapPartyDoc, GapPartyPhone}},
		"a proxy's telephone": {func(c *Case) {
			c.Parties[0].Details.Phone, c.Parties[0].ProxyPhone = "", "1"
		}, nil, nil},
	} {
		c := whole()
		x.change(&c)
		if got := gapsOf(c, x.visits...); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", name, got, x.want)
		}
	}
	c := whole()
	c.Agreements = []Agreement{open}
	if g := Gaps(c, nil, Defaults()); g[0].Mend != ActChange || g[0].No != 2 || g[3].Mend != ActMend {
		t.Errorf("what binds is changed by a new agreement, what was recorded of it is corrected: %+v", g)
	}
}

func TestPapersFollowTheEnd(t *testing.T) {
	t.Parallel()
	for name, x := range map[string]struct {
		c    Case
		want []Paper
	}{
		"refused": {Case{State: Refused}, []Paper{PaperApplication, PaperRefusal, PaperCover}},
		"terminated": {Case{State: Terminated, Accepted: 1, Sessions: 1, Cause: EndRefused},
			[]Paper{PaperApplication, PaperRights, PaperIdentity, PaperRecord, PaperTermination, PaperCover}},
		"transferred": {Case{State: Transferred, Accepted: 1, To: "县"},
			[]Paper{PaperApplication, PaperRights, PaperIdentity, PaperTransfer, PaperCover}},
		"oral, paid later, by proxy": {Case{State: Performed, Accepted: 1, Sessions: 1, Parties: []Party{{Proxy: "王"}},
			Agreements: []Agreement{{Clauses: []Clause{{Kept: []Keeping{{}}}}}}},
			[]Paper{PaperApplication, PaperRights, PaperIdentity, PaperRecord, PaperOral, PaperPower, PaperProof, PaperCover}},
	} {
		if got := Lacks(x.c, nil, nil); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", name, got, x.want)
		}
		if got := Lacks(x.c, nil, x.want); got != nil {
			t.Errorf("%s: %v although all are there", name, got)
		}
	}
}

func TestFilingNamesWhatIsMissing(t *testing.T) {
	t.Parallel()
	c := whole()
	c.Closed = NewDay(2026, 11, 20)
	r := Rules{Settings: Defaults(), Now: at("2026-11-24 09:00")}
	all := Lacks(c, nil, nil)
	file := func(c Case, d Dossier) (Case, error) {
		return c, doFile(&c, Step{Action: ActFile, Dossier: d}, boss(), r)
	}
	if _, err := file(c, Dossier{Papers: all[1:]}); code(err) != ErrFileWhy {
		t.Errorf("a paper is missing and nobody says why: %v", err)
	}
	bad := c
	bad.Type = ""
	if _, err := file(bad, Dossier{Papers: all, Why: "急"}); code(err) != ErrGap {
		t.Errorf("without a type: %v", err)
	}
	c.State = Performed
	if err := doFile(&c, Step{Action: ActFile, Dossier: Dossier{Shelf: "3柜2层", Keep: Keep60, Papers: all[1:], Why: "原件在法院"}}, boss(), r); err != nil {
		t.Fatal(err)
	}
	if d := c.Dossier; c.State != Filed || d == nil || d.Shelf != "3柜2层" || !slices.Equal(d.Lacks, all[:1]) || d.By == "" || d.Day != r.today() {
		t.Errorf("%v %+v", c.State, c.Dossier)
	}
}
