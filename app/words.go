package app

import "sizhen/views/text"

var (
	moved = text.M("数据文件不在原处了：被移走、改名或删除。现在写的存不进去，屏幕上的先别关。按 Ctrl-P 选“另存一份数据”，再请管理员把文件放回原处",
		"The store is no longer in its place: it was moved, renamed or removed, and nothing can be saved. Leave the program open. "+
			"Press Ctrl-P, choose Save a copy of the data, then have the administrator put the file back")
	here = text.M("就在“{screen}”，从头开始", "{screen}: from the start")

	discardAlso = text.M("放弃 删除 作废", "delete throw away")

	inPlace = text.M("数据文件回到原处了，可以照常办理", "The store is back in its place: go on as usual")
	saveAll = text.M("另存一份数据", "Save a copy of the data")
	saved   = text.M("连同没写完的表，已另存到 {path}。请管理员放回原来的文件；找不到，关掉程序，把另存的放到原处，改名 hall.db",
		"Saved with the unfinished forms to {path}. Have the file put back; if it is lost, close the program and put the copy in its place as hall.db")
	unkeptWarning = text.M("{who} 写的还没能存下，请本人先解锁；文件放回原处后就能存", "What {who} typed could not be kept yet: only {who} can unlock now")
	quitCopied    = text.M("再按 Ctrl-C 就关闭：数据另存一份，没写完的表也在里面", "Ctrl-C again closes: a copy of the data is left, unfinished forms included")
)
