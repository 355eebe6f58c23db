package dev.slipway.api;

import dev.slipway.attempt.LabSamples;
import dev.slipway.lab.Course;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabError;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabVersion;
import dev.slipway.lab.Labs;
import dev.slipway.lab.Page;
import dev.slipway.lab.PageBlock;
import dev.slipway.shared.UserFacingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One course with the sample lab and a quiz. */
final class FakeLabs implements Labs {
    private final List<Lab> labs = List.of(LabSamples.aLab(), LabSamples.aQuiz());

    @Override
    public List<Course> courses() {
        return List.of(new Course(
                "docker", "Docker", "From the start", labs.stream().map(Lab::id).toList()));
    }

    @Override
    public Optional<Lab> find(LabId id) {
        return labs.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    @Override
    public Lab require(LabId id) {
        return find(id).orElseThrow(() -> new UserFacingException(LabError.LAB_NOT_FOUND, id));
    }

    @Override
    public Lab keep(LabId id) {
        return require(id);
    }

    @Override
    public Optional<Lab> find(LabVersion version) {
        return find(version.id());
    }

    @Override
    public List<LabProblem> problems() {
        return List.of();
    }

    @Override
    public Map<String, String> chooseVariables(Lab of, long seed) {
        return Map.of();
    }

    @Override
    public List<PageBlock> render(Page page, Map<String, String> variables) {
        return List.of();
    }

    @Override
    public String renderInline(String markdown, Map<String, String> variables) {
        return "<p>" + markdown + "</p>";
    }
}
