package dev.slipway.check.assertion;

import java.util.List;

/**
 * Kinds of assertions for which the platform connects to the node from outside, reads files of the node itself, or runs
 * a command in the node.
 */
final class OutsideKinds {
    static final List<Kind> ALL = List.of(
            new Kind(
                    "http",
                    "A web server responds to a GET request to a port of the node; the comparators match the first 16"
                            + " KB of the text. A server that accepts the connection but never responds makes the"
                            + " check time out. With `exists: false`, no server may respond.",
                    "{port: 8080, path: /, status: 200, contains: It works}",
                    HttpAnswers::read),
            new Kind(
                    "tcp",
                    "A server accepts connections to a port of the node; the comparators match the text that it sends"
                            + " first. With `exists: false`, no server may accept them.",
                    "{port: 3306}",
                    TcpAnswers::read),
            new Kind(
                    "dns",
                    "A name server that listens on TCP at a port of the node resolves a name; the comparators match"
                            + " its IPv4 addresses. The server of a container's network cannot be reached from"
                            + " outside: use `exec` for that.",
                    "{name: web.shop, equals: 172.30.0.2}",
                    DnsAnswers::read),
            new Kind(
                    "registry.repository",
                    "A registry at a port of the node has the repository. Slipway uses plain HTTP without a password.",
                    "{port: 5000, name: shop}",
                    RegistryHas::readRepository),
            new Kind(
                    "registry.tag",
                    "Checks the tags of a repository in a registry at a port of the node.",
                    "{port: 5000, name: shop, equals: \"1.0\"}",
                    RegistryHas::readTag),
            new Kind(
                    "file.exists",
                    "A file or folder exists at that path of the node itself. Links are followed.",
                    "{path: /root/compose.yaml}",
                    NodeFileIs::read),
            new Kind(
                    "file.contains",
                    "Checks the first 16 KB of a file of the node.",
                    "{path: /root/compose.yaml, contains: \"image: httpd\"}",
                    NodeFileIs::read),
            new Kind(
                    "file.mode",
                    "Checks the permissions of a file of the node: octal digits, in quotes.",
                    "{path: /root/run.sh, in: [\"0755\", \"0700\"]}",
                    NodeFileIs::readMode),
            new Kind(
                    "dockerfile.instruction",
                    "A Dockerfile on the node has the instruction; the comparators match its argument, with single"
                            + " blanks between the words. Continued lines, comments, here-documents and lower case"
                            + " have the same meaning as for Docker.",
                    "{path: /root/shop/Dockerfile, instruction: COPY, contains: package.json, before: {instruction: RUN,"
                            + " contains: npm}}",
                    DockerfileInstruction::read),
            new Kind(
                    "exec",
                    "A command in the node ends with a status, and the comparators match its output. Use it only if no"
                            + " other assertion fits: the learner is root and can change the command's output. The"
                            + " command runs at each evaluation of the task, so it must change nothing.",
                    "{run: sysctl -n net.ipv4.ip_forward, equals: 1}",
                    ExecPrints::read));

    private OutsideKinds() {}
}
