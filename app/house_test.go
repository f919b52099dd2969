package app_test

import (
	"bufio"
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// A command of a screen ends with its page: it gets its context from whoever runs it. Forms are made
// by the kit, which keeps what is typed. What opens over a screen is a view of its own that the
// program takes away again: none has modes to go back from.
func TestScreensKeepToTheKit(t *testing.T) {
	t.Parallel()
	seen := 0
	sources(t, false, func(pkg, path string, f *ast.File) {
		if !fits("views/...", pkg) {
			return
		}
		seen++
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Recv != nil && n.Name.Name == "Back" {
					t.Errorf("%s: a view with a Back", path)
				}
			case *ast.SelectorExpr:
				x, ok := n.X.(*ast.Ident)
				switch {
				case !ok:
				case x.Name == "context" && (n.Sel.Name == "Background" || n.Sel.Name == "TODO") && pkg != "views": // there it stands for a page without an end
					t.Errorf("%s: context.%s", path, n.Sel.Name)
				case x.Name == "widget" && n.Sel.Name == "NewForm" && !fits("views/kit/...", pkg):
					t.Errorf("%s: a form that the kit does not make", path)
				}
			}
			return true
		})
	})
	if seen < 50 {
		t.Fatalf("only %d files were looked at", seen)
	}
}

// longest is how many characters a line has at most.
const longest = 160

func TestLinesAreShortEnoughToRead(t *testing.T) {
	t.Parallel()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		name := ""
		if d != nil {
			name = d.Name()
		}
		switch {
		case err != nil:
			return err
		case d.IsDir() && (name == "testdata" || strings.HasPrefix(name, ".") && name != ".."):
			return filepath.SkipDir
		case d.IsDir() || !strings.HasSuffix(name, ".go"):
			return nil
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		for in, n := bufio.NewScanner(f), 1; in.Scan(); n++ {
			if w := utf8.RuneCount(in.Bytes()); w > longest {
				t.Errorf("%s:%d has %d characters", path, n, w)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
