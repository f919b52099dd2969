package dialog

import (
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// FormOf is the form of a small question by its name. It is kept among the screen's forms
// until the answer was taken, so that neither Esc nor a refusal loses what was typed.
func FormOf(env *views.Env, forms map[string]*widget.Form, name string, items []widget.Item) *widget.Form {
	if forms[name] == nil {
		forms[name] = widget.NewForm(env.Styles, Words(env), items)
	}
	return forms[name]
}

// Words are the few words every form needs.
func Words(env *views.Env) widget.FormText {
	t, say := text.Dialog, env.Say
	return widget.FormText{Later: say(t.Later), Comma: say(t.Comma), Required: say(t.Required), Clipped: say(t.Clipped), Digits: say(t.Digits),
		Choose: say(t.Unchosen), Below: say(t.Below)}
}
