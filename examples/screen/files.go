package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
)

// standard is the name of the standard input and output. A file of that name is
// "./-".
const standard = "-"

// fromFile opens the file, or the standard input, to read from.
func fromFile(name string, stdin io.Reader, read func(r io.Reader, name string) error) error {
	if name == standard {
		return read(stdin, "standard input")
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }() // nothing was written to it
	return read(f, name)
}

// keepApart refuses to write to the file that is read: as the answers, under
// whatever name, or through the standard output.
func keepApart(r io.Reader, name, out string, stdout io.Writer) error {
	in := regular(r)
	if in == nil {
		return nil
	}
	if f := regular(stdout); f != nil && os.SameFile(in, f) {
		return fmt.Errorf("the standard output is the file to read, %s", name)
	}
	if out == "" || out == standard {
		return nil
	}
	if f, err := os.Stat(out); err == nil && os.SameFile(in, f) {
		return fmt.Errorf("-out %s is the file to read, %s", out, name)
	}
	return nil
}

// regular tells which regular file a stream is; it is nil for a pipe, a
// terminal, or what is no file.
func regular(stream any) os.FileInfo {
	f, ok := stream.(*os.File)
	if !ok {
		return nil
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return nil
	}
	return info
}

// toFile has a file written, or the standard output. An empty name writes
// nothing.
func toFile(name string, stdout io.Writer, write func(io.Writer) error) error {
	switch name {
	case "":
		return write(nil)
	case standard:
		return write(stdout)
	}
	// A link leads on, and what it leads to is replaced.
	if path, err := filepath.EvalSymlinks(name); err == nil {
		return replace(name, path, write)
	}
	return replace(name, name, write)
}

// replace has a file written under another name in the same folder and renames
// it once it is whole. If that fails or the program is interrupted, what the
// name stood for is as it was.
func replace(name, path string, write func(io.Writer) error) error {
	var mode fs.FileMode // of the file that is there
	// Whatever may not be written, such as a folder or a protected file, says so
	// here.
	old, err := os.OpenFile(path, os.O_WRONLY, 0)
	switch {
	case err == nil:
		info := regular(old)
		if info == nil {
			// A device or a pipe holds nothing that could be kept.
			return errors.Join(write(old), old.Close())
		}
		mode = info.Mode().Perm()
		_ = old.Close() // nothing was written to it
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	f, err := create(filepath.Dir(path))
	if err != nil {
		return fmt.Errorf("%w (%s is not written)", err, name)
	}
	defer onInterrupt(func() { _ = os.Remove(f.Name()) })()
	if mode != 0 {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = write(f)
	}
	if err == nil {
		err = f.Sync() // a full disk may tell only now
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // the first error tells more
		return fmt.Errorf("%w (%s is not written)", err, name)
	}
	return nil
}

// create makes a file that was not there. It gets the permissions that the
// user's files get, which a temporary file of package os would not.
func create(folder string) (*os.File, error) {
	for n := 0; ; n++ {
		path := filepath.Join(folder, fmt.Sprintf(".screen-%d-%d.tmp", os.Getpid(), n))
		f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if !errors.Is(err, fs.ErrExist) || n == 100 {
			return f, err
		}
	}
}

// onInterrupt cleans up and ends the program if it is interrupted, until the
// returned function is called.
func onInterrupt(clean func()) (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		if _, ok := <-signals; ok {
			clean()
			tell(os.Stderr, "screen: interrupted\n")
			os.Exit(exitFailed)
		}
	}()
	return func() {
		signal.Stop(signals)
		close(signals)
	}
}
