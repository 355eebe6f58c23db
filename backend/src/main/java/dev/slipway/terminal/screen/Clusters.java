package dev.slipway.terminal.screen;

import java.util.ArrayList;
import java.util.List;

/**
 * Characters of several code points, such as a letter with accents. Such a character is a cluster; its cell stores the
 * number of the cluster.
 */
final class Clusters {
    /**
     * Maximum number of clusters: more than the text on a screen has. If it is reached, further combining characters
     * are dropped.
     */
    private static final int MOST = 4 * 1024;

    /** Maximum length of a cluster: longer than any character of a script and any emoji. */
    private static final int LONGEST = 32;

    private final List<String> texts = new ArrayList<>();

    /** Returns the content of a cell after a code point is added to it. A wide cell stays wide. */
    int join(int code, int codePoint) {
        var text = text(code) + Character.toString(codePoint);
        if (text.length() > LONGEST || texts.size() == MOST) {
            return code;
        }
        texts.add(text);
        return ScreenRow.CLUSTER | (code & ScreenRow.WIDE) | (texts.size() - 1);
    }

    String text(int code) {
        var content = code & ~(ScreenRow.CLUSTER | ScreenRow.WIDE);
        return (code & ScreenRow.CLUSTER) != 0 ? texts.get(content) : Character.toString(content);
    }

    void clear() {
        texts.clear();
    }
}
