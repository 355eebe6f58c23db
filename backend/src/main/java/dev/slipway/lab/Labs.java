package dev.slipway.lab;

import dev.slipway.shared.UserFacingException;
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

    /**
     * Keeps the content of a lab as it is now, so that it is found by its digest whatever becomes of its folder; part of
     * the caller's transaction.
     *
     * @return the lab that is kept
     * @throws dev.slipway.shared.UserFacingException if there is no such lab
     */
    Lab keep(LabId id);

    /** The lab that was kept with this digest; where none was, the lab of this name as it is now. */
    Optional<Lab> find(LabId id, String digest);

    /**
     * As {@link #find(LabId, String)}.
     *
     * @throws dev.slipway.shared.UserFacingException if there is none
     */
    default Lab require(LabId id, String digest) {
        return find(id, digest).orElseThrow(() -> new UserFacingException(LabError.LAB_NOT_FOUND, id));
    }

    /** What is wrong with labs that could not be read. */
    List<LabProblem> problems();

    /** Chooses the variables of an attempt; the same seed gives the same values. */
    Map<String, String> chooseVariables(Lab lab, long seed);

    /** Renders a page with an attempt's variables filled in. */
    List<PageBlock> render(Page page, Map<String, String> variables);

    /** Renders a short Markdown text such as a hint to sanitised HTML. */
    String renderInline(String markdown, Map<String, String> variables);
}
