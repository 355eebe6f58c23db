package dev.slipway.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Converts an error into the sentences that a person reads. The text of a code is in the file {@code
 * messages.properties} of the package that declares the code's enum, under the constant's name, in the syntax of {@link
 * MessageFormat}.
 */
public final class ErrorTexts {
    private ErrorTexts() {}

    /**
     * Returns the sentences that state what happened and what the person can do next.
     *
     * @throws java.util.MissingResourceException if the code has no text, which a test of its module prevents
     */
    public static String text(UserFacingException error) {
        return text(error.code(), error.arguments().toArray());
    }

    /**
     * Returns the text of a code with its placeholders filled in.
     *
     * @throws java.util.MissingResourceException if the code has no text
     */
    public static String text(ErrorCode code, Object... arguments) {
        var type = ((Enum<?>) code).getDeclaringClass();
        var bundle = ResourceBundle.getBundle(type.getPackageName() + ".messages", Locale.ROOT, type.getClassLoader());
        return new MessageFormat(bundle.getString(code.name()), Locale.ENGLISH).format(arguments);
    }
}
