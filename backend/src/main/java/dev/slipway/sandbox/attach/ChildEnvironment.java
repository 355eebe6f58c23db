package dev.slipway.sandbox.attach;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Environment of attach commands. The platform's environment contains secrets, so only the variables named here are
 * passed on.
 */
final class ChildEnvironment {
    /**
     * Variables that are passed on. kubectl and docker look for their settings in {@code HOME}; ssh does not need it.
     */
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
