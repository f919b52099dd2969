package staff

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"golang.org/x/crypto/argon2"
	"strings"
	"unicode/utf8"

	"sizhen/store/hall"
)

// Passwords are kept as argon2id hashes, 19 MiB and 2 passes (OWASP's first choice for
// machines of this size), in the usual encoded form.
const (
	argonMemory = 19 * 1024 // KiB
	argonPasses = 2
	argonLanes  = 1
	argonKey    = 32
	leastSecret = 8
)

// cost is how much memory a hash takes, in KiB, and how often it is gone over. A quick one is
// for tests: whoever has the hash guesses the password at once.
func cost(quick bool) (memory, passes uint32) {
	if quick {
		return 8, 1
	}
	return argonMemory, argonPasses
}

// CheckSecret refuses a password that is no good.
func CheckSecret(password string) error {
	if utf8.RuneCountInString(password) < leastSecret {
		return hall.Refuse(hall.ErrWeakSecret, "least", leastSecret).In("password")
	}
	return nil
}

// HashSecret makes what is kept of a password.
func HashSecret(password string, quick bool) (string, error) {
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return "", fmt.Errorf("random salt: %w", err)
	}
	memory, passes := cost(quick)
	sum := argon2.IDKey([]byte(password), salt, passes, memory, argonLanes, argonKey)
	b64 := base64.RawStdEncoding
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, memory, passes, argonLanes,
		b64.EncodeToString(salt), b64.EncodeToString(sum)), nil
}

// matchSecret compares a password with an encoded hash, in constant time. An empty hash
// costs as much and never matches, so that an unknown name answers no faster.
func matchSecret(encoded, password string, quick bool) bool {
	parts := strings.Split(encoded, "$")
	if len(parts) != 6 {
		memory, passes := cost(quick)
		argon2.IDKey([]byte(password), make([]byte, 16), passes, memory, argonLanes, argonKey)
		return false
	}
	var memory, passes uint32
	var lanes uint8
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &memory, &passes, &lanes); err != nil {
		return false
	}
	b64 := base64.RawStdEncoding
	salt, err1 := b64.DecodeString(parts[4])
	want, err2 := b64.DecodeString(parts[5])
	if err1 != nil || err2 != nil || len(want) == 0 {
		return false
	}
	sum := argon2.IDKey([]byte(password), salt, passes, memory, lanes, uint32(len(want)))
	return subtle.ConstantTimeCompare(sum, want) == 1
}
