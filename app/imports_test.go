package app_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rooms of the house and what each may open. Imports run one way.
//
//	main → app → views → store;  app → config → store/hall;  store → the concerns → book, hall
//
// The concerns stand in one order, and each may open those before it: staff, people, duty,
// calendar, dispute.
var rooms = []struct {
	room string   // a package, or with /... all below it
	may  []string // of ours
}{
	{"", []string{"app/cli"}},
	{"app/...", []string{"app/...", "views/...", "config", "store/..."}},
	{"config", []string{"store/hall"}},
	{"views", []string{"views/text", "views/kit/theme", "views/kit/cell", "store", "store/hall"}},
	{"views/text", []string{"store", "store/hall", "store/kv", "store/almanac"}},
	{"views/kit/theme", nil},
	{"views/kit/cell", nil},
	{"views/kit/widget", []string{"views/text", "views/kit/theme", "views/kit/cell", "store/hall"}},
	{"views/ledger", []string{"views/text", "views/paper", "store", "store/hall"}},
	{"views/...", []string{"views", "views/ledger", "views/text", "views/kit/...", "views/dispute/ending",
		"views/dispute/facts", "views/dispute/record", "views/dispute/task",
		"views/duty/signin", "views/paper", "store", "store/hall", "store/pinyin", "store/almanac"}},
	{"store/hall", nil},
	{"store/almanac", []string{"store/hall"}},
	{"store/pinyin", nil},
	{"store/kv", nil},
	{"store/book", []string{"store/hall", "store/kv", "store/pinyin"}},
	{"store/kv/...", []string{"store/kv", "store/kv/..."}},
	{"store/seed", []string{"store", "store/hall"}},
	{"store/storetest", []string{"store", "store/hall", "store/kv/kvtest"}},
	{"store/staff", kernel()},
	{"store/people", kernel("store/pinyin", "store/staff")},
	{"store/duty", kernel("store/staff", "store/people")},
	{"store/calendar", kernel("store/staff", "store/people", "store/duty")},
	{"store/dispute", kernel("store/staff", "store/people", "store/duty", "store/calendar")},
	{"store", kernel("store/almanac", "store/kv/bolt", "store/staff", "store/people", "store/duty", "store/calendar", "store/dispute")},
}

// kernel is what every concern stands on, and what else.
func kernel(more ...string) []string {
	return append([]string{"store/hall", "store/book", "store/kv"}, more...)
}

// What the tests of a room may open beside the room itself and what it may open: how they make
// a hall, and how they press keys.
var inTests = []struct {
	room string
	may  []string
}{
	{"app/...", nil},
	{"config", nil},
	{"views/...", []string{"app/apptest", "store", "store/hall", "store/kv", "store/seed", "store/storetest"}},
	{"store/hall", []string{"store/almanac"}},
	{"store/...", []string{"store", "store/storetest", "store/seed", "store/kv/kvtest"}},
}

func fits(pattern, pkg string) bool {
	if base, all := strings.CutSuffix(pattern, "/..."); all {
		return pkg == base || strings.HasPrefix(pkg, base+"/")
	}
	return pattern == pkg
}

// sources walks the module's Go files, those of tests too where they are asked for.
func sources(t *testing.T, tests bool, fn func(pkg, path string, f *ast.File)) {
	t.Helper()
	set := token.NewFileSet()
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && (name == "testdata" || strings.HasPrefix(name, ".") && name != "..") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || !tests && strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		pkg, err := filepath.Rel("..", filepath.Dir(path))
		if pkg == "." {
			pkg = ""
		}
		fn(filepath.ToSlash(pkg), path, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestImportsRunOneWay(t *testing.T) {
	t.Parallel()
	seen := 0
	sources(t, true, func(pkg, path string, f *ast.File) {
		seen++
		test := strings.HasSuffix(path, "_test.go")
		for _, imp := range f.Imports {
			to, _ := strconv.Unquote(imp.Path.Value)
			ours, own := strings.CutPrefix(to, "sizhen/")
			if pkg == "store/hall" && !test && (own || strings.Contains(strings.Split(to, "/")[0], ".")) {
				t.Errorf("%s: store/hall imports %s", path, to)
			}
			if own && !mayImport(pkg, ours) && !(test && mayTestsImport(pkg, ours)) {
				t.Errorf("%s: %q may not import %s", path, pkg, ours)
			}
		}
	})
	if seen < 50 {
		t.Fatalf("only %d files were looked at", seen)
	}
}

func mayImport(pkg, to string) bool {
	for _, r := range rooms {
		if !fits(r.room, pkg) {
			continue
		}
		for _, ok := range r.may {
			if fits(ok, to) {
				return true
			}
		}
		return false
	}
	return false
}

func mayTestsImport(pkg, to string) bool {
	if fits(pkg+"/...", to) { // the package itself, and the screens of a group
		return true
	}
	for _, r := range inTests {
		if fits(r.room, pkg) {
			return slices.ContainsFunc(r.may, func(ok string) bool { return fits(ok, to) })
		}
	}
	return false
}

// Screens and rules are told what time it is, and touch no file, no network, no environment.
func TestScreensAndRulesTouchNothingOutside(t *testing.T) {
	t.Parallel()
	banned := map[string]bool{"os": true, "net": true, "net/http": true, "io/ioutil": true, "os/exec": true, "syscall": true}
	sources(t, false, func(pkg, path string, f *ast.File) {
		if pkg != "store/hall" && !fits("views/...", pkg) {
			return
		}
		for _, imp := range f.Imports {
			if to, _ := strconv.Unquote(imp.Path.Value); banned[to] {
				t.Errorf("%s imports %s", path, to)
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "time" && (s.Sel.Name == "Now" || s.Sel.Name == "Since" || s.Sel.Name == "Sleep") {
					t.Errorf("%s: time.%s", path, s.Sel.Name)
				}
			}
			return true
		})
	})
}
