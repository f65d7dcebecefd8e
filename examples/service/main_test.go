package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The program listens, answers a question of the 2002 agreement, and ends when
// it is told to, with the questions at hand answered.
func TestRun(t *testing.T) {
	stop, cancel := context.WithCancel(t.Context())
	defer cancel()
	read, write := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(stop, []string{"-listen", "localhost:0"}, write) }()
	line := make([]byte, 200)
	n, err := read.Read(line)
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimSpace(strings.TrimPrefix(string(line[:n]), "listening on "))
	question, err := os.ReadFile(filepath.Join("api", "testdata", "rule144.json"))
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+address+"/v1/rule144", bytes.NewReader(question))
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK || !strings.Contains(string(text), `"available"`) {
		t.Errorf("%s %v\n%s", answer.Status, err, text)
	}
	if err := answer.Body.Close(); err != nil {
		t.Error(err)
	}
	http.DefaultClient.CloseIdleConnections()
	cancel()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// What cannot be started says why, and which way it ends.
func TestRunRefuses(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
		code int
	}{
		{[]string{"-nosuch"}, "-nosuch", 2},
		{[]string{"extra"}, "extra", 2},
		{[]string{"-max-body", "0"}, "-max-body", 2},
		{[]string{"-max-body", "many"}, "-max-body", 2},
		{[]string{"-at-once", "0"}, "-at-once", 2},
		{[]string{"-at-once", "100000"}, "-at-once", 2},
		{[]string{"-listen", "nowhere:nothing"}, "nothing", 1},
		{[]string{"-h"}, "help", 0},
	} {
		err := run(t.Context(), c.args, io.Discard)
		if err == nil || !strings.Contains(err.Error(), c.want) || exitCode(err) != c.code {
			t.Errorf("%v: %v, code %d, want %q and %d", c.args, err, exitCode(err), c.want, c.code)
		}
	}
	if exitCode(nil) != 0 {
		t.Error("an end as asked is a failure")
	}
}

// Help lists the flags.
func TestHelp(t *testing.T) {
	var log strings.Builder
	if err := run(t.Context(), []string{"-h"}, &log); !errors.Is(err, flag.ErrHelp) ||
		!strings.Contains(log.String(), "-max-body") || !strings.Contains(log.String(), "-at-once") {
		t.Errorf("%v\n%s", err, log.String())
	}
}
