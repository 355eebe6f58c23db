package dev.slipway.lab.folder;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A small lab without problems. Each test changes one part of it. */
final class LabFixture {
    static final String LAB_YAML = """
            id: my-lab
            version: 1.0.0
            title: My lab
            summary: A lab for the tests of the reader.
            difficulty: beginner
            minutes: 10
            images: [httpd]
            vars:
              WORD: {random: word}
              PORT: {pick: [8080, 8081]}
            nodes:
              manager: {memory: 512m, cpus: 0.5, files: [{from: files/stack.yml, to: /root/stack.yml}]}
              worker: {count: 2}
            setup:
              - {node: worker, run: docker volume create x}
            tasks:
              - id: first
                title: Do the first
                points: 10
                page: 10-start
                check:
                  - container.running: {name: web}
              - id: second
                title: Do the second
                points: 20
                needs: [first]
                hold: 2s
                check:
                  - http: {port: "${PORT}", contains: "${WORD}"}
                  - none: [{container.exited: {name: web}}]
                    message: It has ended.
                hints: [{after: 5m, text: "Say ${WORD}."}]
            proofs:
              - {name: untouched, expect: {first: fail, second: {fail: http}}}
              - {name: reference, run: solutions/ok.sh, expect: pass}
              - {name: a mistake, run: solutions/wrong.sh, expect: {first: {fail: container.running}, second: fail}}
              - {name: a later mistake, run: solutions/wrong.sh, expect: {first: pass, second: fail}}
            """;

    static final String PAGE = """
            # Start

            Say `${WORD}`, see ![a drawing](ports.svg) and [again](10-start.md).

            :::task{id=first}

            :::note
            Look.
            :::

            ```bash {run=worker-1 copy}
            docker ps
            ```

            :::task{id=second}
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    private LabFixture() {
        files.put("lab.yaml", LAB_YAML);
        files.put("pages/10-start.md", PAGE);
        files.put(
                "pages/ports.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0 H9\"/></svg>");
        files.put("files/stack.yml", "services: {}\n");
        files.put("solutions/ok.sh", "docker ps\n");
        files.put("solutions/wrong.sh", "docker images\n");
    }

    static LabFixture aLab() {
        return new LabFixture();
    }

    LabFixture with(String path, String content) {
        files.put(path, content);
        return this;
    }

    LabFixture without(String path) {
        files.remove(path);
        return this;
    }

    LabFixture replacing(String path, String from, String to) {
        var before = files.getOrDefault(path, "");
        if (!before.contains(from)) {
            throw new IllegalArgumentException(path + " does not contain " + from);
        }
        return with(path, before.replace(from, to));
    }

    LabReading read() {
        return read(Set.of());
    }

    LabReading read(Set<String> knownImages) {
        return read(new HostKnowledge(
                knownImages.isEmpty() ? Optional.empty() : Optional.of(knownImages), Optional.empty()));
    }

    LabReading read(HostKnowledge host) {
        var contents = new LinkedHashMap<String, byte[]>();
        files.forEach((path, content) -> contents.put(path, content.getBytes(StandardCharsets.UTF_8)));
        return LabReader.read(LabFolder.of("my-lab", "my-lab", contents), host);
    }

    Map<String, String> files() {
        return files;
    }
}
