package intake

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/dialog"
	"sizhen/views/text"
)

type (
	finished struct {
		in  hall.Intake
		res hall.IntakeResult
		err error
	}
	anotherOne struct{} // somebody means to register what was finished elsewhere once more
)

func isFinished(err error) bool { return errors.Is(err, hall.Refuse(hall.ErrAlreadyFinished)) }

// finish registers. A draft that was finished at another desk is not registered twice unless
// somebody says so.
func (v *View) finish() tea.Cmd {
	if v.busy {
		return nil
	}
	v.busy = true
	desk, in, keep, sure := v.env.Desk, v.intake, v.keep, v.sure
	return func() tea.Msg {
		m := finished{in: in}
		if keep.Lost() && !sure {
			m.err = hall.Refuse(hall.ErrAlreadyFinished)
			return m
		}
		m.err = keep.Finish(func(id hall.DraftID) (err error) {
			ctx := context.Background()
			if m.res, err = desk.FinishIntake(ctx, id, in); sure && isFinished(err) {
				m.res, err = desk.FinishIntake(ctx, 0, in)
			}
			return err
		})
		return m
	}
}

func (v *View) finished(m finished) tea.Cmd {
	v.busy = false
	if m.err == nil {
		v.step, v.result, v.intake = stepDone, m.res, m.in
		return nil
	}
	if isFinished(m.err) {
		say, t := v.env.Say, text.Intake
		return views.Open(dialog.Confirm(v.env, say(t.FinishedTitle), []string{say(t.FinishedBody)}, say(t.FinishedYes), say(t.FinishedNo), anotherOne{}))
	}
	var bad *hall.Error
	if errors.As(m.err, &bad) && bad.Field != "" {
		return v.complain(bad)
	}
	return views.Fail(m.err)
}
