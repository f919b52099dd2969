package book

import "sizhen/store/hall"

// forms finds the unfinished form of a name on a case or a consultation.
var forms = &Index{Table: "by.form", Key: "form 0 CaseID ConsultationID DraftID"}

// Drafts are unfinished forms. They are kept at every field and belong to no line of the
// journal: what counts is what comes of them. A write removes the draft of the form it came
// from (Desk.From); there is no other way to drop one but discarding it.
var Drafts = Declare(Kind[hall.DraftID, hall.Draft]{
	Table: hall.OfDraft, Letter: 'd', Key: "DraftID", Holds: "hall.Draft", Unsigned: true,
	Of: func(d *hall.Draft) (*hall.DraftID, *uint64) { return &d.ID, &d.Rev },
	Lists: []List[hall.Draft]{{forms, func(d *hall.Draft, l *Lines) {
		if d.Form != "" {
			l.Add(FormKey(d.Form, d.Case, d.Consultation).ID(uint64(d.ID)), nil)
		}
	}}},
})

// FormKey is where the drafts of a form on a case or a consultation stand.
func FormKey(form string, c hall.CaseID, v hall.ConsultationID) Path {
	return Key().Text(form).End().ID(uint64(c)).ID(uint64(v))
}

// FormsTable is the index of drafts by form.
const FormsTable = "by.form"

// DropDraft removes a draft that was completed or thrown away; 0 and one already gone are fine.
func (t *Tx) DropDraft(id hall.DraftID) error {
	if id == 0 {
		return nil
	}
	d, err := Drafts.Get(t, id)
	if Is(err, hall.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return Drafts.Remove(t, &d)
}
