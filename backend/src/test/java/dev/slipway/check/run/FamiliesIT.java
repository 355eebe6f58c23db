package dev.slipway.check.run;

import static dev.slipway.check.run.Watching.ATTEMPT;
import static dev.slipway.check.run.Watching.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.check.CheckProperties;
import dev.slipway.check.Verdict;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.sandbox.provision.RealNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Tests each family of assertions on a real engine, with facts that are read from its real responses. */
class FamiliesIT {
    private static final Verdict PASSED = new Verdict.Passed();
    /** A machine under load needs more time to answer thirty requests. */
    private static final CheckProperties PATIENT = new CheckProperties(
            Duration.ofMillis(40),
            Duration.ofMillis(150),
            Duration.ofMinutes(10),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            4,
            DataSize.ofMegabytes(2),
            DataSize.ofKilobytes(16),
            100);

    private static RealNode node;

    @BeforeAll
    static void start() {
        node = RealNode.started();
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @AfterEach
    void sweep() {
        node.sh(
                "docker swarm leave -f >/dev/null 2>&1; docker ps -aq | xargs -r docker rm -f; docker volume prune -af; docker network prune -f");
    }

    /** Asserts that all assertions hold. Each text is a kind and its arguments, separated by a blank. */
    private static void holds(String... assertions) {
        judge(assertions)
                .forEach((assertion, verdict) ->
                        assertThat(verdict).as(assertion).isEqualTo(PASSED));
    }

    private static void fails(String... assertions) {
        judge(assertions)
                .forEach((assertion, verdict) ->
                        assertThat(verdict).as(assertion).isInstanceOf(Verdict.Failed.class));
    }

    private static Map<String, Verdict> judge(String... assertions) {
        var tasks = new ArrayList<Task>();
        for (var assertion : assertions) {
            var parts = assertion.split(" ", 2);
            tasks.add(task(new TaskId("task-" + tasks.size()), parts[0], parts[1]));
        }
        var verdicts = new LinkedHashMap<String, Verdict>();
        try (var watching = new Watching(node, PATIENT)) {
            watching.watch(tasks.toArray(Task[]::new));
            watching.checks.checkNow(ATTEMPT);
            for (var i = 0; i < assertions.length; i++) {
                verdicts.put(assertions[i], watching.verdicts(tasks.get(i).id()).getLast());
            }
        }
        return verdicts;
    }

    @Test
    void containersSayHowTheyWereMade() {
        node.sh("""
                docker network create shop
                docker run -d --name web --hostname shop -e PORT=8080 -l tier=front -v shop-data:/data --network shop \
                  --restart unless-stopped --memory 256m --cpus 0.5 --pids-limit 100 \
                  --health-cmd true --health-interval 1s \
                  busybox sh -c 'echo ready on port 80; sleep 1000'
                docker run --name job -l shift=night busybox false || true
                for i in $(seq 100); do docker inspect -f '{{.State.Health.Status}}' web | grep -q '^healthy' && break; sleep 0.2; done
                """);

        holds(
                "container.env {'name': 'web', 'key': 'PORT', 'equals': 8080}",
                "container.label {'name': 'web', 'key': 'tier', 'in': ['front', 'back']}",
                "container.mount {'name': 'web', 'at': '/data', 'equals': 'shop-data'}",
                "container.network {'name': 'web', 'equals': 'shop'}",
                "container.restart {'name': 'web', 'equals': 'unless-stopped'}",
                "container.health {'name': 'web', 'equals': 'healthy'}",
                "container.limits {'name': 'web', 'memory': '256m', 'cpus': {'atMost': 0.5}, 'pids': 100}",
                "container.hostname {'name': 'web', 'equals': 'shop'}",
                "container.logs {'name': 'web', 'matches': '^ready on port [0-9]+$'}",
                "container.name {'image': 'busybox', 'in': ['web']}",
                "volume.exists {'name': 'shop-data'}",
                "volume.driver {'name': 'shop-data', 'equals': 'local'}",
                "volume.attached {'name': 'shop-data', 'equals': 'web'}",
                "network.exists {'name': 'shop'}",
                "network.driver {'name': 'shop', 'equals': 'bridge'}",
                "network.attached {'name': 'shop', 'equals': 'web'}",
                "engine.info {'swarm': 'inactive', 'containers': 2, 'running': 1}");
        fails(
                "container.env {'name': 'web', 'key': 'PORT', 'equals': 80}",
                "container.limits {'name': 'job', 'memory': '256m'}",
                "container.health {'name': 'job', 'equals': 'healthy'}",
                "container.restart {'name': 'nobody', 'equals': 'no'}",
                "volume.exists {'name': 'data'}",
                "volume.attached {'name': 'shop-data', 'equals': 'job'}",
                "network.attached {'name': 'shop', 'equals': 'job'}",
                "swarm.nodes {'ready': 1}",
                "swarm.service {'name': 'web', 'replicas': 1}",
                "compose.project {'name': 'shop'}");
    }

    @Test
    void imagesSayHowTheyWereMade() {
        node.sh("""
                mkdir -p /tmp/shop && cd /tmp/shop && echo hello > page
                printf 'FROM httpd\\nLABEL maintainer=ada\\nENV PORT=8080\\nWORKDIR /srv\\nUSER 1000\\nEXPOSE 8080\\nCOPY page /srv/\\nENTRYPOINT ["httpd"]\\nCMD ["-DFOREGROUND"]\\n' > Dockerfile
                docker build -q -t built:1 . && DOCKER_BUILDKIT=0 docker build -q -t classic:1 .
                docker create --name web httpd && docker commit web committed:1
                docker tag httpd tagged:1
                """);

        for (var name : List.of("built:1", "classic:1")) {
            var of = "{'name': '" + name + "', ";
            holds(
                    "image.builtFrom " + of + "'base': 'httpd'}",
                    "image.parent " + of + "'base': 'httpd'}",
                    "image.label " + of + "'key': 'maintainer', 'equals': 'ada'}",
                    "image.env " + of + "'key': 'PORT', 'equals': 8080}",
                    "image.workdir " + of + "'equals': '/srv'}",
                    "image.user " + of + "'equals': 1000}",
                    "image.exposes " + of + "'equals': 8080}",
                    "image.entrypoint " + of + "'equals': 'httpd'}",
                    "image.cmd " + of + "'equals': '-DFOREGROUND'}",
                    "image.history " + of + "'contains': 'COPY'}",
                    "image.layers " + of + "'atLeast': 2}",
                    "image.size " + of + "'atMost': '1g'}",
                    "image.contains " + of + "'path': '/srv/page', 'text': 'hello'}");
            fails("image.committedFrom " + of + "'base': 'httpd'}", "image.builtFrom " + of + "'base': 'busybox'}");
        }
        holds(
                "image.committedFrom {'name': 'committed:1', 'base': 'httpd'}",
                "image.parent {'name': 'committed:1', 'base': 'httpd'}",
                "image.tag {'name': 'httpd', 'equals': 'tagged:1'}");
        fails(
                "image.builtFrom {'name': 'committed:1', 'base': 'httpd'}",
                "image.builtFrom {'name': 'tagged:1', 'base': 'httpd'}");
    }

    @Test
    void portsFilesAndCommandsOfTheNodeAreSeen() {
        node.sh("""
                docker run -d --name web -p 5000:80 httpd
                docker exec web sh -c 'mkdir -p /usr/local/apache2/htdocs/v2/shop/tags &&
                  echo "{\\"name\\":\\"shop\\",\\"tags\\":[\\"1.0\\"]}" > /usr/local/apache2/htdocs/v2/shop/tags/list'
                printf '#!/bin/sh\\n' > /root/run.sh && chmod 755 /root/run.sh
                printf 'FROM httpd\\ncopy a \\\\\\n  b\\n' > /root/Dockerfile
                """);

        holds(
                "tcp {'port': 5000}",
                "tcp {'port': 5001, 'exists': false}",
                "http {'port': 5001, 'exists': false}",
                "registry.repository {'port': 5000, 'name': 'shop'}",
                "registry.tag {'port': 5000, 'name': 'shop', 'equals': '1.0'}",
                "file.exists {'path': '/root/run.sh'}",
                "file.exists {'path': '/root/nothing', 'exists': false}",
                "file.contains {'path': '/root/run.sh', 'matches': '^#!/bin/sh'}",
                "file.mode {'path': '/root/run.sh', 'equals': '0755'}",
                "dockerfile.instruction {'path': '/root/Dockerfile', 'instruction': 'COPY', 'equals': 'a b'}",
                "exec {'run': 'echo hello; exit 3', 'status': 3, 'equals': 'hello'}");
        fails(
                "tcp {'port': 5001}",
                "dns {'port': 5001, 'name': 'web'}",
                "registry.repository {'port': 5000, 'name': 'other'}",
                "registry.tag {'port': 5000, 'name': 'shop', 'equals': '2.0'}",
                "file.mode {'path': '/root/run.sh', 'equals': '0644'}",
                "exec {'run': 'exit 1'}");
    }

    @Test
    void commandThatDoesNotEndIsNoFailure() {
        assertThat(judge("exec {'run': 'sleep 1000'}").values()).singleElement().isInstanceOf(Verdict.TimedOut.class);
    }

    @Test
    void swarmSaysHowItStands() {
        node.sh("""
                docker swarm init --advertise-addr 127.0.0.1
                docker node update --label-add disk=fast $(docker node ls -q)
                docker network create -d overlay --attachable back
                echo secret | docker secret create db-password - && echo conf | docker config create site-conf -
                docker service create -d --name web --replicas 2 --secret db-password --config site-conf --network back \
                  --endpoint-mode dnsrr --constraint 'node.role == manager' --update-parallelism 2 --update-delay 10s \
                  --update-order start-first -e PORT=8080 busybox sleep 1000
                printf 'services:\\n  cache:\\n    image: busybox\\n    command: sleep 1000\\n' > /root/stack.yml
                docker stack deploy -d=true -c /root/stack.yml shop
                for i in $(seq 150); do
                  test "$(docker service ls --format '{{.Replicas}}' | sort | tr '\\n' ' ')" = '1/1 2/2 ' && break; sleep 0.2
                done
                docker service scale -d web=3
                for i in $(seq 150); do docker service ls | grep -q '3/3' && break; sleep 0.2; done
                """);
        var host = node.sh("hostname").strip();

        holds(
                "swarm.nodes {'ready': 1, 'managers': 1, 'workers': 0}",
                "swarm.node {'name': '" + host + "', 'role': 'manager', 'availability': 'active'}",
                "swarm.nodeLabel {'name': '" + host + "', 'key': 'disk', 'equals': 'fast'}",
                "swarm.service {'name': 'web', 'replicas': 3, 'running': 3, 'mode': 'replicated', 'image': 'busybox',"
                        + " 'endpoint': 'dnsrr'}",
                "swarm.secret {'name': 'db-password', 'service': 'web'}",
                "swarm.config {'name': 'site-conf', 'service': 'web'}",
                "swarm.placement {'name': 'web', 'constraint': 'node.role==manager', 'nodes': 1}",
                "swarm.update {'name': 'web', 'parallelism': 2, 'delay': '10s', 'order': 'start-first'}",
                "swarm.network {'name': 'back', 'driver': 'overlay', 'attachable': true, 'service': 'web'}",
                "swarm.stack {'name': 'shop', 'services': 1, 'running': ['cache']}",
                "event.sequence [{'type': 'service', 'action': 'create', 'name': 'web'},"
                        + " {'type': 'service', 'action': 'update', 'name': 'web', 'same': true}]",
                "engine.info {'swarm': 'active'}");
        fails(
                "swarm.nodes {'ready': 3}",
                "swarm.service {'name': 'web', 'replicas': 5}",
                "swarm.service {'name': 'db'}",
                "swarm.stack {'name': 'other'}",
                "swarm.secret {'name': 'db-password', 'service': 'shop_cache'}",
                "swarm.placement {'name': 'web', 'perNode': 1}");

        node.sh("docker service rm web && docker service create -d --name web --replicas 5 busybox sleep 1000");
        var made = judge("event.sequence [{'type': 'service', 'action': 'remove', 'name': 'web'},"
                + " {'type': 'service', 'action': 'create', 'name': 'web'},"
                + " {'type': 'service', 'action': 'update', 'name': 'web', 'same': true}]");
        assertThat(made.values()).singleElement().isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void composeProjectIsSeen() {
        node.sh("""
                mkdir -p /root/shop && cd /root/shop
                printf 'services:\\n  web:\\n    image: busybox\\n    command: sleep 1000\\n  job:\\n    image: busybox\\n    command: "true"\\n' > compose.yaml
                docker compose up -d --quiet-pull
                """);

        holds("compose.project {'name': 'shop', 'services': 2, 'service': ['web', 'job'], 'running': 'web'}");
        fails("compose.project {'name': 'shop', 'running': ['web', 'db']}");
    }
}
