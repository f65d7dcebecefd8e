package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestMain lets the tests start the program itself, with the standard streams
// of a process of its own.
func TestMain(m *testing.M) {
	if os.Getenv("SCREEN_IS_THE_PROGRAM") != "" {
		main()
	}
	os.Exit(m.Run())
}

func process(t *testing.T, folder string, args ...string) *exec.Cmd {
	t.Helper()
	if runtime.GOOS == "js" || runtime.GOOS == "wasip1" {
		t.Skip("no processes here")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, args...)
	cmd.Dir, cmd.Env = folder, append(os.Environ(), "SCREEN_IS_THE_PROGRAM=yes")
	return cmd
}

func put(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// holds fails unless the folder has exactly these files with these texts, so
// that nothing half-written is left beside them either.
func holds(t *testing.T, what, folder string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != len(want) {
		t.Errorf("%s: the folder holds %v", what, entries)
	}
	for name, text := range want {
		if data, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(data) != text {
			t.Errorf("%s: %s holds %d bytes, want %d (%v)", what, name, len(data), len(text), err)
		}
	}
}

// The file that is read is never written to, whatever it is called, and neither
// is a file of the name "-" in place of a standard stream.
func TestInputStays(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "lots.csv"), someLots)
	put(t, filepath.Join(folder, "-"), "a file of that name")
	want := map[string]string{"lots.csv": someLots, "-": "a file of that name"}
	for _, link := range []struct {
		name string
		make func(from, to string) error
	}{{"hard.csv", os.Link}, {"soft.csv", os.Symlink}} {
		if err := link.make(filepath.Join(folder, "lots.csv"), filepath.Join(folder, link.name)); err == nil {
			want[link.name] = someLots
		}
	}
	for _, c := range []struct {
		name          string
		stdin, stdout bool // are the lots
		args          []string
		exit          int
		problem       string
	}{
		{"the same name", false, false, []string{"-out", "lots.csv", "lots.csv"}, exitFailed, "-out lots.csv is the file to read, lots.csv"},
		{"the standard input", true, false, []string{"-out", "lots.csv", "-"}, exitFailed, "-out lots.csv is the file to read, standard input"},
		{"another path", true, false, []string{"-out", "./lots.csv", "-"}, exitFailed, "is the file to read"},
		{"a hard link", true, false, []string{"-out", "hard.csv", "-"}, exitFailed, "is the file to read"},
		{"a symbolic link", false, false, []string{"-out", "soft.csv", "lots.csv"}, exitFailed, "is the file to read"},
		{"the standard output", false, true, []string{"-out", "-", "lots.csv"}, exitFailed, "the standard output is the file to read, lots.csv"},
		{"the summary", false, true, []string{"lots.csv"}, exitFailed, "the standard output is the file to read"},
		{"streams beside a file of that name", true, false, []string{"-out", "-", "-"}, exitDone, ""},
	} {
		cmd := process(t, folder, append([]string{"-quiet", "-sale", "2003-12-01"}, c.args...)...)
		lots, err := os.OpenFile(filepath.Join(folder, "lots.csv"), os.O_RDWR|os.O_APPEND, 0)
		if err != nil {
			t.Fatal(err)
		}
		var stdout, stderr bytes.Buffer
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		if c.stdin {
			cmd.Stdin = lots
		}
		if c.stdout {
			cmd.Stdout = lots
		}
		_ = cmd.Run() // the exit tells
		lots.Close()
		if cmd.ProcessState.ExitCode() != c.exit || !strings.Contains(stderr.String(), c.problem) {
			t.Errorf("%s: exit %d, %q", c.name, cmd.ProcessState.ExitCode(), stderr.String())
		}
		if c.exit == exitDone && !strings.HasPrefix(stdout.String(), answerHeader+"focus,available") {
			t.Errorf("%s: %q", c.name, stdout.String())
		}
		holds(t, c.name, folder, want)
	}
}

// If the program fails, the answers of the time before stay; if it does not,
// they are replaced where they are, with the permissions they had.
func TestAnswersStay(t *testing.T) {
	folder, inputs := t.TempDir(), t.TempDir()
	answers := put(t, filepath.Join(folder, "answers.csv"), "old")
	lots := put(t, filepath.Join(inputs, "lots.csv"), someLots)
	for _, c := range []struct{ name, input, problem string }{
		{"an empty file", put(t, filepath.Join(inputs, "empty.csv"), ""), "line 1, column 1: the file is empty"},
		{"a folder", inputs, "is a directory"},
		{"no file", filepath.Join(inputs, "none.csv"), "none.csv"},
		{"a bad line at the end", put(t, filepath.Join(inputs, "bad.csv"), someLots+"\n\"x"), "answers.csv is not written"},
	} {
		exit, out, stderr := program("", "-quiet", "-sale", "2003-12-01", "-out", answers, c.input)
		if exit != exitFailed || !strings.Contains(stderr, c.problem) || out != "" {
			t.Errorf("%s: exit %d, %q, %q", c.name, exit, out, stderr)
		}
		holds(t, c.name, folder, map[string]string{"answers.csv": "old"})
	}
	if err := os.Chmod(answers, 0o640); err != nil {
		t.Fatal(err)
	}
	out := answers
	if link := filepath.Join(inputs, "link.csv"); os.Symlink(answers, link) == nil {
		out = link
	}
	if exit, _, stderr := program("", "-quiet", "-sale", "2003-12-01", "-out", out, lots); exit != exitDone {
		t.Error(stderr)
	}
	data, err := os.ReadFile(answers)
	if err != nil || !strings.HasPrefix(string(data), answerHeader+"focus,available") {
		t.Errorf("%q, %v", data, err)
	}
	if info, err := os.Stat(answers); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	holds(t, "done", folder, map[string]string{"answers.csv": string(data)})
}

