package store

import (
	"sizhen/store/book"
	"sizhen/store/hall"
)

// recent reads the latest lines of the journal that others may see on the board: openings and
// sign-ins, and what the store wrote of itself, are on record but not on show.
func recent(r book.Reader, limit int) ([]hall.Entry, error) {
	var out []hall.Entry
	err := book.Entries(r, limit*8, func(e hall.Entry) bool {
		switch e.Deed {
		case hall.DeedOpenCase, hall.DeedSignIn, hall.DeedSignInWrong, hall.DeedFill, hall.DeedUpgrade:
		default:
			out = append(out, e)
		}
		return len(out) < limit
	})
	return out, err
}
