package cli

import (
	"encoding/json"
	"io"
	"time"

	"sizhen/store/hall"
)

// jsonCases writes a JSON object a line, for programs: codes and plain numbers.
type jsonCases struct{ enc *json.Encoder }

func newJSON(out io.Writer) *jsonCases {
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return &jsonCases{enc}
}

type jsonCase struct {
	ID           uint64         `json:"id"`
	Number       string         `json:"number"`
	State        string         `json:"state"`
	Type         string         `json:"type"`
	Source       string         `json:"source"`
	Registered   string         `json:"registered"`
	Accepted     string         `json:"accepted,omitempty"`
	Deadline     string         `json:"deadline,omitempty"`
	Closed       string         `json:"closed,omitempty"`
	Applicants   []jsonParty    `json:"applicants,omitempty"`
	Respondents  []jsonParty    `json:"respondents,omitempty"`
	Subject      string         `json:"subject,omitempty"`
	Facts        string         `json:"facts,omitempty"`
	Requests     string         `json:"requests,omitempty"`
	AmountFen    int64          `json:"amount_fen"`
	Mediators    []string       `json:"mediators,omitempty"`
	Sessions     int            `json:"sessions"`
	Agreement    *jsonAgreement `json:"agreement,omitempty"`
	Confidential bool           `json:"confidential"`
}

type jsonParty struct {
	Name  string `json:"name"`
	Doc   string `json:"document,omitempty"`
	Phone string `json:"phone,omitempty"`
}

type jsonAgreement struct {
	Written   bool   `json:"written"`
	Made      string `json:"made"`
	Effective string `json:"effective,omitempty"`
	Terms     string `json:"terms,omitempty"`
	AmountFen int64  `json:"amount_fen"`
	Performed string `json:"performed,omitempty"`
}

func (w *jsonCases) head() error  { return nil }
func (w *jsonCases) flush() error { return nil }

func (w *jsonCases) write(c hall.Case) error {
	out := jsonCase{
		ID: uint64(c.ID), Number: c.Number, State: stateCode(c.State), Type: c.Type, Source: sourceCode(c.Source),
		Registered: c.Registered.Format(time.RFC3339), Accepted: c.Accepted.String(), Deadline: c.Deadline.String(), Closed: c.Closed.String(),
		Applicants: jsonParties(c.Of(hall.Applicant)), Respondents: jsonParties(c.Of(hall.Respondent)),
		Subject: c.Subject, Facts: c.Facts, Requests: c.Requests, AmountFen: c.Amount, Sessions: c.Sessions, Confidential: c.Confidential,
	}
	for _, m := range c.Mediators() {
		out.Mediators = append(out.Mediators, m.Name)
	}
	if a := c.Agreement; a != nil {
		out.Agreement = &jsonAgreement{a.Written, a.Made.String(), a.Effective().String(), a.Terms, a.Amount, a.Performed.String()}
	}
	return w.enc.Encode(out)
}

// The codes below stay as they are whatever the screens come to say: programs read them.

func stateCode(s hall.State) string {
	return [...]string{"registered", "refused", "accepted", "mediating", "paused", "agreed", "performing", "performed", "failed",
		"terminated", "withdrawn", "transferred", "filed"}[s]
}

func sourceCode(s hall.Source) string { return [...]string{"application", "unasked", "entrusted"}[s] }

func jsonParties(list []hall.Party) []jsonParty {
	var out []jsonParty
	for _, p := range list {
		out = append(out, jsonParty{p.Details.Name, p.Details.DocNumber, p.Details.Phone})
	}
	return out
}
