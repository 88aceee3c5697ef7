package main

import (
	"net/http"

	"gopkg.in/dnaeon/go-vcr.v3/cassette"
	"gopkg.in/dnaeon/go-vcr.v3/recorder"
)

func open(mode string, name string) (http.RoundTripper, func() error, error) {
	modes := map[string]recorder.Mode{
		"record": recorder.ModeRecordOnly,
		"replay": recorder.ModeReplayOnly,
		"append": recorder.ModeReplayWithNewEpisodes,
	}
	r, err := recorder.NewWithOptions(&recorder.Options{CassetteName: name, Mode: modes[mode], SkipRequestLatency: true})
	if err != nil {
		return nil, nil, err
	}
	r.SetMatcher(func(r *http.Request, i cassette.Request) bool { return matches(r, i.Method, i.URL, i.Body) })
	return r, r.Stop, nil
}
