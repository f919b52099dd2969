package dialog

import (
	"sizhen/views"
	"sizhen/views/text"
	"sizhen/views/widget"
)

// Words are the few words every form needs.
func Words(env *views.Env) widget.FormText {
	t, say := text.Dialog, env.Say
	return widget.FormText{Later: say(t.Later), Comma: say(t.Comma), Required: say(t.Required), Clipped: say(t.Clipped)}
}
