package cli

import (
	"strings"
	"testing"
)

func TestOrganisationsAreExported(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	made := sizhen(t, "seed", "--data", dir, "--cases", "5", "--orgs", "12", "--now", "2026-11-24T10:14")
	made.says(t, exitDone)
	export := func(args ...string) ran {
		return signed(t, madeWith(t, made), append([]string{"--data", dir, "export", "orgs", "--account", "chenfang"}, args...)...)
	}
	got := export("--format", "csv")
	if lines := strings.Split(strings.TrimSpace(got.out), "\n"); got.code != exitDone || len(lines) != 13 || !strings.HasPrefix(lines[0], "\ufeff编号,名称,层级,类别") {
		t.Errorf("%d %s\n%s", got.code, got.err, got.out)
	}
	if got = export(); got.code != exitDone || !strings.HasPrefix(got.out, "PK") {
		t.Errorf("%d %s: no spreadsheet", got.code, got.err)
	}
	export("--format", "pdf").says(t, exitUsage, "pdf")
}
