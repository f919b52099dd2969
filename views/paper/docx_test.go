package paper_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"sizhen/views/paper"
)

// readDoc takes a document apart as a word processor does: the text, a line a paragraph, and
// the number of cells of each table row.
func readDoc(t *testing.T, b []byte) (lines []string, cells []int, doc string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	var line strings.Builder
	for d, in := xml.NewDecoder(bytes.NewReader(raw)), ""; ; {
		tok, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			in = tok.Name.Local
			switch in {
			case "tr":
				cells = append(cells, 0)
			case "tc":
				cells[len(cells)-1]++
			case "br":
				line.WriteString("\n")
			}
		case xml.CharData:
			if in == "t" {
				line.Write(tok)
			}
		case xml.EndElement:
			in = ""
			if tok.Name.Local == "p" {
				lines = append(lines, line.String())
				line.Reset()
			}
		}
	}
	return lines, cells, string(raw)
}

func TestADocumentIsReadBack(t *testing.T) {
	var d paper.Doc
	d.Landscape = true
	d.Title("值班表 <2026年11月> & 𠮷")
	d.Line("百官街道", paper.Centre)
	d.Table([]int{1, 2, 1}, []string{"日期", "值班人", "电话"}, [][]string{{"11月24日 周二", "陈芳\n徐建国"}, {"11月25日 周三", "俞芳", "—"}})
	var b bytes.Buffer
	n, err := d.WriteTo(&b)
	if err != nil || n != int64(b.Len()) {
		t.Fatal(n, b.Len(), err)
	}
	lines, cells, doc := readDoc(t, b.Bytes())
	if got := strings.Join(lines, "|"); got != "值班表 <2026年11月> & 𠮷|百官街道|日期|值班人|电话|11月24日 周二|陈芳\n徐建国||11月25日 周三|俞芳|—|" {
		t.Errorf("%q", got)
	}
	for _, n := range cells {
		if n != 3 {
			t.Errorf("rows have %v cells", cells)
			break
		}
	}
	// The parts of a table stand in the schema's order (ECMA-376 17.4.59): Word refuses others.
	last := 0
	for _, part := range []string{"<w:tblW ", "<w:tblBorders>", "<w:tblLayout ", "<w:tblCellMar>", "<w:tblGrid>"} {
		at := strings.Index(doc, part)
		if at < last {
			t.Errorf("%s stands at %d, before %d", part, at, last)
		}
		last = at
	}
	for _, want := range []string{`w:orient="landscape"`, `w:eastAsia="仿宋"`, `<w:tblHeader/>`} {
		if !strings.Contains(doc, want) {
			t.Errorf("%s is missing", want)
		}
	}
}

func TestTheSameDocumentIsTheSameFile(t *testing.T) {
	made := func() []byte {
		var d paper.Doc
		d.Title("名册")
		var b bytes.Buffer
		if _, err := d.WriteTo(&b); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	if !bytes.Equal(made(), made()) {
		t.Error("two files differ")
	}
}
