package dev.slipway.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue: all courses and labs that could be read. */
public interface Labs {

    List<Course> courses();

    Optional<Lab> find(LabId id);

    /**
     * @throws dev.slipway.shared.UserFacingException if there is no such lab
     */
    Lab require(LabId id);

    /** What is wrong with labs that could not be read. */
    List<LabProblem> problems();

    /** Chooses the variables of an attempt; the same seed gives the same values. */
    Map<String, String> chooseVariables(Lab lab, long seed);

    /** Renders a page with an attempt's variables filled in. */
    List<PageBlock> render(Page page, Map<String, String> variables);

    /** Renders a short Markdown text such as a hint to sanitised HTML. */
    String renderInline(String markdown, Map<String, String> variables);
}
