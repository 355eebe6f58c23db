package dev.slipway.ui.account;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives the names of browser and system from a {@code User-Agent} header, for the list of a user's sessions. */
final class BrowserName {
    /**
     * The order matters: the headers of Edge and Opera also contain the token of Chrome, and all three also contain the
     * token of Safari.
     */
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg/",
            "Edge",
            "OPR/",
            "Opera",
            "Firefox/",
            "Firefox",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari",
            "curl/",
            "curl");

    /**
     * Android comes before Linux, and iOS comes before macOS, because the header of an Android browser also contains
     * "Linux" and that of an iOS browser also contains "Mac OS".
     */
    private static final Map<String, String> SYSTEMS = inOrder(
            "Android",
            "Android",
            "iPhone",
            "iOS",
            "iPad",
            "iOS",
            "Windows",
            "Windows",
            "CrOS",
            "ChromeOS",
            "Mac OS",
            "macOS",
            "Linux",
            "Linux");

    private BrowserName() {}

    /**
     * Returns a name such as "Firefox on Linux". The name consists only of words that this class defines, never of text
     * from the header.
     */
    static String of(@Nullable String userAgent) {
        var agent = userAgent == null ? "" : userAgent;
        var browser = find(BROWSERS, agent, "Unknown browser");
        var system = find(SYSTEMS, agent, "");
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String find(Map<String, String> names, String agent, String otherwise) {
        return names.entrySet().stream()
                .filter(entry -> agent.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> inOrder(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (var i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
