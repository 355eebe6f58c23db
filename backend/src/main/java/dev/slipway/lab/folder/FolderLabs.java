package dev.slipway.lab.folder;

import dev.slipway.lab.AttachTargets;
import dev.slipway.lab.Course;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabError;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProperties;
import dev.slipway.lab.LabRule;
import dev.slipway.lab.LabVersion;
import dev.slipway.lab.Labs;
import dev.slipway.lab.Page;
import dev.slipway.lab.PageBlock;
import dev.slipway.lab.VariableRule;
import dev.slipway.lab.markdown.PageRenderer;
import dev.slipway.shared.UserFacingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The labs that are read from folders on the disk. The folders are read again when a file has changed. If a changed lab
 * has errors, its last valid version stays in the catalogue, so that learners can continue; {@link #problems()} reports
 * the errors.
 *
 * <p>Threads share one immutable {@link Snapshot} through a volatile field. Only the thread that holds the lock
 * replaces the snapshot; the other threads use the previous snapshot meanwhile.
 */
@Service
class FolderLabs implements Labs {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLabs.class);

    private final LabProperties properties;
    private final AttachTargets attach;
    private final KeptLabs kept;
    private final List<LabRule> rules;
    private final Clock clock;
    private final PageRenderer renderer = new PageRenderer();
    private final ReentrantLock rereading = new ReentrantLock();
    private volatile Snapshot snapshot;

    FolderLabs(LabProperties properties, AttachTargets attach, KeptLabs kept, List<LabRule> rules, Clock clock) {
        this.properties = properties;
        this.attach = attach;
        this.kept = kept;
        this.rules = List.copyOf(rules);
        this.clock = clock;
        this.snapshot = read(fingerprint(), Map.of());
    }

    private record Snapshot(
            LabFolders.Contents contents, Map<LabId, ReadLab> labs, String fingerprint, Instant checked) {}

    /** The last valid version of a lab, and the files from which it was read. */
    private record ReadLab(Lab lab, LabFolder source) {}

    @Override
    public List<Course> courses() {
        return current().contents().courses();
    }

    @Override
    public Optional<Lab> find(LabId id) {
        return Optional.ofNullable(current().labs().get(id)).map(ReadLab::lab);
    }

    @Override
    public Optional<Lab> find(LabVersion version) {
        var now = find(version.id());
        return now.filter(lab -> lab.version().digest().equals(version.digest()))
                .or(() -> kept.find(version))
                .or(() -> now);
    }

    @Override
    public Lab keep(LabId id) {
        var readable = current().labs().get(id);
        if (readable == null) {
            throw new UserFacingException(LabError.LAB_NOT_FOUND, id);
        }
        kept.keep(readable.lab(), readable.source());
        return readable.lab();
    }

    @Override
    public Lab require(LabId id) {
        return find(id).orElseThrow(() -> new UserFacingException(LabError.LAB_NOT_FOUND, id));
    }

    @Override
    public List<LabProblem> problems() {
        return current().contents().problems();
    }

    @Override
    public Map<String, String> chooseVariables(Lab lab, long seed) {
        return lab.variables().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, variable -> choose(variable.getKey(), variable.getValue(), seed)));
    }

    @Override
    public List<PageBlock> render(Page page, Map<String, String> variables) {
        return renderer.render(page, variables);
    }

    @Override
    public String renderInline(String markdown, Map<String, String> variables) {
        return renderer.renderInline(markdown, variables);
    }

    private static String choose(String name, VariableRule rule, long seed) {
        var draw = new SeededDraw(seed, name);
        return switch (rule) {
            case VariableRule.Pick(var options) -> options.get(draw.below(options.size()));
            case VariableRule.RandomWord() -> draw.word();
        };
    }

    private Snapshot current() {
        var before = snapshot;
        var due = before.checked().plus(properties.recheck());
        if (clock.instant().isBefore(due) || !rereading.tryLock()) {
            return before;
        }
        try {
            var fingerprint = fingerprint();
            snapshot = fingerprint.equals(before.fingerprint())
                    ? new Snapshot(before.contents(), before.labs(), fingerprint, clock.instant())
                    : read(fingerprint, before.labs());
            return snapshot;
        } finally {
            rereading.unlock();
        }
    }

    private Snapshot read(String fingerprint, Map<LabId, ReadLab> before) {
        var read = LabFolders.readWithSources(
                properties.folders(), new HostKnowledge(Optional.empty(), Optional.of(attach)), rules);
        var contents = read.contents();
        var labs = new HashMap<LabId, ReadLab>();
        contents.labs()
                .forEach((id, lab) -> Optional.ofNullable(read.sources().get(id))
                        .ifPresent(source -> labs.put(id, new ReadLab(lab, source))));
        before.forEach((id, lab) -> {
            if (existsStill(id)) {
                labs.putIfAbsent(id, lab);
            }
        });
        LOG.info(
                "labs were read count={} courses={} problems={}",
                contents.labs().size(),
                contents.courses().size(),
                contents.problems().size());
        contents.problems()
                .forEach(problem -> LOG.warn("a lab has a problem at={} rule={}", problem.position(), problem.rule()));
        return new Snapshot(contents, Map.copyOf(labs), fingerprint, clock.instant());
    }

    private boolean existsStill(LabId id) {
        return properties.folders().stream().anyMatch(folder -> {
            try (var found = Files.find(folder, 2, (path, _) -> path.endsWith(id.value()))) {
                return found.anyMatch(Files::isDirectory);
            } catch (IOException | UncheckedIOException e) {
                return false;
            }
        });
    }

    /**
     * Returns the names, sizes and modification times of all files, by which a change is detected. For some hundred
     * files, this takes a few milliseconds.
     */
    private String fingerprint() {
        var fingerprint = new StringBuilder();
        for (var folder : properties.folders()) {
            var files = new LinkedHashMap<Path, String>();
            try (var found = Files.find(folder, 10, (_, attributes) -> attributes.isRegularFile())) {
                found.sorted().forEach(file -> files.put(file, state(file)));
            } catch (IOException | UncheckedIOException e) {
                files.put(folder, "unreadable");
            }
            fingerprint.append(files);
        }
        return fingerprint.toString();
    }

    private static String state(Path file) {
        try {
            return Files.size(file) + "@" + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return "unreadable";
        }
    }
}
