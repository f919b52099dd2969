package form

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"sizhen/store/hall"
	"sizhen/views"
	"sizhen/views/text"
)

// Spec declares a form over a record R. A small question is a form over a struct of its own.
type Spec[R any] struct {
	Title  text.Message
	Head   func(R) text.Message // the title once the record is read, where it names that; nil: Title
	Rule   text.Message         // said above the fields: a rule of law, whom it is about
	Fields []*Field[R]
	Steps  []Step[R] // the form in parts; Fields is empty then
	Start  R         // what the form begins with: what it holds is proposed, and typing replaces it
	Focus  string    // the field in which the cursor begins; empty: the first
	// Read reads the record that is changed, when the form is opened and again when somebody
	// changed it meanwhile. Nil: the form begins with Start.
	Read func(context.Context, views.Session) (R, error)
	Edit bool // an existing record is changed: what it holds is an answer, zero values too
	// Keep says as what the words are kept; a zero value keeps none.
	Keep Keep[R]
	// Check says what is wrong with the record as it stands; its field is where that is said.
	Check func(views.Session, R) *hall.Error
	// Save writes the record and takes the draft away with it, and gives back what was saved.
	Save func(ctx context.Context, s views.Session, draft hall.DraftID, r R) (R, error)
	// Preview is a view of what would come of it, shown before it is saved: it answers with
	// Accepted{} or Refused{}, or with nil to go on writing. Nil: there is none.
	Preview func(R) views.View
	// Confirm asks before what cannot be undone. Nil, or nil from it: nothing is asked.
	Confirm func(R) *Question
	// Ask is Confirm of what has to be read first: it is said as it stands then.
	Ask   func(context.Context, views.Session, R) (*Question, error)
	Below func(s views.Session, r R, w int) []string // what follows from the answers, below the fields
	// Clashes has what collides with a time shown below the fields while it is typed: key tells
	// one time from another, empty where none can be read yet; find looks. Nil: nothing collides.
	Clashes func(R) (key string, find func(context.Context, views.Session) ([]hall.Clash, error))
	// Refused has an answer of its own for some refusals, as another question; save writes the
	// record as it is then. Nil, or nil from it: the refusal is said.
	Refused func(r R, why *hall.Error, all []hall.Clash, save func(R) tea.Cmd) tea.Cmd
	// Same is what is saved where it is said that what is on file under a like name is meant
	// (hall.AskAbout); nil: Look opens that over the form.
	Same func(*R, hall.Namesake)
	Look func(hall.Namesake) tea.Cmd
	// Barred has an answer of its own for some records that cannot be written about now; it closes the
	// form. Nil, or nil from it: the reason is said.
	Barred func(*hall.Error) tea.Cmd
	// Watch looks up what follows from what stands in the form, when a field is left: key tells one
	// state from another. What is found changes the record; Below shows it.
	Watch  func(R) (key string, find func(context.Context, views.Session) (func(*R), error))
	From   string                // the field the cursor stands in at first; empty: the first one
	Stays  bool                  // it is a screen of its own: once it is saved or discarded it begins anew
	Opened func() tea.Cmd        // comes once a draft is gone on with
	Keys   func() []views.Action // keys besides a form's own
	Done   func(R) text.Message  // what is said once it is saved
	// Then comes once it is saved. Nil: the form closes and the view below hears Saved[R].
	Then func(R) tea.Cmd
	Yes  text.Message // what Ctrl-S is called; zero: save
}

// Keep says as what a form's words are kept.
type Keep[R any] struct {
	Kind hall.DraftKind
	Form string // names the draft: one for each thing that is written about; empty: nothing is kept
	// Offer leaves the form empty when there is a draft, and offers it in a line with a key of
	// its own: for what is new. Without it the draft is gone on with at once.
	Offer bool
	From  hall.Draft   // the draft to go on with; zero: the one of the name
	ID    hall.DraftID // or its number
	// Many keeps a draft of each form that is opened: those of the kind are offered.
	Many bool
	// Put and Get keep what stands in no field with the draft, and take it up again. Get may
	// rename the fields of older drafts.
	Put func(R, *hall.Draft)
	Get func(*hall.Draft, *R)
	// Into hands the words to the form below, which keeps them among its own.
	Into  func(hall.Draft) tea.Cmd
	Below interface {
		Kept(tea.Msg) (tea.Cmd, bool)
	}
	Case    hall.CaseID
	Visit   hall.ConsultationID
	Private bool                 // nobody else goes on with it
	Title   func(R) text.Message // what the draft is called; nil or empty: as the form
}

// Question is asked before something is done.
type Question struct {
	Title text.Message
	Body  []text.Message
	Yes   text.Message
}
