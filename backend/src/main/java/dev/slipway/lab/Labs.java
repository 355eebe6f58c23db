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
     * Stores the present content of a lab, so that {@link #find(LabVersion)} finds this content after the lab's folder
     * was changed or removed. The content is stored in the caller's transaction.
     *
     * @return the stored lab
     * @throws dev.slipway.shared.UserFacingException if there is no such lab
     */
    Lab keep(LabId id);

    /**
     * Returns the lab in the version with this digest. If that version was not stored, returns the present version;
     * empty if the catalogue no longer has the lab.
     */
    Optional<Lab> find(LabVersion version);

    /**
     * Returns the lab as {@link #find(LabVersion)} does.
     *
     * @throws dev.slipway.shared.UserFacingException if there is no such lab
     */
    default Lab require(LabVersion version) {
        return find(version).orElseThrow(() -> new UserFacingException(LabError.LAB_NOT_FOUND, version.id()));
    }

    /** Returns the problems of all labs and courses in the folders. */
    List<LabProblem> problems();

    /** Chooses the values of an attempt's variables; the same seed gives the same values. */
    Map<String, String> chooseVariables(Lab lab, long seed);

    /** Renders a page with an attempt's variables filled in. */
    List<PageBlock> render(Page page, Map<String, String> variables);

    /** Renders a short Markdown text such as a hint to sanitised HTML. */
    String renderInline(String markdown, Map<String, String> variables);
}
