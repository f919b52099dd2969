package roster

import (
	"slices"
	"strings"

	"sizhen/views/text"
)

// warnings are what somebody still has when he is suspended or leaves.
func (v *View) warnings(f *filling) []string {
	if f.what != doSuspend && f.what != doLeave {
		return nil
	}
	t, say, m, today := text.RosterForm, v.env.Say, f.file.Mediator, v.env.Today()
	var out []string
	if n := f.file.Load; n > 0 {
		var nos []string
		for _, c := range f.file.Cases {
			if name := strings.Join(filled(c.Number, c.Applicant), " "); c.State.Open() && name != "" && len(nos) < 3 {
				nos = append(nos, name)
			}
		}
		out = append(out, say(t.OpenCases.With("n", n).With("what", text.Names(nos))))
	}
	if n := len(f.file.Bookings); n > 0 {
		var when []string
		for _, b := range f.file.Bookings[:min(n, 3)] {
			when = append(when, say(text.ShortDay(b.Slot.Day))+" "+text.Slot(b.Slot))
		}
		out = append(out, say(t.OpenBookings.With("n", n).With("what", text.Names(when))))
	}
	if n := len(f.file.Duty); n > 0 {
		out = append(out, say(t.OpenDuty.With("n", n).With("what", v.dutyDays(f.file.Duty))))
	}
	if m.OrgHead && m.Organisation != "" {
		out = append(out, say(t.IsHead.With("org", m.Organisation)))
	}
	var pairs, posts []string
	for _, p := range f.file.OpenPairs(today) {
		other := text.RosterPage.Teaches.With("name", p.Learner.Name)
		if p.Learner.ID == m.ID {
			other = text.RosterPage.Learns.With("name", p.Mentor.Name)
		}
		pairs = append(pairs, say(other))
	}
	for _, p := range m.OpenPosts() {
		posts = append(posts, strings.TrimSpace(say(text.PostKind(p.Kind))+" "+p.Where))
	}
	if len(pairs) > 0 {
		out = append(out, say(t.OpenPairs.With("what", text.Names(pairs))))
	}
	if len(posts) > 0 {
		out = append(out, say(t.OpenPosts.With("what", text.Names(posts))))
	}
	if len(out) > 0 {
		out = slices.Insert(out, 0, say(t.OpenWork))
	}
	return out
}
