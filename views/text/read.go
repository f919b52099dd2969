package text

import "sizhen/store/hall"

// ParseDate is ReadDay for who knows no calendar.
func ParseDate(s string, today hall.Day) (hall.Day, error) {
	d, err := ReadDay(s, today, nil)
	return d, plainError(err)
}

// ParseMoney is ReadMoney with a plain error.
func ParseMoney(s string) (int64, error) {
	fen, err := ReadMoney(s)
	return fen, plainError(err)
}

// plainError keeps a refusal that is not there from being an error that is.
func plainError(e *hall.Error) error {
	if e == nil {
		return nil
	}
	return e
}
