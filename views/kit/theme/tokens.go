package theme

// token is a colour by what it is for. The table below gives each its value at every depth.
type token uint8

const (
	ground token = iota // behind everything
	raised              // the footer, a detail pane
	dialog              // behind a dialog
	shadow              // beside and below it
	dimmed              // the body that a dialog covers
	faint               // rules: nothing that must be read
	edge                // a dialog's border
	ink
	muted  // units, captions, the past
	holder // a placeholder; why something cannot be done
	band   // the top line
	bandInk
	bandMuted
	accent // the glaze: where somebody is
	soft   // the next step; today
	capital
	capInk
	sel // the row under the cursor
	selInk
	selMuted
	field
	focus  // the field being typed in
	danger // late, wrong
	solid  // urgent, at risk: nothing else
	solidInk
	dangerSoft
	dangerInk
	warnSoft
	warnInk
	okSoft
	okInk
	plumSoft
	plumInk
	block // something in the calendar
	block2
	bar
	barPast
	heat1
	heat2
	heat3
	heat4
	heat5
	tokens
)

// own leaves a colour to the terminal: its own ground or its own ink.
const own = -1

// The sixteen colours, by their places in the terminal's table.
const (
	red = 1 + iota
	green
	yellow
	blue
	magenta
	cyan
	_
	brightBlack
	brightRed
	brightWhite = 15
)

// shade is a colour at every depth: in 24 bits, in the 256 and in the 16 colours of a terminal.
type shade struct {
	rgb     uint32
	indexed uint8
	ansi    int8
}

// entry is a token on a dark and on a light ground.
type entry struct {
	dark, light               uint32
	indexedDark, indexedLight uint8
	ansiDark, ansiLight       int8
}

// celadon is the palette: the glaze of Shangyu on paper, cinnabar for what is urgent or late.
var celadon = [tokens]entry{
	ground:     {0x14181b, 0xfbf9f2, 234, 231, own, own},
	raised:     {0x20272b, 0xf1ede0, 235, 255, own, own},
	dialog:     {0x283136, 0xffffff, 236, 231, own, own},
	shadow:     {0x090b0c, 0xe3decf, 232, 253, own, own},
	dimmed:     {0x6b7477, 0x9a978b, 243, 247, brightBlack, brightBlack},
	faint:      {0x3b464b, 0xcbc6b6, 238, 251, brightBlack, brightBlack},
	edge:       {0x5a6a6e, 0x8f8b7c, 242, 245, brightBlack, brightBlack},
	ink:        {0xe8e6df, 0x1e2322, 254, 234, own, own},
	muted:      {0xb8bfbb, 0x434b49, 251, 238, own, own},
	holder:     {0xb8bfbb, 0x454d4a, 252, 239, own, own},
	band:       {0x1f4a48, 0x1f5652, 23, 23, blue, blue},
	bandInk:    {0xf4f8f6, 0xffffff, 231, 231, brightWhite, brightWhite},
	bandMuted:  {0xcfe3dd, 0xe0f0ea, 231, 231, brightWhite, brightWhite},
	accent:     {0x7ed3c1, 0x0e6b63, 116, 23, cyan, blue},
	soft:       {0x18302f, 0xddede6, 236, 254, own, own},
	capital:    {0x313d42, 0xdfdac8, 238, 253, own, own},
	capInk:     {0xa6e6d8, 0x0b554f, 158, 23, cyan, blue},
	sel:        {0x24524f, 0xcbe4da, 23, 152, own, own},
	selInk:     {0xffffff, 0x0c2422, 231, 233, own, own},
	selMuted:   {0xdbe9e4, 0x24403c, 231, 235, own, own},
	field:      {0x1e2529, 0xf2eee1, 235, 255, own, own},
	focus:      {0x233035, 0xffffff, 237, 231, own, own},
	danger:     {0xffb1a5, 0x8f1c14, 224, 88, brightRed, red},
	solid:      {0x9e2a20, 0x9e2a20, 124, 124, red, red},
	solidInk:   {0xffffff, 0xffffff, 231, 231, brightWhite, brightWhite},
	dangerSoft: {0x43211f, 0xf9dfda, 52, 224, own, own},
	dangerInk:  {0xffb3a8, 0x8a1a13, 217, 88, brightRed, red},
	warnSoft:   {0x3d3118, 0xfae6b8, 237, 230, own, own},
	warnInk:    {0xf3cf86, 0x6a4000, 222, 237, yellow, own},
	okSoft:     {0x20351f, 0xdcefd2, 237, 194, own, own},
	okInk:      {0xb4dfa3, 0x24531a, 151, 22, green, own},
	plumSoft:   {0x352a45, 0xe9def5, 237, 255, own, own},
	plumInk:    {0xdcc6f4, 0x522e7d, 225, 54, magenta, own},
	block:      {0x2c383d, 0xe6e1d1, 236, 254, own, own},
	block2:     {0x3d4b52, 0xd5cfbc, 238, 252, own, own},
	bar:        {0x5fb8a6, 0x2a8577, 73, 30, cyan, blue},
	barPast:    {0x56666b, 0xb4af9d, 241, 249, brightBlack, brightBlack},
	heat1:      {0x1c2c2c, 0xe4eee7, 235, 255, own, own},
	heat2:      {0x1f4a48, 0xb7dccf, 237, 152, own, own},
	heat3:      {0x2c6b64, 0x7fc3b3, 23, 73, own, own},
	heat4:      {0x57ab9d, 0x2a776b, 73, 29, own, own},
	heat5:      {0xa5eadb, 0x0f4f49, 158, 23, own, own},
}

