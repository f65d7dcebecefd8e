package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// standard is the name of the standard output. A file of that name is "./-".
const standard = "-"

// file is a file to be written.
type file struct {
	path string
	text []byte
}

// save writes the files, each whole: they take their places once all of them
// are written beside them and what else there is to do has been done. If
// anything fails, what stood in their places stands there still.
func save(files []file, otherwise func() error) error {
	var problems []error
	var ready []staged
	for _, f := range files {
		s, err := stage(f)
		problems, ready = append(problems, err), append(ready, s)
	}
	err := errors.Join(problems...)
	if err == nil {
		err = otherwise()
	}
	for _, s := range ready {
		if s.temporary == "" {
			continue
		}
		if err == nil {
			err = os.Rename(s.temporary, s.path)
		}
		if err != nil {
			_ = os.Remove(s.temporary) // the first error tells more
		}
	}
	return err
}

// staged is a file that is written but not in its place.
type staged struct{ temporary, path string }

// stage writes the text of a file beside it. A device takes it at once, since
// there is nothing to keep.
func stage(f file) (s staged, err error) {
	s.path = f.path
	if path, err := filepath.EvalSymlinks(f.path); err == nil {
		s.path = path // a link leads on, and what it leads to is replaced
	}
	var mode fs.FileMode
	switch info, err := os.Stat(f.path); {
	case err != nil:
	case !info.Mode().IsRegular():
		return staged{}, os.WriteFile(f.path, f.text, 0o666) // a folder says that it is one
	default:
		mode = info.Mode().Perm()
		old, err := os.OpenFile(s.path, os.O_WRONLY, 0) // a protected file says so
		if err != nil {
			return staged{}, err
		}
		_ = old.Close() // nothing was written to it
	}
	// A file made anew gets the permissions that the user's files get, which a
	// temporary file of package os would not.
	beside := filepath.Join(filepath.Dir(s.path), fmt.Sprintf(".focus-%d-%s.tmp", os.Getpid(), filepath.Base(s.path)))
	w, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return staged{}, fmt.Errorf("%w (%s is not written)", err, f.path)
	}
	s.temporary = beside
	if mode != 0 {
		err = w.Chmod(mode)
	}
	if err == nil {
		_, err = w.Write(f.text)
	}
	return s, errors.Join(err, w.Close())
}

// sameFile reports whether two names lead, or will lead, to one file.
func sameFile(a, b string) bool {
	one, err := os.Stat(a)
	two, other := os.Stat(b)
	if err == nil && other == nil {
		return os.SameFile(one, two)
	}
	// Some file systems take upper and lower case for the same.
	return strings.EqualFold(place(a), place(b))
}

// place is where a file is made that is not there yet.
func place(path string) string {
	folder, name := filepath.Split(path)
	if folder == "" {
		folder = "."
	}
	if path, err := filepath.EvalSymlinks(folder); err == nil {
		folder = path
	}
	if whole, err := filepath.Abs(folder); err == nil {
		folder = whole
	}
	return filepath.Join(folder, name)
}
