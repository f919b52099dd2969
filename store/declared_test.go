package store_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sizhen/store/book"
	"sizhen/store/kv"
	"sizhen/store/kv/bolt"
	"sizhen/store/seed"
	"sizhen/store/storetest"
)

// The drawing of what is kept stands in a file, so that no table, key or index changes unseen.
func TestTheSchemaIsAsDrawn(t *testing.T) {
	t.Parallel()
	got := book.All.Drawing()
	if *updateKeys {
		if err := os.WriteFile("testdata/schema.txt", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/schema.txt")
	if err != nil || got != string(want) {
		t.Errorf("the schema is not what testdata/schema.txt draws (%v); run with -update and read what changed:\n%s", err, got)
	}
}

// Every table that a filled hall's file holds is declared, and check names one that is not.
func TestEveryTableIsDeclared(t *testing.T) {
	t.Parallel()
	h := storetest.New(t)
	if err := seed.Fill(ctx, h.Store, seed.Options{Cases: 20, Mediators: 12, Orgs: 8, Years: 1, RNG: 3, Now: h.Now()}); err != nil {
		t.Fatal(err)
	}
	if err := seed.Today(ctx, h.Store, h.Boss, seed.Options{RNG: 3}); err != nil {
		t.Fatal(err)
	}
	_ = h.Close()
	e := must[*bolt.Engine](t)(bolt.Open(h.Path, bolt.Options{MustExist: true}))
	var held []kv.Table
	err := e.Read(ctx, func(r kv.Reader) (err error) {
		held, err = r.Tables()
		return err
	})
	if err != nil || len(held) < 40 {
		t.Fatalf("%d tables, %v", len(held), err)
	}
	declared := book.All.Tables()
	for _, table := range held {
		if !declared[table] {
			t.Errorf("table %s is not declared", table)
		}
	}
	if err := e.Close(); err != nil {
		t.Fatal(err)
	}
	h.Store = reopened(t, h)
}

// What a write's function assigns is its own: it may be run again.
func TestWritesAssignNothingOutside(t *testing.T) {
	t.Parallel()
	names, _ := filepath.Glob("*.go")
	for _, concern := range []string{"staff", "people", "duty", "calendar", "dispute"} {
		more, _ := filepath.Glob(filepath.Join(concern, "*.go"))
		names = append(names, more...)
	}
	seen := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") || name == "bulk.go" { // a bulk puts back what it was given
			continue
		}
		set := token.NewFileSet()
		f, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.FuncLit)
			if !ok || !takesTx(lit) {
				return true
			}
			seen++
			ast.Inspect(lit.Body, func(n ast.Node) bool {
				as, ok := n.(*ast.AssignStmt)
				if !ok || as.Tok == token.DEFINE {
					return true
				}
				for _, l := range as.Lhs {
					if id := root(l); id != nil && id.Obj != nil && id.Obj.Kind == ast.Var && outside(id.Obj.Pos(), lit) {
						t.Errorf("%s: %s is assigned from within a write", set.Position(as.Pos()), id.Name)
					}
				}
				return true
			})
			return true
		})
	}
	if seen < 80 {
		t.Fatalf("only %d writes were looked at", seen)
	}
}

// takesTx reports whether a function is run in a write transaction.
func takesTx(lit *ast.FuncLit) bool {
	p := lit.Type.Params.List
	if len(p) == 0 {
		return false
	}
	star, ok := p[0].Type.(*ast.StarExpr)
	if !ok {
		return false
	}
	sel, ok := star.X.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "Tx"
}

func root(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return root(e.X)
	case *ast.IndexExpr:
		return root(e.X)
	}
	return nil // through a pointer: what it points to is looked at by running every write twice
}

func outside(p token.Pos, lit *ast.FuncLit) bool { return p < lit.Pos() || p > lit.End() }
