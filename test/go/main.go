// A verifier in another language, on libraries by others: golang.org/x/mod/sumdb (note, tlog) and filippo.io/torchwood, a client of C2SP tlog-tiles.
//
//	verify-log read <log URL> <bearer token> <verifier key>   reads the whole log as any client of such logs does
//	verify-log check                                          claims as JSON lines on stdin, an answer a line: ok, or no and why
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	switch {
	case len(os.Args) == 5 && os.Args[1] == "read":
		if err := read(os.Args[2], os.Args[3], os.Args[4]); err != nil {
			fmt.Println("no:", err)
			os.Exit(1)
		}
	case len(os.Args) == 2 && os.Args[1] == "check":
		lines := bufio.NewScanner(os.Stdin)
		lines.Buffer(nil, 16<<20)
		for lines.Scan() {
			if err := check(lines.Bytes()); err != nil {
				fmt.Println("no:", err)
			} else {
				fmt.Println("ok")
			}
		}
	default:
		os.Exit(2)
	}
}

func opened(text, vkey string) (torchwood.Checkpoint, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return torchwood.Checkpoint{}, err
	}
	signed, err := note.Open([]byte(text), note.VerifierList(verifier))
	if err != nil {
		return torchwood.Checkpoint{}, err
	}
	checkpoint, err := torchwood.ParseCheckpoint(signed.Text)
	if err == nil && checkpoint.Origin != verifier.Name() {
		err = errors.New("the origin is not the name of the key")
	}
	return checkpoint, err
}

type bearer string

func (token bearer) RoundTrip(request *http.Request) (*http.Response, error) {
	request.Header.Set("Authorization", "Bearer "+string(token))
	return http.DefaultTransport.RoundTrip(request)
}

func read(base, token, vkey string) error {
	ctx := context.Background()
	fetcher, err := torchwood.NewTileFetcher(base, torchwood.WithHTTPClient(&http.Client{Transport: bearer(token)}), torchwood.WithConcurrencyLimit(2))
	if err != nil {
		return err
	}
	text, err := fetcher.ReadEndpoint(ctx, "checkpoint")
	if err != nil {
		return err
	}
	checkpoint, err := opened(string(text), vkey)
	if err != nil {
		return err
	}
	client, err := torchwood.NewClient(fetcher)
	if err != nil {
		return err
	}
	entries, bytes := 0, 0
	for _, entry := range client.AllEntries(ctx, checkpoint.Tree, 0) { // Each is checked against the tiles, and the tiles against the root.
		entries++
		bytes += len(entry)
	}
	if err := client.Err(); err != nil {
		return err
	}
	for _, index := range []int64{0, checkpoint.N / 2, checkpoint.N - 1} {
		entry, proof, err := client.Entry(ctx, checkpoint.Tree, index)
		if err != nil {
			return err
		}
		if err := tlog.CheckRecord(proof, checkpoint.N, checkpoint.Hash, index, tlog.RecordHash(entry)); err != nil {
			return err
		}
	}
	fmt.Printf("ok: %d of %d entries, %d bytes\n", entries, checkpoint.N, bytes)
	return nil
}

// A claim: a checkpoint alone, or with a proof that a leaf is in its tree, or that an older checkpoint's tree is its beginning.
type claim struct {
	Vkey       string      `json:"vkey"`
	Checkpoint string      `json:"checkpoint"`
	Older      string      `json:"older"`
	LeafIndex  *int64      `json:"leafIndex"`
	Entry      []byte      `json:"entry"`
	Proof      []tlog.Hash `json:"proof"`
}

func check(line []byte) error {
	var c claim
	if err := json.Unmarshal(line, &c); err != nil {
		return err
	}
	checkpoint, err := opened(c.Checkpoint, c.Vkey)
	if err != nil {
		return err
	}
	if c.LeafIndex != nil {
		return tlog.CheckRecord(c.Proof, checkpoint.N, checkpoint.Hash, *c.LeafIndex, tlog.RecordHash(c.Entry))
	}
	if c.Older == "" {
		return nil
	}
	older, err := opened(c.Older, c.Vkey)
	if err != nil {
		return err
	}
	return tlog.CheckTree(c.Proof, checkpoint.N, checkpoint.Hash, older.N, older.Hash)
}
