package dev.slipway.ui.testing;

import dev.slipway.lab.Course;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabVersion;
import dev.slipway.lab.Labs;
import dev.slipway.lab.Page;
import dev.slipway.lab.PageBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalogue with the labs that a test adds. Renders a page's text as one piece of prose. */
public final class FakeLabs implements Labs {
    private final List<Lab> labs = new ArrayList<>();
    private final List<LabProblem> problems = new ArrayList<>();

    public void add(Lab lab) {
        labs.add(lab);
    }

    public void add(LabProblem problem) {
        problems.add(problem);
    }

    public void clear() {
        labs.clear();
        problems.clear();
    }

    @Override
    public List<Course> courses() {
        return labs.isEmpty()
                ? List.of()
                : List.of(new Course(
                        "course",
                        "Containers",
                        "From the start.",
                        labs.stream().map(Lab::id).toList()));
    }

    @Override
    public Optional<Lab> find(LabId id) {
        return labs.stream().filter(lab -> lab.id().equals(id)).findFirst();
    }

    @Override
    public Lab require(LabId id) {
        return find(id).orElseThrow();
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
        return problems;
    }

    @Override
    public Map<String, String> chooseVariables(Lab lab, long seed) {
        return Map.of();
    }

    @Override
    public List<PageBlock> render(Page page, Map<String, String> variables) {
        return List.of(new PageBlock.Prose("<p>" + page.markdown() + "</p>"));
    }

    @Override
    public String renderInline(String markdown, Map<String, String> variables) {
        return "<p>" + markdown + "</p>";
    }
}
