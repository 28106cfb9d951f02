// Checks the exposition of /metrics and the expressions of alert rules with the code of Prometheus itself.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/prometheus/client_golang/prometheus/testutil/promlint"
	"github.com/prometheus/prometheus/promql/parser"
)

func main() {
	switch os.Args[1] {
	case "metrics":
		problems, err := promlint.New(os.Stdin).Lint()
		if err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
		for _, p := range problems {
			fmt.Printf("%s: %s\n", p.Metric, p.Text)
		}
	case "expressions":
		lines := bufio.NewScanner(os.Stdin)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var text string
			if err := json.Unmarshal(lines.Bytes(), &text); err != nil {
				panic(err)
			}
			if _, err := parser.ParseExpr(text); err != nil {
				fmt.Printf("%s: %v\n", text, err)
			}
		}
	}
}
