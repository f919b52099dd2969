package text

// WalkIn are the words about a draft that cannot be gone on with.
var WalkIn = struct{ Drop, KeepDraft Message }{Drop: M("丢掉草稿", "throw it away"),
	KeepDraft: M("留着", "keep it")}
