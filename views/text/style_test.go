package text

import (
	"go/ast"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
)

// leads are the messages that end in a colon, because what they introduce follows on the same paper
// or line; the words of commands are set in columns, and asked with a colon.
var leads = []string{"Next: ", "Notes:", "Still in hand:", "Help:", "{why}. What was left unfinished about it:",
	"The case ends with this; it cannot be taken back. Reason:"}

var (
	blanks = regexp.MustCompile(`[.,;:。，；：、]  |  [.,;:。，；：、]|   `)
	halves = regexp.MustCompile(`\p{Han}[,;:!?()]|[,;:!?()]\p{Han}`)
	yearOf = regexp.MustCompile(`\(\d{4}\)`)
	coined = regexp.MustCompile(`\b(anew|appts?|repr|cty|f-up)\b`)
)

// A message ends in no colon that nothing follows; two blanks part a heading from what it counts and
// stand beside no mark; Chinese has its own marks, and English no abbreviations of ours.
func TestMessagesAreWellSet(t *testing.T) {
	for _, f := range said(t) {
		path := filepath.ToSlash(f.fset.Position(f.file.Pos()).Filename)
		if strings.HasSuffix(path, "text/cli.go") {
			continue
		}
		ast.Inspect(f.file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !isMessage(call) {
				return true
			}
			zh, _ := literal(call.Args[0])
			en, _ := literal(call.Args[1])
			at := f.fset.Position(call.Pos())
			if last := strings.TrimSpace(en); strings.HasSuffix(last, ":") && !slices.Contains(leads, en) {
				t.Errorf("%s: nothing follows the colon: %q", at, en)
			}
			for _, s := range []string{zh, en} {
				if blanks.MatchString(s) && !strings.Contains(s, "__") {
					t.Errorf("%s: blanks where none belong: %q", at, s)
				}
			}
			if halves.MatchString(yearOf.ReplaceAllString(zh, "")) {
				t.Errorf("%s: a mark of the other language: %q", at, zh)
			}
			if coined.MatchString(en) {
				t.Errorf("%s: no word of English: %q", at, en)
			}
			return true
		})
	}
}

// What can be chosen, a field's label, the heading of a line or column and what stands alone in a
// list begins with a capital; the name of a key does not, for it goes on behind the key.
func TestCapitalsFollowOneRule(t *testing.T) {
	files := said(t)
	known := map[string]map[string]string{}
	for _, f := range files {
		dir := filepath.Dir(f.fset.Position(f.file.Pos()).Filename)
		if known[dir] == nil {
			known[dir] = map[string]string{}
		}
		collect(f.file, known[dir])
	}
	seen := 0
	for _, f := range files {
		dir := filepath.Dir(f.fset.Position(f.file.Pos()).Filename)
		if dir == "../text" { // said by the screens, in places that they know
			continue
		}
		words := func(e ast.Expr) (string, bool) { return english(e, known[dir], known["../text"]) }
		check := func(e ast.Expr, capital bool) {
			s, ok := words(e)
			r := []rune(s + " ")[0]
			if !ok || !unicode.IsLetter(r) || r > unicode.MaxASCII || s == "Chinese" {
				return
			}
			if seen++; unicode.IsUpper(r) != capital {
				t.Errorf("%s: %q", f.fset.Position(e.Pos()), s)
			}
		}
		ast.Inspect(f.file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CompositeLit:
				kind := typeName(n.Type)
				for _, el := range n.Elts {
					kv, ok := el.(*ast.KeyValueExpr)
					if !ok {
						continue
					}
					key, _ := kv.Key.(*ast.Ident)
					switch {
					case key == nil:
					case kind == "Action" && key.Name == "Name":
						check(kv.Value, false)
					case kind == "Item" && key.Name == "Name", key.Name == "Title", key.Name == "Head", key.Name == "None", key.Name == "Empty":
						check(kv.Value, true)
					}
				}
			case *ast.CallExpr:
				sel, ok := n.Fun.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				x, _ := sel.X.(*ast.Ident)
				switch {
				case x == nil:
				case x.Name == "d" && len(n.Args) == 2 && slices.Contains([]string{"Say", "Add", "Section"}, sel.Sel.Name):
					check(n.Args[0], true)
				case x.Name == "form" && len(n.Args) > 2:
					check(n.Args[1], true)
				}
			}
			return true
		})
	}
	if seen < 500 {
		t.Errorf("only %d places were looked at", seen)
	}
}

// typeName is what a composite literal is of, without its package and parameters.
func typeName(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	case *ast.IndexExpr:
		return typeName(e.X)
	case *ast.ArrayType:
		return ""
	}
	return ""
}

// collect reads the English of the messages that a package names: by their variable, or by variable
// and field where several stand in one.
func collect(file *ast.File, into map[string]string) {
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range gen.Specs {
			v, ok := s.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for i, e := range v.Values {
				if i >= len(v.Names) {
					break
				}
				if s, ok := english(e, nil, nil); ok {
					into[v.Names[i].Name] = s
				}
				lit, ok := e.(*ast.CompositeLit)
				if !ok {
					continue
				}
				for _, el := range lit.Elts {
					kv, ok := el.(*ast.KeyValueExpr)
					if !ok {
						continue
					}
					if key, ok := kv.Key.(*ast.Ident); ok {
						if s, ok := english(kv.Value, nil, nil); ok {
							into[v.Names[i].Name+"."+key.Name] = s
						}
					}
				}
			}
		}
	}
}

// english is what an expression says, where it is a message or the name of one.
func english(e ast.Expr, own, text map[string]string) (string, bool) {
	switch e := e.(type) {
	case *ast.CallExpr:
		if isMessage(e) {
			return literal(e.Args[1])
		}
	case *ast.Ident:
		s, ok := own[e.Name]
		return s, ok
	case *ast.SelectorExpr:
		switch x := e.X.(type) {
		case *ast.Ident:
			if x.Name == "text" {
				s, ok := text[e.Sel.Name]
				return s, ok
			}
			s, ok := own[x.Name+"."+e.Sel.Name]
			return s, ok
		case *ast.SelectorExpr:
			if p, ok := x.X.(*ast.Ident); ok && p.Name == "text" {
				s, ok := text[x.Sel.Name+"."+e.Sel.Name]
				return s, ok
			}
		}
	}
	return "", false
}
