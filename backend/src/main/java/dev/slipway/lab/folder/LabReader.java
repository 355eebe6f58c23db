package dev.slipway.lab.folder;

import dev.slipway.lab.AssertionSource;
import dev.slipway.lab.Hint;
import dev.slipway.lab.Lab;
import dev.slipway.lab.Lab.Difficulty;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.NodeTemplate;
import dev.slipway.lab.Page;
import dev.slipway.lab.Proof;
import dev.slipway.lab.Scoring;
import dev.slipway.lab.SessionPolicy;
import dev.slipway.lab.SetupCommand;
import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import dev.slipway.lab.VariableRule;
import dev.slipway.lab.markdown.PageChecker;
import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import dev.slipway.lab.markdown.PageChecker.Surroundings;
import dev.slipway.shared.NodeName;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;

/** Reads one lab: YAML, then the schema, then what a schema cannot say, then the pages. */
final class LabReader {
    private static final String LAB_YAML = "lab.yaml";
    private static final Pattern PAGE = Pattern.compile("pages/[A-Za-z0-9][A-Za-z0-9_-]*\\.md");
    private static final int MAX_PAGE_BYTES = 256 << 10;

    private final LabFolder folder;
    private final YamlDocument yaml;
    private final JsonNode root;
    private final List<LabProblem> problems;

    private LabReader(LabFolder folder, YamlDocument yaml, List<LabProblem> problems) {
        this.folder = folder;
        this.yaml = yaml;
        this.root = yaml.tree();
        this.problems = problems;
    }

    static LabReading read(LabFolder folder, HostKnowledge host) {
        var problems = new ArrayList<>(folder.problems());
        var content = folder.file(LAB_YAML);
        if (content.isEmpty()) {
            problems.add(new LabProblem(
                    folder.position(LAB_YAML, 1, 1), "missing-file", "The folder has no lab.yaml.", "id: my-lab"));
            return new LabReading(Optional.empty(), List.of(), problems);
        }
        var yaml = YamlReader.read(folder.label(LAB_YAML), content.get(), problems);
        yaml.ifPresent(document -> problems.addAll(LabSchema.LAB.problems(document)));
        if (yaml.isEmpty() || hasErrors(problems)) {
            return new LabReading(Optional.empty(), List.of(), problems);
        }
        var reader = new LabReader(folder, yaml.get(), problems);
        var lab = reader.lab(host);
        var proofs = lab.isEmpty() ? List.<Proof>of() : new ProofReader(folder, yaml.get()).proofs();
        return new LabReading(lab, proofs, problems);
    }

