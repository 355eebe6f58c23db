package dev.slipway.sandbox.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Selects the parts of a JSON document that are kept when it is read. A mask for an array applies to each of its
 * elements.
 *
 * @param members masks of the members that are kept, by the members' names; {@code *} stands for any name
 * @param all whether the whole document is kept
 */
public record JsonMask(Map<String, JsonMask> members, boolean all) {
    /** A mask that keeps the whole document. */
    public static final JsonMask ALL = new JsonMask(Map.of(), true);

    private static final String ANY = "*";

    public JsonMask {
        members = Map.copyOf(members);
    }

    /**
     * Returns a mask that keeps the values at these paths, such as {@code /Ports/PublicPort}, with all their members.
     *
     * @param paths names of members, each after a slash; {@code *} stands for any name
     */
    public static JsonMask of(String... paths) {
        var root = new Builder();
        for (var path : paths) {
            root.add(path.substring(1).split("/", -1), 0);
        }
        return root.build();
    }

    /** Returns the mask of a member; null if the member is dropped. */
    @Nullable
    JsonMask member(String name) {
        if (all) {
            return this;
        }
        var mask = members.get(name);
        return mask == null ? members.get(ANY) : mask;
    }

    private static final class Builder {
        private final Map<String, Builder> members = new HashMap<>();
        private boolean all;

        void add(String[] names, int at) {
            if (at == names.length) {
                all = true;
            } else {
                members.computeIfAbsent(names[at], _ -> new Builder()).add(names, at + 1);
            }
        }

        JsonMask build() {
            if (all) {
                return ALL;
            }
            var built = new HashMap<String, JsonMask>();
            members.forEach((name, member) -> built.put(name, member.build()));
            return new JsonMask(built, false);
        }
    }
}
