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
	"syscall"
	"time"

	"github.com/offerkit/offerkit/examples/service/api"
)

func main() {
	stop, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(stop, os.Args[1:], os.Stderr)
	cancel()
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "service:", err)
		os.Exit(1)
	}
}

// run serves until stop is done, and then lets the questions at hand finish.
func run(stop context.Context, args []string, log io.Writer) error {
	flags := flag.NewFlagSet("service", flag.ContinueOnError)
	flags.SetOutput(log)
	address := flags.String("listen", "localhost:8080", "the `address` to listen on")
	limit := flags.Int64("max-body", api.DefaultBodyLimit, "the largest body that is read, in `bytes`")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if *limit < 1 {
		return fmt.Errorf("-max-body: %d is below 1", *limit)
	}
	listener, err := new(net.ListenConfig).Listen(stop, "tcp", *address)
	if err != nil {
		return err
	}
	// The times bound what a slow or silent peer can hold.
	server := &http.Server{
		Handler:           api.Handler(*limit),
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
