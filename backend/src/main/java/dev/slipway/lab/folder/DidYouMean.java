package dev.slipway.lab.folder;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
final class DidYouMean {
    private DidYouMean() {}

    /** The nearest of the known words, if it is near enough: a third of its letters may differ. */
    static Optional<String> nearest(String word, Collection<String> known) {
        var lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate ->
                        distance(lower, candidate.toLowerCase(Locale.ROOT)) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.<String>comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A sentence such as " Did you mean `web`?", or nothing. */
    static String sentence(String word, Collection<String> known) {
        return nearest(word, known)
                .map(candidate -> " Did you mean `" + candidate + "`?")
                .orElse("");
    }

    /** Levenshtein's, in one row; long words are far from everything, so that a hostile key costs nothing. */
    private static int distance(String a, String b) {
        if (a.length() > 64 || b.length() > 64) {
            return Integer.MAX_VALUE;
        }
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
