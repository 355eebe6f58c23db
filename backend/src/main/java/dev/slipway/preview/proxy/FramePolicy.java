package dev.slipway.preview.proxy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Frame policy of previews: only pages of the platform and of the preview itself may show a preview in a frame. */
record FramePolicy(String platformOrigin) {
    static final String HEADER = "Content-Security-Policy";

    private static final String DIRECTIVE = "frame-ancestors";

    String text() {
        return DIRECTIVE + " 'self' " + platformOrigin;
    }

    /**
     * Returns an app's policies without their directives about frames. They apply in addition to the platform's policy.
     */
    static Optional<String> withoutFrames(String policies) {
        var kept = Arrays.stream(policies.split(","))
                .map(FramePolicy::directives)
                .filter(policy -> !policy.isEmpty())
                .collect(Collectors.joining(", "));
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    private static String directives(String policy) {
        return Arrays.stream(policy.split(";"))
                .map(String::strip)
                .filter(directive -> !directive.isEmpty())
                .filter(directive ->
                        !directive.split("\\s", 2)[0].toLowerCase(Locale.ROOT).equals(DIRECTIVE))
                .collect(Collectors.joining("; "));
    }
}