// stark are the colours of high contrast, where they differ: one ground, black or white.
var stark = map[token]entry{
	ground: {0x000000, 0xffffff, 16, 231, own, own},
	dimmed: {0x9a9a9a, 0x6a6a6a, 247, 242, brightBlack, brightBlack},
	ink:    {0xffffff, 0x000000, 231, 16, own, own},
	muted:  {0xdcdcdc, 0x2a2a2a, 253, 235, own, own},
	accent: {0x8ff0dc, 0x004c45, 122, 17, cyan, blue},
	selInk: {0x000000, 0xffffff, 16, 231, own, own},
	danger: {0xffb4a8, 0x8a0f08, 217, 88, brightRed, red},
	solid:  {0xa01810, 0x8a0f08, 88, 88, red, red},

	warnSoft: {0xffd36a, 0x5a3600, 221, 52, own, own},
	okSoft:   {0xa8e08f, 0x1d4a12, 150, 236, own, own},
	plumSoft: {0xdcc6f4, 0x45206e, 183, 54, own, own},
}

// same are tokens that high contrast draws in another's colour.
var same = map[token]token{
	raised: ground, dialog: ground, shadow: ground, soft: ground, capital: ground, field: ground, focus: ground, block: ground, block2: ground,
	faint: muted, edge: muted, holder: muted, barPast: muted, bar: accent, capInk: accent,
	sel: accent, selMuted: selInk, band: accent, bandInk: selInk, bandMuted: selInk, dangerSoft: danger,
	dangerInk: selInk, warnInk: selInk, okInk: selInk, plumInk: selInk,
}

// coloured are the inks that stand on the terminal's own ground where it has sixteen colours: none of those
// can be read on black and on white, so that the terminal's own ink stands in where its ground is not known.
var coloured = []token{accent, capInk, danger, dangerInk, warnInk, okInk, plumInk, bar, faint, edge, barPast}

// palette is every token's colour for one kind of ground.
type palette [tokens]shade

func (e entry) on(light bool) shade {
	if light {
		return shade{e.light, e.indexedLight, e.ansiLight}
	}
	return shade{e.dark, e.indexedDark, e.ansiDark}
}

func paletteOf(o Options) *palette {
	var p palette
	for t, e := range celadon {
		p[t] = e.on(o.Light)
	}
	if o.Unsure {
		for _, t := range coloured {
			p[t].ansi = own
		}
	}
	if !o.Contrast {
		return &p
	}
	for t, e := range stark {
		kept := p[t].ansi // sixteen colours have no high contrast of their own
		p[t] = e.on(o.Light)
		p[t].ansi = kept
	}
	for t, like := range same {
		kept := p[t].ansi
		p[t] = p[like]
		p[t].ansi = kept
	}
	return &p
}
