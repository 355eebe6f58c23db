package dev.slipway.sandbox.attach;

import dev.slipway.sandbox.attach.AttachTarget.Words;
import java.util.List;
import java.util.Map;

/** Attach targets that lead to the test's own machine: {@code sh -c} reads its one argument as a remote shell does. */
public final class LocalTargets {
    static final String NAME = "here";

    private LocalTargets() {}

    /** Returns the machines of a platform without attach targets. */
    public static AttachedMachines none() {
        return new AttachedMachines(new AttachProperties(Map.of()));
    }

    static AttachedMachines machines() {
        return machines(List.of("/bin/bash", "--norc"));
    }

    static AttachedMachines machines(List<String> shell) {
        var target = new AttachTarget(
                shell,
                List.of("/bin/sh", "-c"),
                List.of("cat"),
                List.of("/bin/sh", "-c", "echo {port}; cat"),
                List.of(),
                List.of("true"),
                Words.JOINED,
                255,
                Map.of("GIVEN", "yes", "PS1", "$ "),
                false);
        return new AttachedMachines(new AttachProperties(Map.of(NAME, target)));
    }
}
