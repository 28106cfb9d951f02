// Checks a call of Anxin (Standard Webhooks): Fits is all that you copy. Run by itself it reads test vectors and prints one line for each.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
)

const toleranceS = 5 * 60

// Fits tells whether one of the secrets (whsec_…) signed these bytes, as they came, within five minutes of now (seconds since 1970).
func Fits(secrets []string, id, timestamp, signatures string, body []byte, now int64) bool {
	at, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || now-at > toleranceS || at-now > toleranceS {
		return false
	}
	for _, secret := range secrets {
		key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
		if err != nil {
			continue
		}
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(id + "." + timestamp + "."))
		mac.Write(body)
		expected := []byte("v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)))
		for _, one := range strings.Split(signatures, " ") {
			if hmac.Equal(expected, []byte(one)) {
				return true
			}
		}
	}
	return false
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		panic(err)
	}
	var all []struct {
		Secrets                              []string
		Id, Timestamp, Signature, BodyBase64 string
		Now                                  int64
	}
	if err := json.Unmarshal(text, &all); err != nil {
		panic(err)
	}
	for _, one := range all {
		body, _ := base64.StdEncoding.DecodeString(one.BodyBase64)
		if Fits(one.Secrets, one.Id, one.Timestamp, one.Signature, body, one.Now) {
			fmt.Println("accept")
		} else {
			fmt.Println("reject")
		}
	}
}
