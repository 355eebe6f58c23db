package dev.slipway.sandbox.attach;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The environment of attach commands. The platform's own holds secrets, so only what is named here is handed down. */
final class ChildEnvironment {
    /** ssh takes the home of the account anyway; kubectl and docker look for their settings there. */
    private static final Set<String> HANDED_DOWN = Set.of("PATH", "HOME", "USER", "LOGNAME");

    private ChildEnvironment() {}

    static Map<String, String> of(Map<String, String> platform, Map<String, String> target) {
        var environment = new TreeMap<String, String>();
        platform.forEach((name, value) -> {
            if (HANDED_DOWN.contains(name)) {
                environment.put(name, value);
            }
        });
        environment.put("LANG", "C.UTF-8");
        environment.put("TERM", "xterm-256color");
        environment.put("COLORTERM", "truecolor");
        environment.putAll(target);
        return environment;
    }
}
