package setup

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views"
	"sizhen/views/kit/form"
	"sizhen/views/kit/page"
	"sizhen/views/text"
)

// The names of the fields: those of the hall are the settings' own.
const (
	fieldName, fieldWord, fieldCode, fieldRooms = "name", "word", "code", "rooms"
	fieldPerson, fieldLogin, fieldVillage       = "person", "login", "village"
	fieldPassword, fieldAgain                   = "password", "again"
)

// leastPassword is how long a password is at least.
const leastPassword = 8

// answers are what is filled in, with the password a second time.
type answers struct {
	Plan
	again string
}

// form asks for the hall, for its administrator, and has both read over.
func (v *View) form() *form.View[answers] {
	type R = answers
	o := v.o
	return form.New(v.env, form.Spec[R]{
		Title: title, Start: R{Plan: Plan{Settings: o.Start}}, Stays: true, Yes: create,
		Steps: []form.Step[R]{
			{Name: hallStep, Hint: hallHint, Fields: hallFields()},
			{Name: personStep, Hint: personHint, Fields: personFields()},
			{Name: reviewStep, Hint: reviewHint, Show: v.review},
		},
		Check: func(_ views.Session, r R) *hall.Error { return check(r) },
		Save: func(ctx context.Context, _ views.Session, _ hall.DraftID, r R) (R, error) {
			return r, unmade(o.Create(ctx, r.plan()))
		},
		Then: func(R) tea.Cmd { return end(Made) },
	})
}

func hallFields() []*form.Field[answers] {
	type R = answers
	classes := []int{1, 2, 3}
	return []*form.Field[R]{
		form.Text(fieldName, text.Settings.Name, hall.MaxHallName/2, func(r *R) *string { return &r.Settings.Name }).Required().Who().Help(text.Settings.NameHelp),
		form.Text(fieldWord, text.Settings.Word, hall.MaxHallWord/2, func(r *R) *string { return &r.Settings.Word }).Required().Help(text.Settings.WordHelp).
			Propose(func(_ views.Session, r R) string { return string(firstOf(placeIn(r.Settings.Name))) }).
			Note(func(s views.Session, r R) text.Message {
				if r.Settings.Word == "" {
					return text.Message{}
				}
				return first.With("number", firstNumber(s, r))
			}),
		form.Text(fieldCode, text.Settings.Code, hall.MaxHallCode, func(r *R) *string { return &r.Settings.Code }).Required().Plain().Help(text.Settings.CodeHelp).
			Propose(func(_ views.Session, r R) string { return strings.ToUpper(pinyin.First(placeIn(r.Settings.Name))) }),
		form.Enum("level", text.Settings.Level, func(r *R) *hall.Level { return &r.Settings.Level }, []hall.Level{hall.Township, hall.Village, hall.County},
			text.LevelName).Given(),
		form.Enum("class", text.Settings.Class, func(r *R) *int { return &r.Settings.Class }, classes, text.ClassName).
			If(func(r R) bool { return r.Settings.Level == hall.Township }),
		form.Read(fieldRooms, text.Settings.Rooms, 160, func(r *R) *[]string { return &r.Settings.Rooms },
			func(_ views.Session, all []string) text.Message { return text.Raw(text.Listed(all)) },
			func(_ views.Session, typed string) ([]string, *hall.Error) { return text.ListOf(typed), nil }).Required().Help(text.Settings.RoomsHelp),
	}
}

func personFields() []*form.Field[answers] {
	type R = answers
	return []*form.Field[R]{
		form.Text(fieldPerson, person, 40, func(r *R) *string { return &r.Name }).Required().Named().Help(personHelp),
		form.Text(fieldLogin, login, 20, func(r *R) *string { return &r.Login }).Required().Plain().Help(loginHelp).
			Propose(func(_ views.Session, r R) string { return pinyin.First(r.Name) }).
			Check(func(_ views.Session, r R) *hall.Error {
				if strings.ContainsFunc(r.Login, unicode.IsSpace) {
					return hall.Refuse(hall.ErrLoginBlank)
				}
				return nil
			}),
		form.Text(fieldVillage, village, 20, func(r *R) *string { return &r.Village }).Help(villageHelp).Village(),
		form.Secret(fieldPassword, password, func(r *R) *string { return &r.Password }).Required().Help(passwordHelp).
			Check(func(_ views.Session, r R) *hall.Error {
				if n := len([]rune(r.Password)); n > 0 && n < leastPassword {
					return hall.Refuse(hall.ErrWeakSecret, "least", leastPassword)
				}
				return nil
			}),
		form.Secret(fieldAgain, again, func(r *R) *string { return &r.again }).Required().Help(againHelp),
	}
}

