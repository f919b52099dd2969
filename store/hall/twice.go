package hall

// Twice finds two of the parties who are most likely one: the same person on file, or of one name
// with one document, or on one side with nothing, a village neither, that tells them apart. ok is false where there are
// none. Two people can bear one name: it is asked, not refused.
func Twice(all []Party) (a, b Party, ok bool) {
	for i, a := range all {
		for _, b := range all[i+1:] {
			x, y := a.Details, b.Details
			switch {
			case a.Person != 0 && a.Person == b.Person:
				return a, b, true
			case x.Name == "" || x.Name != y.Name:
			case x.DocNumber != "" && x.DocNumber == y.DocNumber:
				return a, b, true
			case a.Side == b.Side && x.DocNumber == "" && y.DocNumber == "" && x.Phone == y.Phone && LikePlace(x.Village, y.Village) != PlaceOther:
				return a, b, true
			}
		}
	}
	return Party{}, Party{}, false
}
