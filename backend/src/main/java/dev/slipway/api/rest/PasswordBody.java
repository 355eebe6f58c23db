package dev.slipway.api.rest;

import org.jspecify.annotations.Nullable;

/** Password in a request, absent if the platform should generate one; generated password in a response. */
record PasswordBody(@Nullable String password) {
    @Override
    public String toString() {
        return "PasswordBody[hidden]";
    }
}
