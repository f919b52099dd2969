package theme

// Marks are the drawn signs, each one cell wide.
type Marks struct {
	Cursor, Rule, Bar, Dot, More         string
	TopLeft, TopRight, BotLeft, BotRight string
	Open, Done                           string // an empty and a filled sign
	Thick, Dashed                        string // the left side of a joint consultation, of a follow-up
	Now                                  string // across the calendar, where the day has come to
	Full                                 string // a bar's cells
	Down, Up                             string // there is more below, or above
	Spark                                []string
}

func marks(plain bool) Marks {
	if plain {
		return Marks{
			Cursor: ">", Rule: "-", Bar: "|", Dot: "-", More: "~", TopLeft: "+", TopRight: "+", BotLeft: "+", BotRight: "+", Open: "o", Done: "*",
			Thick: "#", Dashed: ":", Now: "=", Full: "#", Down: "v", Up: "^",
		}
	}
	return Marks{
		Cursor: "▸", Rule: "─", Bar: "│", Dot: "·", More: "…", TopLeft: "╭", TopRight: "╮", BotLeft: "╰", BotRight: "╯", Open: "○", Done: "●",
		Thick: "┃", Dashed: "┆", Now: "━", Full: "█", Down: "↓", Up: "↑", Spark: []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	}
}
