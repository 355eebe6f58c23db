package dev.slipway.api.rest;

import org.jspecify.annotations.Nullable;

/** A password that somebody chose, or none, which asks for one that is made up; the answer then tells that one. */
record PasswordBody(@Nullable String password) {
    @Override
    public String toString() {
        return "PasswordBody[hidden]";
    }
}
