package text

import "time"

var late = M("迟到 {t}", "late by {t}")

// LateBy says how late somebody signed in; no minutes say nothing.
func LateBy(minutes int) Message {
	if minutes == 0 {
		return Message{}
	}
	return late.With("t", Ago(time.Duration(minutes)*time.Minute))
}

var early = M("早退 {t}", "left {t} early")

// EarlyBy says how early somebody signed out; no minutes say nothing.
func EarlyBy(minutes int) Message {
	if minutes == 0 {
		return Message{}
	}
	return early.With("t", Ago(time.Duration(minutes)*time.Minute))
}
