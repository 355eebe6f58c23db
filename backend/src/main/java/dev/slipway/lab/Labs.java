package dev.slipway.lab;

import dev.slipway.shared.UserFacingException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue: all courses and labs that are valid. */
public interface Labs {

    /** Returns all courses. */
    List<Course> courses();

    /** Returns the lab with this id; empty if the catalogue has none. */
    Optional<Lab> find(LabId id);

    /**
     * Returns the lab with this id.
     *
     * @throws dev.slipway.shared.UserFacingException if there is no such lab
     */
    Lab require(LabId id);

    /**
     * Stores the present content of a lab, so that {@link #find(LabId, String)} finds it after its folder was changed
     * or removed. It is part of the caller's transaction.
     *
     * @return the stored lab
     * @throws dev.slipway.shared.UserFacingException if there is no such lab
     */
    Lab keep(LabId id);

    /** Returns the version of a lab with this digest; if it was not stored, the lab's present version. */
    Optional<Lab> find(LabId id, String digest);

    /**
     * Returns the lab as {@link #find(LabId, String)} does.
     *
     * @throws dev.slipway.shared.UserFacingException if there is no such lab
     */
    default Lab require(LabId id, String digest) {
        return find(id, digest).orElseThrow(() -> new UserFacingException(LabError.LAB_NOT_FOUND, id));
    }

    /** Returns the problems of all labs and courses in the folders. */
    List<LabProblem> problems();

    /** Chooses the variables of an attempt; the same seed gives the same values. */
    Map<String, String> chooseVariables(Lab lab, long seed);

    /** Renders a page with an attempt's variables filled in. */
    List<PageBlock> render(Page page, Map<String, String> variables);

    /** Renders a short Markdown text such as a hint to sanitised HTML. */
    String renderInline(String markdown, Map<String, String> variables);
}
