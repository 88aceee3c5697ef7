package main

import (
	"net/http"

	"gopkg.in/dnaeon/go-vcr.v4/pkg/cassette"
	"gopkg.in/dnaeon/go-vcr.v4/pkg/recorder"
)

func open(mode string, name string) (http.RoundTripper, func() error, error) {
	modes := map[string]recorder.Mode{
		"record": recorder.ModeRecordOnly,
		"replay": recorder.ModeReplayOnly,
		"append": recorder.ModeReplayWithNewEpisodes,
	}
	r, err := recorder.New(
		name,
		recorder.WithMode(modes[mode]),
		recorder.WithSkipRequestLatency(true),
		recorder.WithMatcher(func(r *http.Request, i cassette.Request) bool {
			return matches(r, i.Method, i.URL, i.Body)
		}),
	)
	if err != nil {
		return nil, nil, err
	}
	return r, r.Stop, nil
}
