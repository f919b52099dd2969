package text

import (
	"go/ast"
	"go/token"
	"go/types"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// Nothing at package level in the views or the rules ever changes: no variable there is
// assigned, counted up, emptied or pointed to outside its declaration.
func TestPackageVariablesNeverChange(t *testing.T) {
	dirs := 0
	for _, root := range []string{"..", "../../store/hall"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.IsDir() {
				return err
			}
			if d.Name() == "testdata" {
				return fs.SkipDir
			}
			dirs++
			s := read(t, path)
			for _, f := range s.files {
				for _, at := range changes(s, f) {
					t.Errorf("%s", at)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if dirs < 3 {
		t.Errorf("only %d packages were looked at", dirs)
	}
}

// changes lists where a file changes, or could let others change, a package-level variable.
func changes(s source, f *ast.File) []string {
	var out []string
	found := func(e ast.Expr, how string) {
		if name := packageVar(s, e); name != "" {
			out = append(out, s.fset.Position(e.Pos()).String()+": "+name+" is "+how)
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, e := range n.Lhs {
				found(e, "assigned")
			}
		case *ast.IncDecStmt:
			found(n.X, "counted")
		case *ast.RangeStmt:
			if n.Tok == token.ASSIGN {
				found(n.Key, "assigned")
				found(n.Value, "assigned")
			}
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				found(n.X, "pointed to")
			}
		case *ast.CallExpr:
			if id, ok := n.Fun.(*ast.Ident); ok && len(n.Args) > 0 && (id.Name == "delete" || id.Name == "clear" || id.Name == "copy") {
				found(n.Args[0], "changed")
			}
		case *ast.GenDecl:
			out = append(out, locks(s, n)...)
		}
		return true
	})
	return out
}

// locks finds package-level variables made to change: from sync and sync/atomic.
func locks(s source, d *ast.GenDecl) []string {
	var out []string
	for _, spec := range d.Specs {
		v, ok := spec.(*ast.ValueSpec)
		if !ok || d.Tok != token.VAR || len(v.Names) == 0 || s.info.Defs[v.Names[0]] == nil || s.info.Defs[v.Names[0]].Parent() != s.pkg.Scope() {
			continue
		}
		if sel, ok := v.Type.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && (id.Name == "sync" || id.Name == "atomic") {
				out = append(out, s.fset.Position(v.Pos()).String()+": "+v.Names[0].Name+" is made to change")
			}
		}
	}
	return out
}

// packageVar is the package-level variable an expression reaches into, if any.
func packageVar(s source, e ast.Expr) string {
	for e != nil {
		switch x := e.(type) {
		case *ast.ParenExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.SliceExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.Ident:
			if v, ok := s.info.Uses[x].(*types.Var); ok && v.Parent() == s.pkg.Scope() {
				return v.Name()
			}
			return ""
		default:
			return ""
		}
	}
	return ""
}

func TestTheRuleSeesChanges(t *testing.T) {
	s := read(t, "testdata/changing")
	var all []string
	for _, f := range s.files {
		all = append(all, changes(s, f)...)
	}
	got := strings.Join(all, "\n")
	for _, want := range []string{"total is counted", "words is assigned", "words is changed", "words is pointed to", "once is made to change",
		"place is assigned"} {
		if !strings.Contains(got, want) {
			t.Errorf("the rule does not see that %s:\n%s", want, got)
		}
	}
	if strings.Contains(got, "local") || len(all) != 6 {
		t.Errorf("the rule sees too much:\n%s", got)
	}
}
