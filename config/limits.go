package config

import (
	"slices"
	"strconv"
	"strings"

	"sizhen/store/hall"
)

func writeLimits(s hall.Settings) string {
	var b strings.Builder
	for _, line := range []string{
		`一条写一个 [[limit]]，从上到下先合适的算；type 是上面 types 里的 code，from 是来文单位名称里的字（如 "法院"），不写就不管`,
		`unit："day" 天，"workday" 工作日，"month" 月；start："acceptance" 从受理起，"application" 从申请起；extensions：能延长几次，-1 不限`,
		`agree：谁同意才能延长，"both" 双方，"all" 调委会和双方，"court" 委派的法院`,
		`expiry：到期怎么办，"end" 延长或终止，"failed" 视为调解不成，"arbitration" 可以去仲裁，"report" 报回来文单位`,
		`one [[limit]] each, the first that fits; type is a code of types above, from a part of the name of who entrusted it ("法院")`,
		`unit: "day", "workday", "month"; start: "acceptance", "application"; extensions: how often, -1 as often as agreed`,
		`agree, to an extension: "both" parties, "all" the committee too, the "court"`,
		`expiry, what follows: "end" or extend, "failed", "arbitration", "report" to who entrusted it`,
	} {
		b.WriteString("# " + line + "\n")
	}
	sample := hall.Limit{Type: s.Types[0].Code, N: 45, Unit: hall.Days, Start: hall.AtAcceptance, Times: 1}
	return b.String() + blocks("limit", each(s.Limits, limitCells), limitCells(sample))
}

func limitCells(l hall.Limit) []cell {
	var out []cell
	if l.Type != "" {
		out = append(out, cell{"type", quote(l.Type)})
	}
	if l.From != "" {
		out = append(out, cell{"from", quote(l.From)})
	}
	out = append(out, cell{"number", strconv.Itoa(l.N)}, cell{"unit", quote(unitNames()[l.Unit])})
	start := startNames()[0]
	if l.Start == hall.AtApplication {
		start = startNames()[1]
	}
	return append(out, cell{"start", quote(start)}, cell{"extensions", strconv.Itoa(l.Times)},
		cell{"agree", quote(agreeNames()[l.Agree])}, cell{"expiry", quote(expiryNames()[l.Expiry])})
}

func unitNames() []string   { return []string{"day", "workday", "month"} }
func startNames() []string  { return []string{"acceptance", "application"} }
func agreeNames() []string  { return []string{"both", "all", "court"} }
func expiryNames() []string { return []string{"end", "failed", "arbitration", "report"} }

func readLimits(s *hall.Settings, v any) *hall.Error {
	all, err := readList("limit", v, func(m map[string]any, at string) (l hall.Limit, err *hall.Error) {
		l = hall.Limit{Start: hall.AtAcceptance, Times: hall.EveryTime}
		err = readTable(m, at, []field{
			{"type", func(v any) *hall.Error { return readText(&l.Type, v) }},
			{"from", func(v any) *hall.Error { return readText(&l.From, v) }},
			{"number", readInto(&l.N)},
			{"unit", readOne(unitNames(), func(i int) { l.Unit = hall.Unit(i) })},
			{"start", readOne(startNames(), func(i int) { l.Start = []hall.Milestone{hall.AtAcceptance, hall.AtApplication}[i] })},
			{"extensions", readInto(&l.Times)},
			{"agree", readOne(agreeNames(), func(i int) { l.Agree = hall.Agree(i) })},
			{"expiry", readOne(expiryNames(), func(i int) { l.Expiry = hall.Expiry(i) })},
		})
		return l, err
	})
	s.Limits = append(s.Limits, all...)
	return err
}

// readOne reads one of several names as its place among them.
func readOne(names []string, put func(int)) func(any) *hall.Error {
	return func(v any) *hall.Error {
		t, _ := v.(string)
		i := slices.Index(names, t)
		if i < 0 {
			return hall.Refuse(hall.ErrOneOf, "allowed", quoteList(names))
		}
		put(i)
		return nil
	}
}
