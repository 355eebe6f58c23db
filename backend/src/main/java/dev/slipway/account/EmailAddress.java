package dev.slipway.account;

import dev.slipway.shared.UserFacingException;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address in lower case, with which a person signs in. It has at most 254 characters (RFC 5321). */
public record EmailAddress(String value) {
    private static final int MAX_LENGTH = 254;

    private static final Pattern SYNTAX =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
                    + "(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");

    /** @throws UserFacingException with {@link AccountError#EMAIL_INVALID} if the text is not an e-mail address */
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (value.length() > MAX_LENGTH || !SYNTAX.matcher(value).matches()) {
            throw new UserFacingException(AccountError.EMAIL_INVALID);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
