package dev.slipway.sandbox.attach;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Sends signals to process groups, which Java's API cannot do. */
final class ProcessGroup {
    static final int HANGUP = 1;
    static final int KILL = 9;
    private static final MethodHandle KILL_FUNCTION = killFunction();

    private ProcessGroup() {}

    /** Signals every process of a group; does nothing if the group has no process left. */
    static void signal(long leader, int signal) {
        if (leader <= 1) {
            throw new IllegalArgumentException("not the leader of a group: " + leader);
        }
        try {
            var _ = (int) KILL_FUNCTION.invokeExact((int) -leader, signal);
        } catch (Throwable e) {
            throw new IllegalStateException("cannot signal process group " + leader, e);
        }
    }

    @SuppressWarnings("restricted") // the platform runs with native access
    private static MethodHandle killFunction() {
        var linker = Linker.nativeLinker();
        var kill = linker.defaultLookup().findOrThrow("kill");
        return linker.downcallHandle(
                kill, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    }
}