    private static boolean hasErrors(List<LabProblem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    private Optional<Lab> lab(HostKnowledge host) {
        var id = root.path("id").stringValue();
        if (!id.equals(folder.name())) {
            error(
                    "/id",
                    "id-folder",
                    "The id is `" + id + "` but the folder is called `" + folder.name() + "`. They must be the same.",
                    "id: " + folder.name());
        }
        var nodeNames = nodeNames();
        var pages = pages(nodeNames);
        var rules = new LabRules(folder, yaml, nodeNames, pages, problems);
        rules.check(host.images());
        new AttachRules(yaml, problems).check(host.attach());
        var nodes = nodes(nodeNames);
        if (hasErrors(problems)) {
            return Optional.empty();
        }
        var tasks = tasks(pages);
        return Optional.of(new Lab(
                new LabId(id),
                root.path("version").stringValue(),
                LabDigest.of(
                        root, pages.values().stream().map(CheckedPage::page).toList(), nodes),
                root.path("title").stringValue(),
                root.path("summary").stringValue(),
                Difficulty.valueOf(root.path("difficulty").stringValue().toUpperCase(Locale.ROOT)),
                Duration.ofMinutes(root.path("minutes").intValue()),
                strings(root.path("objectives")),
                strings(root.path("requires").path("capabilities")),
                root.path("egress").asString("closed").equals("open"),
                strings(root.path("images")),
                variables(),
                nodes,
                session(),
                setup(nodeNames),
                new Scoring(
                        root.path("scoring").path("pass").asInt(70),
                        root.path("scoring").path("hintCost").asInt(0)),
                tasks,
                pages.values().stream().map(CheckedPage::page).toList()));
    }

    /** The nodes by the name in lab.yaml: one each, or as many as its count says. */
    private Map<String, List<String>> nodeNames() {
        var names = new LinkedHashMap<String, List<String>>();
        root.path("nodes").forEachEntry((name, node) -> {
            var count = node.path("count");
            names.put(
                    name,
                    count.isMissingNode()
                            ? List.of(name)
                            : IntStream.rangeClosed(1, count.intValue())
                                    .mapToObj(number -> name + "-" + number)
                                    .toList());
        });
        return names;
    }

    private List<NodeTemplate> nodes(Map<String, List<String>> nodeNames) {
        var nodes = new ArrayList<NodeTemplate>();
        root.path("nodes").forEachEntry((key, node) -> {
            var files = stream(node.path("files")).flatMap(this::file).toList();
            for (var name : nodeNames.getOrDefault(key, List.of())) {
                nodes.add(new NodeTemplate(
                        new NodeName(name),
                        memory(node.path("memory").asString("1g")),
                        node.path("cpus").asDouble(1),
                        files,
                        AttachRules.wish(node.path("attach"))));
            }
        });
        return nodes;
    }

    /** Nothing if the file is missing or not text, which {@link LabRules} reports. */
    private Stream<NodeTemplate.FileTemplate> file(JsonNode file) {
        return folder
                .file(file.path("from").stringValue())
                .flatMap(LabReader::text)
                .map(text -> new NodeTemplate.FileTemplate(
                        text,
                        file.path("to").stringValue(),
                        file.path("executable").asBoolean(false)))
                .stream();
    }

    private SortedMap<String, CheckedPage> pages(Map<String, List<String>> nodeNames) {
        var surroundings = new Surroundings(
                Set.copyOf(root.path("vars").propertyNames()),
                Set.copyOf(nodeNames.values().stream().flatMap(List::stream).toList()),
                Set.copyOf(stream(root.path("tasks"))
                        .map(task -> task.path("id").stringValue())
                        .toList()),
                folder.files().keySet(),
                folder::file);
        var pages = new TreeMap<String, CheckedPage>();
        folder.files().forEach((path, content) -> {
            if (!PAGE.matcher(path).matches()) {
                if (path.startsWith("pages/") && path.endsWith(".md")) {
                    problem(
                            folder.position(path, 1, 1),
                            Severity.WARNING,
                            "page-name",
                            "A page's file is named with letters, digits, - and _ and lies directly in pages/.",
                            "pages/10-start.md");
                }
                return;
            }
            var text = content.length > MAX_PAGE_BYTES ? Optional.<String>empty() : text(content);
            if (text.isEmpty()) {
                problem(
                        folder.position(path, 1, 1),
                        Severity.ERROR,
                        "bad-page",
                        "A page is a UTF-8 file of at most " + (MAX_PAGE_BYTES >> 10) + " KiB.",
                        "");
                return;
            }
            var page = PageChecker.check(path, folder.label(path), text.get(), surroundings, problems);
            pages.put(page.page().id(), page);
        });
        return pages;
    }

    private List<Task> tasks(SortedMap<String, CheckedPage> pages) {
        return IntStream.range(0, root.path("tasks").size())
                .mapToObj(index -> task(root.path("tasks").path(index), "/tasks/" + index, pages))
                .toList();
    }

    private Task task(JsonNode task, String pointer, SortedMap<String, CheckedPage> pages) {
        var id = task.path("id").stringValue();
        var page = Optional.of(task.path("page").asString("")).filter(name -> !name.isEmpty());
        return new Task(
                new TaskId(id),
                task.path("title").stringValue(),
                task.path("points").intValue(),
                page.or(() -> pageWithSlot(pages, id)),
                task.path("mode").asString("latch").equals("level") ? Task.Mode.LEVEL : Task.Mode.LATCH,
                strings(task.path("needs")).stream().map(TaskId::new).toList(),
                duration(task.path("hold").asString("0s")),
                assertions(task.path("check"), pointer + "/check"),
                stream(task.path("hints"))
                        .map(hint -> new Hint(
                                duration(hint.path("after").asString("0s")),
                                Optional.of(hint.path("failing").asString("")).filter(kind -> !kind.isEmpty()),
                                hint.path("text").stringValue()))
                        .toList());
    }

    private static Optional<String> pageWithSlot(SortedMap<String, CheckedPage> pages, String task) {
        return pages.values().stream()
                .filter(page -> page.slots().containsKey(task))
                .map(CheckedPage::page)
                .map(Page::id)
                .findFirst();
    }

    private List<AssertionSource> assertions(JsonNode list, String pointer) {
        return IntStream.range(0, list.size())
                .mapToObj(index -> assertion(list.path(index), pointer + "/" + index))
                .toList();
    }

    private AssertionSource assertion(JsonNode assertion, String pointer) {
        var kind = assertion.propertyNames().stream()
                .filter(key -> !key.equals("message"))
                .findFirst()
                .orElseThrow();
        var arguments = assertion.path(kind).deepCopy();
        var message = Optional.of(assertion
                        .path("message")
                        .asString(arguments.path("message").asString("")))
                .filter(text -> !text.isEmpty());
        if (arguments.isObject()) {
            message.ifPresent(text -> arguments.asObject().put("message", text));
        }
        var kindPointer = YamlDocument.child(pointer, kind);
        var nested = kind.equals("any") || kind.equals("none")
                ? assertions(arguments, kindPointer)
                : List.<AssertionSource>of();
        return new AssertionSource(kind, arguments, yaml.positionOfKey(kindPointer), message, nested);
    }

    private Map<String, VariableRule> variables() {
        var variables = new LinkedHashMap<String, VariableRule>();
        root.path("vars")
                .forEachEntry((name, rule) -> variables.put(
                        name,
                        rule.has("pick")
                                ? new VariableRule.Pick(strings(rule.path("pick")))
                                : new VariableRule.RandomWord()));
        return variables;
    }

    private SessionPolicy session() {
        var session = root.path("session");
        return new SessionPolicy(
                Duration.ofMinutes(session.path("minutes").asInt(60)),
                Duration.ofMinutes(session.path("extend").path("by").asInt(30)),
                session.path("extend").path("max").asInt(2),
                Duration.ofMinutes(session.path("idle").asInt(20)));
    }

    private List<SetupCommand> setup(Map<String, List<String>> nodeNames) {
        return stream(root.path("setup"))
                .flatMap(step -> targets(nodeNames, step.path("node").stringValue()).stream()
                        .map(node -> new SetupCommand(
                                new NodeName(node), step.path("run").stringValue())))
                .toList();
    }

    /** What a node's name in lab.yaml stands for: itself, or each of a counted node. */
    static Set<String> targets(Map<String, List<String>> nodeNames, String name) {
        var targets = new LinkedHashSet<>(nodeNames.getOrDefault(name, List.of()));
        nodeNames.values().stream().flatMap(List::stream).filter(name::equals).forEach(targets::add);
        return targets;
    }

    static Optional<String> text(byte[] content) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static List<String> strings(JsonNode array) {
        return stream(array).map(JsonNode::asString).toList();
    }

    private static Duration duration(String text) {
        var unit = text.replaceAll("[0-9]", "");
        var number = Long.parseLong(text.replaceAll("[a-z]", ""));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
    }

    private static DataSize memory(String text) {
        var number = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("g") ? DataSize.ofGigabytes(number) : DataSize.ofMegabytes(number);
    }

    private void error(String pointer, String rule, String message, String example) {
        problem(yaml.positionOf(pointer), Severity.ERROR, rule, message, example);
    }

    private void problem(SourcePosition at, Severity severity, String rule, String message, String example) {
        problems.add(new LabProblem(at, severity, rule, message, example));
    }
}
