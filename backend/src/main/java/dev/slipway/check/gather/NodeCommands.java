package dev.slipway.check.gather;

import dev.slipway.check.fact.ExecFact;
import dev.slipway.check.fact.FileFact;
import dev.slipway.check.fact.NodeFileFact;
import dev.slipway.sandbox.CommandResult;
import dev.slipway.sandbox.NodeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Runs commands in a node, and reads files of the node with commands. The learner is root in the node and can change
 * the output of the commands.
 */
final class NodeCommands {
    /** Exit status of the program {@code timeout} if it had to end the command. */
    private static final int TIMED_OUT = 124;

    /** Additional time for the start of a process in a node under load, and for the report of its end. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private static final int HEADER = 512;
    private static final String READ = """
            set -e
            test -e "$1" || { echo missing; exit 0; }
            stat -L -c '%a %U %F' -- "$1"
            if test -f "$1"; then head -c "$2" -- "$1"; fi
            """;

    private final NodeAccess access;
    private final int limit;

    NodeCommands(NodeAccess access, int limit) {
        this.access = access;
        this.limit = limit;
    }

    ExecFact run(String command, Allowance allowance) throws LookupException {
        var result = run(allowance, limit, "/bin/bash", "-c", command);
        return new ExecFact(result.exitStatus(), result.output(), result.truncated());
    }

    NodeFileFact file(String path, Allowance allowance) throws LookupException {
        var result = run(allowance, limit + HEADER, "/bin/sh", "-c", READ, "sh", path, Integer.toString(limit + 1));
        var lines = result.output().split("\n", 2);
        var words = lines[0].split(" ", 3);
        if (lines[0].equals("missing")) {
            return new NodeFileFact(FileFact.of(FileFact.Kind.MISSING), "", "");
        }
        if (!result.succeeded() || words.length < 3) {
            throw LookupException.unavailable("Slipway could not look at " + path + " on " + access.node() + ".", null);
        }
        return new NodeFileFact(file(words[2], lines.length > 1 ? lines[1] : ""), padded(words[0]), words[1]);
    }

    private FileFact file(String type, String content) {
        if (type.equals("directory")) {
            return FileFact.of(FileFact.Kind.DIRECTORY);
        }
        if (!type.startsWith("regular")) {
            return FileFact.of(FileFact.Kind.OTHER);
        }
        var truncated = content.getBytes(StandardCharsets.UTF_8).length > limit;
        var kept = truncated ? content.substring(0, Math.min(content.length(), limit)) : content;
        return new FileFact(FileFact.Kind.FILE, kept, truncated);
    }

    private static String padded(String mode) {
        return "0".repeat(Math.max(0, 4 - mode.length())) + mode;
    }

    private CommandResult run(Allowance allowance, int most, String... command) throws LookupException {
        var timeout = allowance.next();
        var argv = new String[command.length + 4];
        argv[0] = "/usr/bin/timeout";
        argv[1] = "-k";
        argv[2] = "1";
        argv[3] = "%d.%03d".formatted(timeout.toSeconds(), timeout.toMillisPart());
        System.arraycopy(command, 0, argv, 4, command.length);
        try {
            var result = access.run(timeout.plus(SLACK), most, argv);
            if (result.exitStatus() == TIMED_OUT) {
                throw LookupException.late("A command on " + access.node() + " did not end in time.", null);
            }
            return result;
        } catch (NodeException e) {
            throw NodeEngineApi.ofNode(e, "The machine " + access.node());
        }
    }
}
