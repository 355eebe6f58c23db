package dev.slipway.lab;

import java.time.Duration;
import java.util.List;

/**
 * The part of a lab that the catalogue shows, so that learners can choose a lab.
 *
 * @param duration the author's estimate of the time that a learner needs
 * @param objectives what a learner can do after the lab
 */
public record LabDescription(
        String title, String summary, Difficulty difficulty, Duration duration, List<String> objectives) {
    public LabDescription {
        objectives = List.copyOf(objectives);
    }

    /** The difficulty of a lab. */
    public enum Difficulty {
        BEGINNER,
        INTERMEDIATE,
        ADVANCED
    }
}