// Files that the user may not read or write say so; whoever may everything is
// not asked.
func TestProtected(t *testing.T) {
	folder := t.TempDir()
	lots, answers := put(t, filepath.Join(folder, "lots.csv"), someLots), put(t, filepath.Join(folder, "answers.csv"), "old")
	if err := os.Chmod(answers, 0o400); err != nil {
		t.Fatal(err)
	}
	if f, err := os.OpenFile(answers, os.O_WRONLY, 0); err == nil {
		f.Close()
		t.Skip("this user may write to protected files")
	}
	for _, args := range [][]string{{"-out", answers, lots}, {"-generate", "5", "-write", answers}} {
		if exit, _, stderr := program("", append([]string{"-quiet"}, args...)...); exit != exitFailed || !strings.Contains(stderr, "permission denied") {
			t.Errorf("%v: exit %d, %q", args, exit, stderr)
		}
		holds(t, "protected answers", folder, map[string]string{"lots.csv": someLots, "answers.csv": "old"})
	}
	if err := os.Chmod(lots, 0); err != nil {
		t.Fatal(err)
	}
	if exit, _, stderr := program("", "-quiet", lots); exit != exitFailed || !strings.Contains(stderr, "permission denied") {
		t.Errorf("exit %d, %q", exit, stderr)
	}
}

// A pipe takes the answers itself and is not replaced by a file, as a device
// would be by the same mistake.
func TestPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := exec.Command("mkfifo", pipe).Run(); err != nil {
		t.Skip("no pipes with names here:", err)
	}
	reader, err := os.OpenFile(pipe, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if exit, out, stderr := program(someLots, "-quiet", "-sale", "2003-12-01", "-out", pipe, "-"); exit != exitDone || !strings.Contains(out, "9  lots") {
		t.Fatalf("exit %d, %q", exit, stderr)
	}
	if info, err := os.Lstat(pipe); err != nil || info.Mode()&os.ModeNamedPipe == 0 {
		t.Fatalf("the pipe is %v, %v", info, err)
	}
	begins := make([]byte, len(answerHeader))
	if _, err := io.ReadFull(reader, begins); err != nil || string(begins) != answerHeader {
		t.Errorf("%q, %v", begins, err)
	}
}

// An interrupted program leaves nothing behind.
func TestInterrupt(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "answers.csv"), "old")
	cmd := process(t, folder, "-sale", "2003-12-01", "-out", "answers.csv", "-")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(stdin, strings.Repeat("x", 1)); err != nil {
		t.Fatal(err)
	}
	for tries := 0; ; tries++ {
		if entries, err := os.ReadDir(folder); err == nil && len(entries) == 2 {
			break
		}
		if tries > 1000 {
			t.Fatal("no temporary file appears")
		}
		time.Sleep(10 * time.Millisecond)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		t.Skip("no interrupts here:", err)
	}
	_ = cmd.Wait() // the exit tells
	if cmd.ProcessState.ExitCode() != exitFailed || !strings.Contains(stderr.String(), "interrupted") {
		t.Errorf("exit %d, %q", cmd.ProcessState.ExitCode(), stderr.String())
	}
	holds(t, "interrupted", folder, map[string]string{"answers.csv": "old"})
}

// Progress is for a person at a terminal, or for whoever asks for it; before
// the first lot there is none.
func TestProgress(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"-generate", "2000"}, ""},
		{[]string{"-generate", "2000", "-quiet"}, ""},
		{[]string{"-progress", "no such file"}, "screen: open no such file"},
		{[]string{"-progress", "-out", filepath.Join("no", "such", "folder"), "-generate", "5"}, "screen: open"},
	} {
		if _, _, stderr := program("", c.args...); c.want == "" && stderr != "" || !strings.HasPrefix(stderr, c.want) {
			t.Errorf("%v: %q", c.args, stderr)
		}
	}
	_, _, stderr := program("", "-progress", "-generate", "2000")
	if !strings.HasSuffix(stderr, "\n") || !strings.HasPrefix(stderr, "2,000 lots, ") || strings.ContainsRune(stderr, '\r') {
		t.Errorf("%q", stderr)
	}
	var shown bytes.Buffer
	p := newProgress(&shown, showAnew)
	p.add(3)
	p.stop()
	if got := shown.String(); !strings.HasPrefix(got, "\r3 lots, ") || !strings.HasSuffix(got, "\n") {
		t.Errorf("%q", got)
	}
	if isTerminal(&shown) || (&options{quiet: true}).shows(os.Stderr) != showNothing || (&options{progress: true}).shows(&shown) != showLines {
		t.Error("a buffer is no terminal")
	}
	if f, err := os.Create(filepath.Join(t.TempDir(), "log")); err != nil || isTerminal(f) || f.Close() != nil {
		t.Error("neither is a file", err)
	}
}
