package config

import (
	"errors"
	"io/fs"

	"sizhen/store/hall"
)

// Change writes into the file what somebody changed of the settings: was is how they were read, now
// how they are to be. What was written into the file meanwhile, by hand or at another desk, stays,
// and is in the settings that are given back. Where both changed the same thing nothing is written:
// the error is hall.ErrConflict, with the settings as the file has them. A file with a mistake in it
// is not touched either; the error says where the mistake is.
func Change(path string, was, now hall.Settings) (hall.Settings, error) {
	s, err := Load(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s = was
	case err != nil:
		return was, err
	}
	s.Demo = was.Demo // the file does not say it
	out, ok := s.Merged(was, now)
	if !ok {
		return s, hall.Refuse(hall.ErrConflict)
	}
	return out, Write(path, out)
}
