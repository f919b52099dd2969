package store_test

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"
	"testing"

	"sizhen/store/hall"
	"sizhen/store/people"
)

var updateKeys = flag.Bool("update", false, "write the list of stored keys anew: only ever to add lines")

// The numbers under which fields are stored stand in files for years. A field may be added
// under a new number; a number that is listed stays with its field for ever, and the number
// of a field that is given up is never given to another.
func TestStoredKeysAreNeverGivenAnew(t *testing.T) {
	t.Parallel()
	got := map[string]string{}
	seen := map[reflect.Type]bool{}
	for _, v := range []any{hall.Staff{}, hall.Mediator{}, hall.Person{}, hall.Case{}, hall.Consultation{}, hall.Draft{}, hall.SignIn{}, hall.Task{}, hall.Body{},
		hall.Shift{}, hall.DutyMember{}, hall.Leave{}, hall.DutySwap{},
		hall.Pair{}, hall.Org{}, hall.OrgRow{}, hall.Studio{}, hall.Site{}, hall.Member{}, hall.Reminder{}, hall.Entry{}, hall.CaseRow{}, hall.VisitRow{},
		hall.Identity{}, people.Names{}, hall.Order{}, hall.OrderRow{}} {
		listKeys(t, reflect.TypeOf(v), seen, got)
	}
	lines := make([]string, 0, len(got))
	for k, field := range got {
		lines = append(lines, k+" "+field)
	}
	sort.Strings(lines)
	if *updateKeys {
		if err := os.WriteFile("testdata/keys.txt", []byte(strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	b, err := os.ReadFile("testdata/keys.txt")
	if err != nil {
		t.Fatal(err)
	}
	pinned := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		k, field, _ := strings.Cut(line, " ")
		pinned[k] = field
		if now, ok := got[k]; ok && now != field {
			t.Errorf("key %s is %s's, and was given to %s", k, field, now)
		}
	}
	for k, field := range got {
		if pinned[k] == "" {
			t.Errorf("key %s of %s is not listed: run with -update", k, field)
		}
	}
}

// listKeys lists a record's keys and those of the records in it: type.number → field.
func listKeys(t *testing.T, typ reflect.Type, seen map[reflect.Type]bool, out map[string]string) {
	for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
		typ = typ.Elem()
	}
	if typ.Kind() != reflect.Struct || seen[typ] || !strings.HasPrefix(typ.PkgPath(), "sizhen/store/") {
		return
	}
	seen[typ] = true
	listFields(t, typ, typ, seen, out)
}

// listFields lists the fields of a record; those of a struct laid into it without a number are its
// own.
func listFields(t *testing.T, of, typ reflect.Type, seen map[reflect.Type]bool, out map[string]string) {
	for i := range typ.NumField() {
		f := typ.Field(i)
		tag := f.Tag.Get("cbor")
		if tag == "-" {
			continue
		}
		if f.Anonymous && tag == "" {
			listFields(t, of, f.Type, seen, out)
			continue
		}
		number, rest, _ := strings.Cut(tag, ",")
		if number == "" || !strings.Contains(rest, "keyasint") {
			t.Errorf("%s.%s has no number", of.Name(), f.Name)
		}
		key := fmt.Sprintf("%s.%s", of.Name(), number)
		if other, twice := out[key]; twice {
			t.Errorf("%s is given to %s and to %s", key, other, f.Name)
		}
		out[key] = f.Name
		listKeys(t, f.Type, seen, out)
	}
}
