// Package changing does what packages of the views must not do; a test looks whether the
// rule sees it.
package changing

import "sync"

var (
	total int
	words = map[string]string{}
	place struct{ X []int }
	once  sync.Once
)

// Change changes everything at package level, and a local of the same name.
func Change() *map[string]string {
	total++
	words["a"] = "b"
	delete(words, "a")
	place.X[0] = 1
	local, total := 0, 1
	local, total = total, local
	_ = total
	return &words
}
