package dev.slipway.api.rest;

import org.jspecify.annotations.Nullable;

/** Chosen password in a request, absent to have one generated; generated password in a response. */
record PasswordBody(@Nullable String password) {
    @Override
    public String toString() {
        return "PasswordBody[hidden]";
    }
}
