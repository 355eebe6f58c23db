package dev.slipway.api.rest;

import dev.slipway.account.Role;
import java.util.Arrays;
import java.util.Locale;

/** Names of roles in the API. */
final class RoleNames {
    private RoleNames() {}

    static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if no role has this name */
    static Role read(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> of(role).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role: " + name));
    }
}
