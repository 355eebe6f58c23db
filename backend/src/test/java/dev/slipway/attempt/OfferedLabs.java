package dev.slipway.attempt;

import dev.slipway.lab.Course;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabVersion;
import dev.slipway.lab.Labs;
import dev.slipway.lab.Page;
import dev.slipway.lab.PageBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Labs that a test can replace; each version that was kept stays available. */
final class OfferedLabs implements Labs {
    private final Map<String, Lab> kept = new ConcurrentHashMap<>();
    private volatile List<Lab> labs = List.of(LabSamples.aLab(), LabSamples.anotherLab(), LabSamples.aQuiz());

    void offer(Lab... now) {
        labs = List.of(now);
    }

    @Override
    public List<Course> courses() {
        return List.of(
                new Course("course", "Course", "", labs.stream().map(Lab::id).toList()));
    }

    @Override
    public Optional<Lab> find(LabId id) {
        return labs.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    @Override
    public Lab require(LabId id) {
        return find(id).orElseThrow();
    }

    @Override
    public Lab keep(LabId id) {
        var now = require(id);
        kept.put(now.version().digest(), now);
        return now;
    }

    @Override
    public Optional<Lab> find(LabVersion version) {
        return Optional.ofNullable(kept.get(version.digest())).or(() -> find(version.id()));
    }

    @Override
    public List<LabProblem> problems() {
        return List.of();
    }

    @Override
    public Map<String, String> chooseVariables(Lab lab, long seed) {
        return Map.of("SEED", Long.toString(seed));
    }

    @Override
    public List<PageBlock> render(Page page, Map<String, String> variables) {
        return List.of();
    }

    @Override
    public String renderInline(String markdown, Map<String, String> variables) {
        return markdown;
    }
}
