package dev.slipway.e2e;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The accounts of a platform, read from the file that the platform writes at its first start. */
record Credentials(String url, List<Entry> accounts) {

    record Entry(String role, String email, String password, String token) {}

    static Credentials read(Path file) {
        return JsonMapper.shared().readValue(file.toFile(), Credentials.class);
    }

    Entry of(String role) {
        return accounts.stream()
                .filter(entry -> entry.role().equalsIgnoreCase(role))
                .findFirst()
                .orElseThrow();
    }
}
