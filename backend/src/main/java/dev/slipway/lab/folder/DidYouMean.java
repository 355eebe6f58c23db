package dev.slipway.lab.folder;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that an author probably meant. */
final class DidYouMean {
    private DidYouMean() {}

    /** Returns the most similar known word if at most one letter or at most a third of its letters differ. */
    static Optional<String> nearest(String word, Collection<String> known) {
        var lower = word.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate ->
                        distance(lower, candidate.toLowerCase(Locale.ROOT)) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.<String>comparingInt(candidate -> distance(lower, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparingInt(candidate -> -sameBeginning(lower, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Returns a sentence such as " Did you mean `web`?", or an empty text. */
    static String sentence(String word, Collection<String> known) {
        return nearest(word, known)
                .map(candidate -> " Did you mean `" + candidate + "`?")
                .orElse("");
    }

    /**
     * Returns how many letters at the beginning are the same. Of two equally similar words, the one with the higher
     * number is more probable, because people rarely mistype the first letters.
     */
    private static int sameBeginning(String a, String b) {
        var same = 0;
        while (same < Math.min(a.length(), b.length()) && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        return same;
    }

    /**
     * Returns the number of letters that are changed, omitted, inserted, or swapped with the next letter. For a long
     * word, returns the greatest distance without a calculation, so that an attacker cannot cause a slow calculation.
     */
    private static int distance(String a, String b) {
        if (a.length() > 64 || b.length() > 64) {
            return Integer.MAX_VALUE;
        }
        var rows = new int[a.length() + 1][b.length() + 1];
        for (var i = 0; i <= a.length(); i++) {
            for (var j = 0; j <= b.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, a, b, i, j);
            }
        }
        return rows[a.length()][b.length()];
    }

    private static int cheapest(int[][] rows, String a, String b, int i, int j) {
        var differs = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        var cost = Math.min(rows[i - 1][j - 1] + differs, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        var swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(cost, rows[i - 2][j - 2] + 1) : cost;
    }
}
