// Package config reads and writes a hall's settings: one TOML file that a person can read
// and change with any editor. What is wrong in it is reported with file, line and key, as a
// code with arguments; the words are views/text's.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"sizhen/store/hall"
)

// What can be wrong with the file itself, beside what hall.Settings.Check refuses.
const (
	CodeRead     hall.Code = "config-read"     // the file cannot be read: {cause}
	CodeEncoding hall.Code = "config-encoding" // not UTF-8
	CodeSize     hall.Code = "config-size"     // far too large for a settings file
	CodeSyntax   hall.Code = "config-syntax"   // not TOML: {detail}
	CodeMarks    hall.Code = "config-marks"    // Chinese punctuation, {mark}, where TOML wants ASCII
	CodeDouble   hall.Code = "config-double"   // the key stands there twice
	CodeUnknown  hall.Code = "config-unknown"  // no such key; {allowed} lists them
	CodeType     hall.Code = "config-type"     // a value of the wrong kind: {want} is a Kind
	CodeClock    hall.Code = "config-clock"    // not a time of day: {text}
	CodeZone     hall.Code = "config-zone"     // no such time zone: {text}
)

// Error says what is wrong in a settings file. Line is 0 where the fault has none, as a
// missing key or a file that cannot be read.
type Error struct {
	File string
	Line int
	Key  string
	Code hall.Code
	Args map[string]any

	cause error
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s:%d: %s: %s %v", e.File, e.Line, e.Key, e.Code, e.Args)
}

// Unwrap is what the operating system said, for a file that cannot be read.
func (e *Error) Unwrap() error { return e.cause }

// maxSize is far more than any hall needs; a file beyond it is some other file.
const maxSize = 1 << 20

// Load reads a settings file. Keys that are missing keep their defaults, except those no
// hall can do without. Every error is an *Error; a missing file is one for which
// errors.Is(err, fs.ErrNotExist) holds.
func Load(path string) (hall.Settings, error) {
	text, err := read(path)
	if err != nil {
		return hall.Settings{}, &Error{File: path, Code: CodeRead, Args: map[string]any{"cause": err}, cause: err}
	}
	s, fault := parse(text)
	if fault != nil {
		fault.File = path
		return hall.Settings{}, fault
	}
	return s, nil
}

// What a settings file must not be: a pipe would be waited for without end, and a link that leads
// nowhere is no new hall's missing file.
var (
	ErrNotFile  = errors.New("not a regular file")
	ErrDangling = errors.New("a link that leads nowhere")
)

func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular() && !info.IsDir():
		return nil, &fs.PathError{Op: "read", Path: path, Err: ErrNotFile}
	case errors.Is(err, fs.ErrNotExist):
		if _, e := os.Lstat(path); e == nil {
			return nil, &fs.PathError{Op: "read", Path: path, Err: ErrDangling}
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxSize+1))
}

func parse(text []byte) (hall.Settings, *Error) {
	s := hall.Defaults()
	if len(text) > maxSize {
		return s, &Error{Code: CodeSize}
	}
	text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")) // Windows editors put a mark there
	if i := badUTF8(text); i >= 0 {
		return s, &Error{Line: 1 + bytes.Count(text[:i], []byte("\n")), Code: CodeEncoding}
	}
	values := make(map[string]toml.Primitive)
	meta, err := toml.Decode(string(text), &values)
	if err != nil {
		return s, syntax(text, err)
	}
	lines := make(map[string]int)
	for _, k := range meta.Keys() {
		if _, taken := lines[k[0]]; taken {
			continue // belongs to the key before it
		}
		line, refused := take(&meta, values[k[0]], k[0], &s)
		lines[k[0]] = line
		if refused != nil {
			return s, at(refused, lines, text)
		}
	}
	if wrong := s.Check(); wrong != nil {
		return s, at(wrong, lines, text)
	}
	return s, nil
}

// at puts a refusal where it stands in the file. A list is known by its key's line, so a
// value that runs over several lines is.
func at(e *hall.Error, lines map[string]int, text []byte) *Error {
	line := lines[e.Field]
	if line == 0 {
		line = lineOf(string(text), e.Field)
	}
	return &Error{Line: line, Key: e.Field, Code: e.Code, Args: e.Args}
}

func badUTF8(text []byte) int {
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && n == 1 || r == 0 { // UTF-16 shows as zeros
			return i
		}
		i += n
	}
	return -1
}

// take sets one key, and tells the line its value stands on.
func take(meta *toml.MetaData, value toml.Primitive, key string, s *hall.Settings) (int, *hall.Error) {
	t := &taker{key: key, into: s}
	err := meta.PrimitiveDecode(value, t)
	var at toml.ParseError
	if errors.As(err, &at) {
		return at.Position.Line, t.refused
	}
	return 0, t.refused
}

// taker is handed a value by the decoder. It always answers with an error: only from that
// does the decoder tell the line.
type taker struct {
	key     string
	into    *hall.Settings
	refused *hall.Error
}

var errHere = errors.New("here")

// UnmarshalTOML implements toml.Unmarshaler.
func (t *taker) UnmarshalTOML(v any) error {
	for _, e := range all() {
		if e.key == t.key || before(e.key) == t.key {
			if t.refused = e.read(t.into, v); t.refused != nil && t.refused.Field == "" {
				t.refused.Field = t.key
			}
			return errHere
		}
	}
	t.refused = hall.Refuse(CodeUnknown, "allowed", strings.Join(Keys(), ", ")).In(t.key)
	return errHere
}

// before is the name that an older program wrote a key under; empty: the same.
func before(key string) string { return map[string]string{"goal_days": "respond_days"}[key] }

// syntax finds the plainest words for what the decoder refused.
func syntax(text []byte, err error) *Error {
	var at toml.ParseError
	if !errors.As(err, &at) {
		return &Error{Code: CodeSyntax, Args: map[string]any{"detail": err.Error()}}
	}
	out := &Error{Line: at.Position.Line, Key: at.LastKey, Code: CodeSyntax, Args: map[string]any{"detail": at.Message}}
	lines := strings.Split(string(text), "\n")
	// The decoder notices an unclosed value only on a later line: name the last one that exists.
	out.Line = min(max(out.Line, 1), len(lines))
	switch i := strings.IndexAny(outside(lines[out.Line-1]), fullWidth); {
	case strings.Contains(at.Message, "already been defined"):
		out.Code = CodeDouble
		out.Key = strings.Trim(strings.TrimPrefix(strings.TrimSuffix(at.Message, " has already been defined."), "Key "), "'")
	case i >= 0:
		mark, _ := utf8.DecodeRuneInString(outside(lines[out.Line-1])[i:])
		out.Code, out.Args = CodeMarks, map[string]any{"mark": string(mark)}
	}
	return out
}

// fullWidth are the marks that a Chinese input method types where TOML wants " , = [ ] { }.
const fullWidth = "\u201c\u201d\u2018\u2019\uff02\uff0c\u3001\uff1d\uff3b\uff3d\u3010\u3011\uff5b\uff5d"

// outside is a line without what stands in quotes and comments.
func outside(line string) string {
	var b strings.Builder
	quoted := false
	for _, r := range line {
		switch {
		case r == '"':
			quoted = !quoted
		case r == '#' && !quoted:
			return b.String()
		case !quoted:
			b.WriteRune(r)
		}
	}
	return b.String()
}
