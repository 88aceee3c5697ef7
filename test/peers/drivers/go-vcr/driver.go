// Sends the exchanges of a file through go-vcr: driver record|replay|append CASSETTE ORIGIN EXCHANGES
package main

import (
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

type exchange struct {
	Id      string
	Method  string
	Path    string
	Headers [][2]string
	Body    []byte
}

type outcome struct {
	Id      string      `json:"id"`
	Error   string      `json:"error,omitempty"`
	Status  int         `json:"status"`
	Reason  string      `json:"reason"`
	Headers [][2][]byte `json:"headers"`
	Body    []byte      `json:"body"`
}

func main() {
	mode, file, origin := os.Args[1], os.Args[2], os.Args[3]
	data, err := os.ReadFile(os.Args[4])
	check(err)
	var exchanges []exchange
	check(json.Unmarshal(data, &exchanges))
	transport, stop, err := open(mode, strings.TrimSuffix(file, ".yaml"))
	check(err)
	client := &http.Client{
		Transport:     transport,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	output := json.NewEncoder(os.Stdout)
	for _, e := range exchanges {
		check(output.Encode(send(client, origin, e)))
	}
	check(stop())
}

func send(client *http.Client, origin string, e exchange) outcome {
	request, err := http.NewRequest(e.Method, origin+e.Path, bytes.NewReader(e.Body))
	if err != nil {
		return outcome{Id: e.Id, Error: err.Error()}
	}
	for _, header := range e.Headers {
		request.Header.Add(header[0], header[1])
	}
	response, err := client.Do(request)
	if err != nil {
		return outcome{Id: e.Id, Error: err.Error()}
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return outcome{Id: e.Id, Error: err.Error()}
	}
	headers := [][2][]byte{}
	for name, values := range response.Header {
		for _, value := range values {
			headers = append(headers, [2][]byte{[]byte(name), []byte(value)})
		}
	}
	_, reason, _ := strings.Cut(response.Status, " ")
	return outcome{e.Id, "", response.StatusCode, reason, headers, body}
}

// matches compares what the exchanges differ in: not the headers, of which each recorder keeps others.
func matches(r *http.Request, method string, url string, recorded string) bool {
	if r.Method != method || r.URL.String() != url {
		return false
	}
	body := []byte{}
	if r.Body != nil {
		body, _ = io.ReadAll(r.Body)
		r.Body = io.NopCloser(bytes.NewReader(body))
	}
	return string(body) == recorded
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
