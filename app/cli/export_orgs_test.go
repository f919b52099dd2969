package cli

import (
	"strings"
	"testing"
)

func TestOrganisationsAreExported(t *testing.T) {
	dir := t.TempDir()
	runAt(dir, "seed", "--data", dir, "--config", dir+"/hall.toml", "--cases", "5", "--orgs", "12", "--now", "2026-11-24T10:14").says(t, exitDone)
	got := runAt(dir, "export", "orgs", "--format", "csv", "--data", dir, "--config", dir+"/hall.toml")
	if lines := strings.Split(strings.TrimSpace(got.out), "\n"); got.code != exitDone || len(lines) != 13 || !strings.HasPrefix(lines[0], "\ufeff编号,名称,层级,类别") {
		t.Errorf("%d %s\n%s", got.code, got.err, got.out)
	}
	if got = runAt(dir, "export", "orgs", "--data", dir, "--config", dir+"/hall.toml"); got.code != exitDone || !strings.HasPrefix(got.out, "PK") {
		t.Errorf("%d %s: no spreadsheet", got.code, got.err)
	}
	runAt(dir, "export", "orgs", "--format", "pdf", "--data", dir).says(t, exitUsage, "pdf")
}
