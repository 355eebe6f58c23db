package dev.slipway.check.assertion;

import java.util.List;

/** What can be asked by connections from outside, and of the node's own files and commands. */
final class OutsideKinds {
    static final List<Kind> ALL = List.of(
            new Kind(
                    "http",
                    "A web server answers a GET request to a port of the node; the comparators are about the first 16 KB"
                            + " of the text. A server that takes the connection but never answers makes the check time"
                            + " out. With `exists: false` none must answer.",
                    "{port: 8080, path: /, status: 200, contains: It works}",
                    HttpAnswers::read),
            new Kind(
                    "tcp",
                    "Something takes connections to a port of the node; the comparators are about what it says by"
                            + " itself. With `exists: false` nothing must.",
                    "{port: 3306}",
                    TcpAnswers::read),
            new Kind(
                    "dns",
                    "A name server that listens on TCP at a port of the node resolves a name; the comparators are about"
                            + " its IPv4 addresses. The server inside a container's network cannot be asked from"
                            + " outside: use `exec` for that.",
                    "{name: web.shop, equals: 172.30.0.2}",
                    DnsAnswers::read),
            new Kind(
                    "registry.repository",
                    "A registry at a port of the node has such a repository. Asked by plain HTTP, without a password.",
                    "{port: 5000, name: shop}",
                    RegistryHas::readRepository),
            new Kind(
                    "registry.tag",
                    "A repository of a registry at a port of the node has such a tag.",
                    "{port: 5000, name: shop, equals: \"1.0\"}",
                    RegistryHas::readTag),
            new Kind(
                    "file.exists",
                    "Something is at that path of the node itself. Links are followed.",
                    "{path: /root/compose.yaml}",
                    NodeFileIs::read),
            new Kind(
                    "file.contains",
                    "A file of the node has such a text among its first 16 KB.",
                    "{path: /root/compose.yaml, contains: \"image: httpd\"}",
                    NodeFileIs::read),
            new Kind(
                    "file.mode",
                    "A file of the node has such permissions: octal digits, in quotes.",
                    "{path: /root/run.sh, in: [\"0755\", \"0700\"]}",
                    NodeFileIs::readMode),
            new Kind(
                    "dockerfile.instruction",
                    "A Dockerfile on the node has such an instruction; the comparators are about its argument, with"
                            + " single blanks between the words. Continued lines, comments, here-documents and lower"
                            + " case are understood as Docker does.",
                    "{path: /root/shop/Dockerfile, instruction: COPY, contains: package.json, before: {instruction: RUN,"
                            + " contains: npm}}",
                    DockerfileSays::read),
            new Kind(
                    "exec",
                    "A command in the node ends with a status and prints such a text. An escape hatch, for what no other"
                            + " assertion knows: the learner is root and decides what a command says, and it runs each"
                            + " time the task is looked at, so it must change nothing.",
                    "{run: sysctl -n net.ipv4.ip_forward, equals: 1}",
                    ExecPrints::read));

    private OutsideKinds() {}
}
