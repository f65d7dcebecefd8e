// Command service answers the questions of the library over HTTP, as JSON.
//
//	go run ./examples/service                 listens on localhost:8080
//	go run ./examples/service -listen :9000   listens elsewhere
//
//	curl localhost:8080/openapi.json          tells what it answers
//	curl localhost:8080/v1/rule144 -d '{"facts": {…}, "sale": "2003-12-01"}'
//
// It keeps nothing between two questions, so that any number of copies can run
// side by side.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"github.com/offerkit/offerkit/examples/service/api"
)

func main() {
	if os.Getenv("GOGC") == "" {
		// Nothing is kept between two questions, so that the heap is small, and
		// would be swept a hundred times a second under load.
		debug.SetGCPercent(400)
	}
	stop, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(stop, os.Args[1:], os.Stderr)
	cancel()
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "service:", err)
	}
	os.Exit(exitCode(err))
}

// usageError is a fault of the command line.
type usageError struct{ error }

// exitCode is 0 for an end as asked, help included, 2 for flags that cannot be
// followed, and 1 for anything else.
func exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.As(err, &usage):
		return 2
	}
	return 1
}

// settings reads the command line.
func settings(args []string, log io.Writer) (address string, limits api.Limits, err error) {
	flags := flag.NewFlagSet("service", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // a wrong flag is told once, by main
	flags.StringVar(&address, "listen", "localhost:8080", "the `address` to listen on")
	flags.Int64Var(&limits.Body, "max-body", 1<<20, "the largest body that is read, in `bytes`")
	flags.IntVar(&limits.AtOnce, "at-once", 8, "how many `questions` are worked on at once")
	err = flags.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		flags.SetOutput(log)
		flags.Usage()
		return "", limits, err
	case err != nil:
	case flags.NArg() > 0:
		err = fmt.Errorf("unexpected argument %q", flags.Arg(0))
	case limits.Body < 1:
		err = fmt.Errorf("-max-body: %d is below 1", limits.Body)
	case limits.AtOnce < 1 || limits.AtOnce > mostAtOnce:
		err = fmt.Errorf("-at-once: %d is not between 1 and %d", limits.AtOnce, mostAtOnce)
	}
	if err != nil {
		return "", limits, usageError{err}
	}
	return address, limits, nil
}

// mostAtOnce is more than any machine has use for.
const mostAtOnce = 1024

// run serves until stop is done, and then lets the questions at hand finish.
func run(stop context.Context, args []string, log io.Writer) error {
	address, limits, err := settings(args, log)
	if err != nil {
		return err
	}
	listener, err := new(net.ListenConfig).Listen(stop, "tcp", address)
	if err != nil {
		return err
	}
	// The times bound what a slow or silent peer can hold.
	server := &http.Server{
		Handler:           api.Handler(limits),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       20 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	if _, err := fmt.Fprintln(log, "listening on", listener.Addr()); err != nil {
		return errors.Join(err, listener.Close())
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	select {
	case err := <-served:
		return err
	case <-stop.Done():
	}
	patience, cancel := context.WithTimeout(context.WithoutCancel(stop), 10*time.Second)
	defer cancel()
	return server.Shutdown(patience)
}
