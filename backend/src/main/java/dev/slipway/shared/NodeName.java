package dev.slipway.shared;

import java.util.regex.Pattern;

/** The name of a node within its sandbox, which is also its host name: a DNS label such as {@code worker-1}. */
public record NodeName(String value) implements Comparable<NodeName> {
    private static final Pattern SYNTAX = Pattern.compile("[a-z]([a-z0-9-]{0,30}[a-z0-9])?");

    public NodeName {
        if (!SYNTAX.matcher(value).matches()) {
            throw new IllegalArgumentException("a node's name is a DNS label of at most 32 characters: " + value);
        }
    }

    @Override
    public int compareTo(NodeName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
