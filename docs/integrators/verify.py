"""Checks a call of Anxin (Standard Webhooks): `fits(...)` is all that you copy. Run by itself it reads test vectors and prints one line for each."""
import base64, hashlib, hmac, json, sys

TOLERANCE_S = 5 * 60


def fits(secrets, webhook_id, timestamp, signatures, body, now):
    """secrets: whsec_… strings, all that you hold; body: the bytes as they came; now: seconds since 1970."""
    if not timestamp.isdigit() or abs(now - int(timestamp)) > TOLERANCE_S:
        return False
    signed = f"{webhook_id}.{timestamp}.".encode() + body
    for secret in secrets:
        key = base64.b64decode(secret[len("whsec_"):])
        expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        if any(hmac.compare_digest(expected.encode(), one.encode()) for one in signatures.split(" ")):
            return True
    return False


if __name__ == "__main__":
    for one in json.load(open(sys.argv[1], encoding="utf-8")):
        accepted = fits(one["secrets"], one["id"], one["timestamp"], one["signature"], base64.b64decode(one["bodyBase64"]), one["now"])
        print("accept" if accepted else "reject")
