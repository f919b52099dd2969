package setup

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"sizhen/store/hall"
	"sizhen/store/pinyin"
	"sizhen/views/text"
	"sizhen/views/widget"
)

const leastPassword = 8

func (v *View) formText() widget.FormText {
	return widget.FormText{Required: v.env.Say(text.Setup.NameNeeded), Clipped: v.env.Say(text.Setup.Clipped)}
}

func (v *View) hallForm() *widget.Form {
	say, s := v.env.Say, v.o.Start
	levels := make([]widget.Option, 0, 3)
	for l := hall.Township; l <= hall.County; l++ {
		levels = append(levels, widget.Option{Key: strconv.Itoa(int(l)), Label: say(text.LevelName(l))})
	}
	classes := make([]widget.Option, 0, 3)
	for n := 1; n <= 3; n++ {
		classes = append(classes, widget.Option{Key: strconv.Itoa(n), Label: say(text.ClassName(n))})
	}
	return widget.NewForm(v.env.Styles, v.formText(), []widget.Item{
		{ID: "name", Label: say(text.Settings.Name), Value: s.Name, Max: hall.MaxHallName / 2, Required: true, Help: say(text.Settings.NameHelp)},
		{ID: "word", Label: say(text.Settings.Word), Value: s.Word, Max: hall.MaxHallWord / 2, Required: true, Help: say(text.Settings.WordHelp)},
		{ID: "code", Label: say(text.Settings.Code), Value: s.Code, Max: hall.MaxHallCode, Required: true, Help: say(text.Settings.CodeHelp)},
		{ID: "level", Label: say(text.Settings.Level), Kind: widget.Choice, Value: strconv.Itoa(int(s.Level)), Options: levels},
		{ID: "class", Label: say(text.Settings.Class), Kind: widget.Choice, Value: strconv.Itoa(s.Class), Options: classes},
		{ID: "rooms", Label: say(text.Settings.Rooms), Value: text.Listed(s.Rooms), Max: 160, Required: true, Help: say(text.Settings.RoomsHelp)},
	})
}

func (v *View) personForm() *widget.Form {
	say := v.env.Say
	return widget.NewForm(v.env.Styles, v.formText(), []widget.Item{
		{ID: "name", Label: say(text.Setup.Person), Max: 40, Required: true, Help: say(text.Setup.PersonHelp)},
		{ID: "login", Label: say(text.Setup.Login), Max: 20, Required: true, Help: say(text.Setup.LoginHelp)},
		{ID: "village", Label: say(text.Setup.Village), Max: 20, Help: say(text.Setup.VillageHelp)},
		{ID: "password", Label: say(text.Setup.Password), Max: 64, Required: true, Mask: true, Help: say(text.Setup.PasswordHelp)},
		{ID: "again", Label: say(text.Setup.Again), Max: 64, Required: true, Mask: true, Help: say(text.Setup.AgainHelp)},
	})
}

// guesses are what the program filled in by itself; a person's own words are left alone.
type guesses struct{ word, code string }

// suggest works the hall's word and code out of its name: 百 and BG of 百官街道联合调解中心.
func (v *View) suggest(changed string) {
	if changed != "name" {
		return
	}
	place := placeIn(v.hall.Value("name"))
	next := guesses{}
	for _, r := range place {
		next.word = string(r)
		break
	}
	next.code = strings.ToUpper(pinyin.First(place))
	if at := v.hall.Value("word"); at == "" || at == v.guess.word {
		v.hall.SetValue("word", next.word)
	}
	if at := v.hall.Value("code"); at == "" || at == v.guess.code {
		v.hall.SetValue("code", next.code)
	}
	v.guess = next
}

// placeIn finds the town, sub-district or village a hall is named after, without its kind:
// 百官 in 绍兴市上虞区百官街道联合调解中心.
func placeIn(name string) string {
	units := regexp.MustCompile(`([^省市县区州盟旗]{1,6}?)(街道|镇|乡|社区|村|县|区|市)`)
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

// settings is the hall as filled in.
func (v *View) settings() hall.Settings {
	s := v.o.Start
	s.Name, s.Word, s.Code = v.hall.Value("name"), v.hall.Value("word"), strings.ToUpper(v.hall.Value("code"))
	level, _ := strconv.Atoi(v.hall.Value("level")) // one of the options
	s.Level = hall.Level(level)
	s.Class, _ = strconv.Atoi(v.hall.Value("class"))
	s.Rooms = text.ListOf(v.hall.Value("rooms"))
	return s
}

func (v *View) plan() Plan {
	return Plan{
		Settings: v.settings(), Name: v.person.Value("name"), Login: strings.ToLower(v.person.Value("login")),
		Village: v.person.Value("village"), Password: v.person.Raw("password"),
	}
}

// checkHall puts what is wrong under its field.
func (v *View) checkHall() bool {
	v.hall.ClearErrors()
	if v.hall.Missing() {
		return false
	}
	err := v.settings().Check()
	if err == nil {
		return true
	}
	v.hall.SetError(err.Field, v.env.Say(text.Err(err)))
	v.hall.FocusError()
	return !v.hall.Has(err.Field) // a setting that is not asked for here is right by default
}

func (v *View) checkPerson() bool {
	f, say := v.person, v.env.Say
	f.ClearErrors()
	if f.Missing() {
		return false
	}
	switch {
	case strings.ContainsFunc(f.Value("login"), unicode.IsSpace):
		f.SetError("login", say(text.Setup.LoginBlank))
	case len([]rune(f.Raw("password"))) < leastPassword:
		afresh(f, say(text.Setup.TooShort))
	case f.Raw("password") != f.Raw("again"):
		afresh(f, say(text.Setup.NotSame))
	}
	f.FocusError()
	return !f.HasErrors()
}

// afresh has the password typed anew: what is hidden cannot be mended.
func afresh(f *widget.Form, why string) {
	f.SetValue("password", "")
	f.SetValue("again", "")
	f.SetError("password", why)
}

// blame puts a refusal of Create under the field it is about, and goes there.
func (v *View) blame(err error) {
	var refused *hall.Error
	if !errors.As(err, &refused) {
		return
	}
	switch {
	case refused.Field == "login" || refused.Field == "password":
		v.person.SetError(refused.Field, v.env.Say(text.Err(err)))
		v.person.FocusError()
		v.step = thePerson
	case v.hall.Has(refused.Field) && refused.Field != "name":
		v.hall.SetError(refused.Field, v.env.Say(text.Err(err)))
		v.hall.FocusError()
		v.step = theHall
	}
}
