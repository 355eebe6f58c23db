package dev.slipway.ui.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.Role;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Writes a principal as a text that only this platform can have written: {@code account.role.epoch.expiry.email.mac},
 * the e-mail address in base64url, the rest in plain letters, signed by HMAC-SHA-256.
 */
@Component
final class SignedPrincipal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FIELDS = 6;

    private final SecretKeySpec key;

    SignedPrincipal(SignInKey key) {
        this.key = new SecretKeySpec(key.bytes(), ALGORITHM);
    }

    String write(AccountPrincipal principal, Instant expiry) {
        var email = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(principal.email().getBytes(UTF_8));
        var content = String.join(
                ".",
                principal.account().toString(),
                principal.role().name(),
                Integer.toString(principal.epoch()),
                Long.toString(expiry.getEpochSecond()),
                email);
        return content + "." + mac(content);
    }

    /** Empty for anything that this platform did not write, or wrote for a time that is over. */
    Optional<AccountPrincipal> read(String text, Instant now) {
        var end = text.lastIndexOf('.');
        if (end < 0
                || !MessageDigest.isEqual(
                        mac(text.substring(0, end)).getBytes(UTF_8),
                        text.substring(end + 1).getBytes(UTF_8))) {
            return Optional.empty();
        }
        var fields = text.split("\\.", FIELDS);
        if (!now.isBefore(Instant.ofEpochSecond(Long.parseLong(fields[3])))) {
            return Optional.empty();
        }
        var email = new String(Base64.getUrlDecoder().decode(fields[4]), UTF_8);
        return Optional.of(new AccountPrincipal(
                UUID.fromString(fields[0]), email, Role.valueOf(fields[1]), Integer.parseInt(fields[2])));
    }

    /** Ties Spring Security's tokens to this platform. */
    String providerKey() {
        return mac("spring-security-provider");
    }

    private String mac(String content) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
        }
    }
}
