package paper

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"sizhen/views/kit/widget"
)

// Doc is a document for a word processor (DOCX, ECMA-376): a title, paragraphs and tables,
// set in the faces of official papers (仿宋, 黑体). Its zero value is an empty upright page.
type Doc struct {
	Landscape bool
	body      strings.Builder
}

// Align is how a line of a document stands.
type Align string

// The ways a line may stand, in the words that every word processor knows.
const (
	Start  Align = "left"
	Centre Align = "center"
	End    Align = "right"
)

// Sizes in half points: what Chinese offices call 二号, 三号, 小四 and 五号.
const (
	sizeTitle = 44
	sizeBody  = 32
	sizeTable = 24
	sizeSmall = 21
	sizeMost  = 56 // of what is read from a distance
)

const (
	faceTitle = "黑体"
	faceBody  = "仿宋"
)

// Title writes a heading over the page's width.
func (d *Doc) Title(s string) { d.para(s, Centre, sizeTitle, faceTitle, true) }

// Line writes a paragraph; an empty one leaves a line.
func (d *Doc) Line(s string, a Align) { d.para(s, a, sizeBody, faceBody, false) }

// Small writes a paragraph in a small face: a note under a table.
func (d *Doc) Small(s string) { d.para(s, Start, sizeSmall, faceBody, false) }

func (d *Doc) para(s string, a Align, size int, face string, bold bool) {
	fmt.Fprintf(&d.body, `<w:p><w:pPr><w:jc w:val="%s"/></w:pPr>`, a)
	d.run(s, size, face, bold)
	d.body.WriteString(`</w:p>`)
}

// run writes text; a line feed in it breaks the line.
func (d *Doc) run(s string, size int, face string, bold bool) {
	strong := ""
	if bold {
		strong = "<w:b/>"
	}
	fmt.Fprintf(&d.body, `<w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="%s"/>`+
		`%s<w:sz w:val="%d"/><w:szCs w:val="%d"/></w:rPr>`, face, strong, size, size)
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			d.body.WriteString(`<w:br/>`)
		}
		d.body.WriteString(`<w:t xml:space="preserve">`)
		// The only error is the writer's, and a Builder has none.
		_ = xml.EscapeText(&d.body, []byte(line))
		d.body.WriteString(`</w:t>`)
	}
	d.body.WriteString(`</w:r>`)
}

// Table writes a table with a heading that repeats on every page. Widths are shares of the
// page's width; a row shorter than the heading is filled up with empty cells.
func (d *Doc) Table(widths []int, head []string, rows [][]string) {
	d.table(widths, head, rows, look{size: sizeTable})
}

// look is how a table is set: the size of its type, in half points, and how high its rows are at
// least, in twentieths of a point; 0: as high as their words.
type look struct{ size, high int }

// Fill writes a table that takes what a page has left, but for so many twentieths of a point: its rows
// are equally high, and its type is as large as they hold, to be read from a distance.
func (d *Doc) Fill(widths []int, head []string, rows [][]string, but int) {
	at := look{size: sizeMost, high: (d.height() - but) / max(len(rows), 1)}
	for at.size > sizeSmall && !at.holds(d.width(), widths, rows) {
		at.size--
	}
	d.table(widths, head, rows, at)
}

// holds reports whether every cell's words find room in a row. A wide character is as wide as the type
// is high, and a line is a third higher.
func (l look) holds(page int, widths []int, rows [][]string) bool {
	total := 0
	for _, w := range widths {
		total += w
	}
	for _, r := range rows {
		for i, cell := range r {
			room, lines := (page*widths[i]/total-2*cellMargin)/(l.size*5), 0 // in half a wide character's width
			for _, s := range strings.Split(cell, "\n") {
				lines += 1 + max(widget.Width(s)-1, 0)/max(room, 1)
			}
			if lines*l.size*10*4/3 > l.high {
				return false
			}
		}
	}
	return true
}

func (d *Doc) table(widths []int, head []string, rows [][]string, look look) {
	page, total := d.width(), 0
	for _, w := range widths {
		total += w
	}
	d.body.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + fmt.Sprint(page) + `" w:type="dxa"/><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		d.body.WriteString(`<w:` + side + ` w:val="single" w:sz="6" w:space="0" w:color="000000"/>`)
	}
	d.body.WriteString(`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>` +
		fmt.Sprintf(`<w:left w:w="%d" w:type="dxa"/><w:right w:w="%[1]d" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`, cellMargin))
	cells := make([]int, len(widths))
	for i, w := range widths {
		cells[i] = page * w / max(total, 1)
		fmt.Fprintf(&d.body, `<w:gridCol w:w="%d"/>`, cells[i])
	}
	d.body.WriteString(`</w:tblGrid>`)
	if len(head) > 0 {
		d.row(cells, head, true, look)
	}
	for _, r := range rows {
		d.row(cells, r, false, look)
	}
	d.body.WriteString(`</w:tbl><w:p/>`) // a table must not be the last thing on a page
}

func (d *Doc) row(widths []int, cells []string, head bool, look look) {
	d.body.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
	if !head && look.high > 0 {
		fmt.Fprintf(&d.body, `<w:trHeight w:val="%d" w:hRule="atLeast"/>`, look.high)
	}
	if head {
		d.body.WriteString(`<w:tblHeader/>`)
	}
	d.body.WriteString(`</w:trPr>`)
	for i, w := range widths {
		s := ""
		if i < len(cells) {
			s = cells[i]
		}
		align, face := Start, faceBody
		if head {
			align, face = Centre, faceTitle
		}
		fmt.Fprintf(&d.body, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>`, w)
		d.para(s, align, look.size, face, false)
		d.body.WriteString(`</w:tc>`)
	}
	d.body.WriteString(`</w:tr>`)
}

// A4 in twentieths of a point, with the margins of official papers.
const (
	a4Short, a4Long = 11906, 16838
	margin          = 1134
	cellMargin      = 60
)

func (d *Doc) width() int {
	if d.Landscape {
		return a4Long - 2*margin
	}
	return a4Short - 2*margin
}

func (d *Doc) height() int {
	if d.Landscape {
		return a4Short - 2*margin
	}
	return a4Long - 2*margin
}

// WriteTo writes the document's file. The same document makes the same bytes.
func (d *Doc) WriteTo(w io.Writer) (int64, error) {
	n := &counter{w: w}
	z := zip.NewWriter(n)
	wide, high, orient := a4Short, a4Long, ""
	if d.Landscape {
		wide, high, orient = a4Long, a4Short, ` w:orient="landscape"`
	}
	page := fmt.Sprintf(`<w:sectPr><w:pgSz w:w="%d" w:h="%d"%s/>`+
		`<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`,
		wide, high, orient, margin, margin, margin, margin)
	for _, part := range []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", rootRels},
		{"word/document.xml", documentHead + d.body.String() + page + `</w:body></w:document>`},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err == nil {
			_, err = io.WriteString(f, xml.Header+part.text)
		}
		if err != nil {
			return n.n, fmt.Errorf("write a document: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return n.n, fmt.Errorf("write a document: %w", err)
	}
	return n.n, nil
}

type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}

const (
	contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	rootRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	documentHead = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
)
