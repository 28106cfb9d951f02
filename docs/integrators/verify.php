<?php
// Checks a call of Anxin (Standard Webhooks): fits() is all that you copy. Run by itself it reads test vectors and prints one line for each.
const TOLERANCE_S = 5 * 60;

/** $secrets: whsec_…, all that you hold; $body: the bytes as they came (php://input); $now: seconds since 1970. */
function fits(array $secrets, string $id, string $timestamp, string $signatures, string $body, int $now): bool
{
    if (!ctype_digit($timestamp) || abs($now - (int) $timestamp) > TOLERANCE_S) {
        return false;
    }
    foreach ($secrets as $secret) {
        $key = base64_decode(substr($secret, strlen('whsec_')), true);
        $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
        foreach (explode(' ', $signatures) as $one) {
            if (hash_equals($expected, $one)) {
                return true;
            }
        }
    }
    return false;
}

if (isset($argv[1])) {
    foreach (json_decode(file_get_contents($argv[1]), true) as $one) {
        echo fits($one['secrets'], $one['id'], $one['timestamp'], $one['signature'], base64_decode($one['bodyBase64']), $one['now']) ? "accept\n" : "reject\n";
    }
}
