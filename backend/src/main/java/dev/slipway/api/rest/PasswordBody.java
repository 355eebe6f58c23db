package dev.slipway.api.rest;

import org.jspecify.annotations.Nullable;

/** New password in a request, absent if the platform must generate it; generated password in a response. */
record PasswordBody(@Nullable String password) {
    @Override
    public String toString() {
        return "PasswordBody[hidden]";
    }
}
