package dev.slipway.check.fact;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image's name as Docker understands it: {@code httpd}, {@code library/httpd:latest} and {@code
 * docker.io/library/httpd} are the same name. The rules are those of the {@code reference} grammar of the distribution
 * project.
 *
 * @param domain the registry; {@code docker.io} if the text names no registry
 * @param repository the path within the registry
 * @param version {@code :tag} or {@code @digest}; {@code :latest} if the text has neither
 */
public record ImageName(String domain, String repository, String version) {
    private static final String HUB = "docker.io";
    private static final String OFFICIAL = "library/";
    /** Docker's own limit for a repository's name. */
    private static final int MAX_LENGTH = 255;

    private static final Pattern DOMAIN = Pattern.compile("[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?(:[0-9]+)?");
    private static final Pattern REPOSITORY =
            Pattern.compile("[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*)*");
    private static final Pattern TAG = Pattern.compile(":\\w[\\w.-]{0,127}");
    private static final Pattern DIGEST = Pattern.compile("@sha256:[0-9a-f]{64}");

    /** Parses a name; returns empty if Docker would refuse the name. */
    public static Optional<ImageName> parse(String text) {
        if (text.length() > 2 * MAX_LENGTH) {
            return Optional.empty();
        }
        var at = text.indexOf('@');
        var colon = text.indexOf(':', text.lastIndexOf('/') + 1);
        var end = at >= 0 ? at : colon >= 0 ? colon : text.length();
        var version = end == text.length() ? ":latest" : text.substring(end);
        var name = at >= 0 && colon >= 0 && colon < at ? text.substring(0, colon) : text.substring(0, end);
        var slash = name.indexOf('/');
        var first = slash < 0 ? "" : name.substring(0, slash);
        var hasDomain = first.contains(".") || first.contains(":") || first.equals("localhost");
        var domain = hasDomain ? first.equals("index.docker.io") ? HUB : first : HUB;
        var path = hasDomain ? name.substring(slash + 1) : name;
        var repository = domain.equals(HUB) && !path.contains("/") ? OFFICIAL + path : path;
        var valid = DOMAIN.matcher(domain).matches()
                && repository.length() <= MAX_LENGTH
                && REPOSITORY.matcher(repository).matches()
                && (TAG.matcher(version).matches() || DIGEST.matcher(version).matches());
        return valid ? Optional.of(new ImageName(domain, repository, version)) : Optional.empty();
    }

    /**
     * Returns the name as the command line shows it: without {@code docker.io} and {@code library}, which Docker adds,
     * but with the tag.
     */
    @Override
    public String toString() {
        if (!domain.equals(HUB)) {
            return domain + "/" + repository + version;
        }
        var familiar = repository.startsWith(OFFICIAL) && repository.indexOf('/', OFFICIAL.length()) < 0
                ? repository.substring(OFFICIAL.length())
                : repository;
        return familiar + version;
    }
}
