package dev.slipway.terminal.screen;

import java.util.ArrayList;
import java.util.List;

/** Characters of several code points, such as a letter with accents. Cells hold their numbers. */
final class Clusters {
    /** More different ones than any text on a screen has; later ones lose what joins them. */
    private static final int MOST = 4 * 1024;

    /** Longer than any that a script or an emoji needs. */
    private static final int LONGEST = 32;

    private final List<String> texts = new ArrayList<>();

    /** The content of a cell with this code point added. Keeps whether it is wide. */
    int join(int code, int codePoint) {
        var text = text(code) + Character.toString(codePoint);
        if (text.length() > LONGEST || texts.size() == MOST) {
            return code;
        }
        texts.add(text);
        return Row.CLUSTER | (code & Row.WIDE) | (texts.size() - 1);
    }

    String text(int code) {
        var content = code & ~(Row.CLUSTER | Row.WIDE);
        return (code & Row.CLUSTER) != 0 ? texts.get(content) : Character.toString(content);
    }

    void clear() {
        texts.clear();
    }
}