// check says what is wrong with what is asked for; the other settings are right by default.
func check(r answers) *hall.Error {
	asked := []string{fieldName, fieldWord, fieldCode, fieldRooms}
	if err := r.plan().Settings.Check(); err != nil && slices.Contains(asked, err.Field) {
		return err
	}
	if r.again != "" && r.Password != r.again {
		return hall.Refuse(hall.ErrNotSame).In(fieldPassword)
	}
	return nil
}

// plan is what was filled in, written as it is kept.
func (r answers) plan() Plan {
	p := r.Plan
	p.Settings.Code, p.Login = strings.ToUpper(p.Settings.Code), strings.ToLower(p.Login)
	p.Settings.Word = hall.CaseWord(p.Settings.Number, p.Settings.Word)
	return p
}

// unmade is why a hall could not be made: under its field, or in words of its own. A name that
// is refused then is the administrator's: the hall's was looked at before.
func unmade(err error) error {
	var bad *hall.Error
	switch own := interface{ Say() text.Message }(nil); {
	case err == nil:
		return nil
	case errors.As(err, &bad) && bad.Field == fieldName:
		return bad.In(fieldPerson)
	case errors.As(err, &bad) && bad.Field != "":
		return bad
	case errors.As(err, &own):
		return notMade{err, own.Say()}
	}
	return notMade{err, text.Err(err)}
}

// notMade is an error that brings its own words to the screen.
type notMade struct {
	error
	why text.Message
}

// Say is what the screen shows.
func (e notMade) Say() text.Message { return failed.With("what", e.why) }
func (e notMade) Unwrap() error     { return e.error }

// review is everything once more, but the password.
func (v *View) review(s views.Session, r answers) *page.Doc {
	p, d := r.plan(), page.New(s)
	d.Add(text.Settings.Name, p.Settings.Name)
	d.Add(text.Settings.Word, p.Settings.Word)
	d.Add(firstCase, firstNumber(s, r))
	d.Add(text.Settings.Code, p.Settings.Code)
	d.Say(text.Settings.Level, text.LevelName(p.Settings.Level))
	if p.Settings.Level == hall.Township {
		d.Say(text.Settings.Class, text.ClassName(p.Settings.Class))
	}
	d.Add(text.Settings.Rooms, text.Listed(p.Settings.Rooms))
	d.Section(text.Message{}, text.Message{})
	d.Add(person, p.Name)
	d.Add(login, p.Login)
	d.Add(village, p.Village)
	d.Say(password, hidden)
	d.Say(roles, allRoles)
	d.Section(text.Message{}, text.Message{})
	d.Add(settings, v.o.Config)
	d.Add(records, v.o.Data)
	return d
}

// firstNumber is what the first case will be called.
func firstNumber(s views.Session, r answers) string {
	h := r.plan().Settings
	return hall.CaseNumber(h.Number, h.Word, s.Today().Year(), 1)
}

func firstOf(s string) []rune { r := []rune(s); return r[:min(len(r), 1)] }

var units = regexp.MustCompile(`([^省市县区州盟旗]{1,6}?)(街道|镇|乡|社区|村|县|区|市)`)

// placeIn finds the town, sub-district or village a hall is named after, without its kind:
// 百官 in 绍兴市上虞区百官街道联合调解中心.
func placeIn(name string) string {
	if all := units.FindAllStringSubmatch(name, -1); len(all) > 0 {
		for _, m := range all { // the smallest unit names the hall; a town comes before its villages
			if m[2] == "街道" || m[2] == "镇" || m[2] == "乡" {
				return m[1]
			}
		}
		return all[len(all)-1][1]
	}
	var out []rune
	for _, r := range name {
		if unicode.IsLetter(r) && len(out) < 2 {
			out = append(out, r)
		}
	}
	return string(out)
}
