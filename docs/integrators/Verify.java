import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a call of Anxin (Standard Webhooks): fits(…) is all that you copy. Run by itself it reads vectors from standard input, their parts separated by tabs, and prints one line for each. */
public class Verify {
    private static final long TOLERANCE_S = 5 * 60;

    /** secrets: whsec_…, all that you hold; body: the bytes as they came; now: seconds since 1970. */
    public static boolean fits(List<String> secrets, String id, String timestamp, String signatures, byte[] body, long now) throws Exception {
        if (!timestamp.matches("\\d{1,12}") || Math.abs(now - Long.parseLong(timestamp)) > TOLERANCE_S) return false;
        for (String secret : secrets) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            byte[] expected = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(StandardCharsets.US_ASCII);
            for (String one : signatures.split(" ")) {
                if (MessageDigest.isEqual(expected, one.getBytes(StandardCharsets.UTF_8))) return true;
            }
        }
        return false;
    }

    public static void main(String[] arguments) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] part = line.split("\t", -1);
            boolean accepted = fits(List.of(part[0].split(" ")), part[1], part[2], part[3], Base64.getDecoder().decode(part[4]), Long.parseLong(part[5]));
            System.out.println(accepted ? "accept" : "reject");
        }
    }
}
