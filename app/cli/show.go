package cli

import (
	"context"
	"errors"

	"sizhen/app"
	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/setup"
	"sizhen/views/text"
	"sizhen/views/theme"
)

// show runs the program until it ends.
func (r *run) show(ctx context.Context, s session) error {
	log, file, err := r.logger(s.place.log())
	if err != nil {
		return err
	}
	defer file.Close()
	o := app.Options{Store: s.store, Lang: r.lang, Look: r.look(s.store.Settings()), Log: log, SaveSettings: s.save}
	if s.save != nil {
		o.SettingsFile = s.place.config
		o.Export = exporter(s.place.exports())
	}
	if s.actor.Staff != 0 {
		o.Actor = &s.actor
	}
	_, err = app.Run(ctx, o)
	return ended(err)
}

// showSetUp runs the first start alone. There is no store, and no log, yet.
func (r *run) showSetUp(ctx context.Context, start hall.Settings, o setup.Options) (setup.Choice, error) {
	now, err := r.clock(start.Zone)
	if err != nil {
		return setup.Left, err
	}
	result, err := app.Run(ctx, app.Options{
		Lang: r.lang, Look: r.look(start), Settings: start, Now: now,
		Only: func(env *views.Env) views.View { return setup.New(env, o) },
	})
	choice, _ := result.(setup.Choice) // none when the window was closed
	return choice, ended(err)
}

func (r *run) look(s hall.Settings) theme.Options {
	return theme.Options{NoColor: r.env("NO_COLOR") != "", Plain: s.Plain}
}

func ended(err error) error {
	switch {
	case errors.Is(err, app.ErrNotTerminal):
		return failure{text.CLI.NoTerminal}
	case errors.Is(err, context.Canceled):
		return nil // asked to stop, and stopped
	}
	return err
}
