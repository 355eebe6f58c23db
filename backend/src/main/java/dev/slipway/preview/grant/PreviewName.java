package dev.slipway.preview.grant;

import dev.slipway.preview.PreviewTarget;
import dev.slipway.shared.NodeName;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * First label of a preview's host name, such as {@code p8080-node1-k3v9x0q2ab}. It identifies a grant but gives no
 * permission. It has at most 6 + 32 + 10 characters and two hyphens, fewer than the 63 characters that DNS allows.
 */
public record PreviewName(int port, NodeName node, String grant) {
    static final int GRANT_LENGTH = 10;

    private static final Pattern SYNTAX =
            Pattern.compile("p([1-9][0-9]{0,4})-([a-z][a-z0-9-]{0,31})-([a-z0-9]{" + GRANT_LENGTH + "})");

    /** Parses exactly the form that {@link #toString} writes. */
    static Optional<PreviewName> parse(String label) {
        var match = SYNTAX.matcher(label);
        if (!match.matches() || match.group(2).endsWith("-")) {
            return Optional.empty();
        }
        var port = Integer.parseInt(match.group(1));
        return PreviewTarget.isPort(port)
                ? Optional.of(new PreviewName(port, new NodeName(match.group(2)), match.group(3)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "p" + port + "-" + node + "-" + grant;
    }
}
