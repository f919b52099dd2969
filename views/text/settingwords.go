package text

import "sizhen/store/hall"

// noticeWords are what is wrong with the State Council's notice as it was pasted, and why a name stays in
// the settings.
func noticeWords(c hall.Code) Message {
	switch c {
	case hall.ErrNoticeNone:
		return M("没有看到节日。请把通知里从“一、元旦：”起的几条粘贴进来", "no holiday is named. Paste the notice from its first item on")
	case hall.ErrNoticeYear:
		return M("这是 {said} 年的通知，现在填的是 {year} 年。请到 {said} 年里粘贴", "this is the notice of {said}, and this is {year}. Paste it into {said}")
	case hall.ErrNoticeMissing:
		return M("通知里没有：{names}。请把七个节日都粘贴进来", "the notice lacks {names}. Paste all seven holidays")
	case hall.ErrNoticeUnread:
		return M("看不懂“{text}”。请照通知改，或者删去这半句", "“{text}” is not understood. Correct it by the notice, or take that clause out")
	case hall.ErrNoticeDate:
		return M("{year} 年没有“{text}”。请核对日期", "there is no “{text}” in {year}. Check the date")
	case hall.ErrNoticeWeekday:
		return M("{date} 是{weekday}，写的是“{said}”。请核对", "{date} is a {weekday}, and “{said}” is written. Check it")
	case hall.ErrNoticeCount:
		return M("{first} 到 {last} 是 {n} 天，写的是共 {said} 天。请核对", "from {first} to {last} there are {n:day|days}, and {said} are written. Check it")
	case hall.ErrNoticeBackward:
		return M("{last} 在 {first} 之前。请核对日期", "{last} lies before {first}. Check the dates")
	case hall.ErrNoticeWorked:
		return M("{date} 是{weekday}，本来就上班。请核对日期", "{date} is a {weekday} and worked anyhow. Check the date")
	case hall.ErrNoticeTwice:
		return M("{date} 写了两次。请核对日期", "{date} stands there twice. Check the dates")
	case hall.ErrNoticeFixed:
		return M("{name}在 {date}，放假的日子里没有这一天。请核对日期", "{name} falls on {date}, which is not among the days off. Check the dates")
	case hall.ErrBorne:
		return M("还有 {n} 处在用{name}。先改掉那些，再去掉", "{n:is|are} still {name}. Change those first, then take it out")
	}
	return Message{}
}

// borne says what bears a name that is to be taken out of the settings.
func borne(e *hall.Error) Message {
	switch e.Args["kind"] {
	case hall.RenameRoom:
		return M("{name}还有 {n} 场没有办：预约、会诊或候诊。先换到别的调解室，再去掉",
			"{n:meeting is|meetings are} still to take place in {name}. Move them to another room first, then take it out")
	case hall.RenameGrade:
		return M("还有 {n} 位调解员是{name}。先在名册里改他们的等级，再去掉", "{n:mediator holds|mediators hold} {name}. Change their grade in the roster first, then take it out")
	case hall.RenameTown:
		return M("{name}还有 {n} 次下沉排着。先在值班安排里取消，再去掉", "{n:visit is|visits are} still planned to {name}. Call them off in the duty plan first, then take it out")
	}
	return noticeWords(e.Code)
}

// RoomName is a room with what is known of it.
func RoomName(s hall.Settings, name string) Message {
	r := s.Room(name)
	m := Raw(name)
	switch {
	case r.Seats > 0 && r.Large:
		m = M("{name}（{n} 座，能开大会）", "{name} ({n:seat|seats}, for large meetings)").With("n", r.Seats)
	case r.Seats > 0:
		m = M("{name}（{n} 座）", "{name} ({n:seat|seats})").With("n", r.Seats)
	case r.Large:
		m = M("{name}（能开大会）", "{name} (for large meetings)")
	}
	return m.With("name", name)
}
