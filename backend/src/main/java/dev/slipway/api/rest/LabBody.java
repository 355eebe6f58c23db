package dev.slipway.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.slipway.attempt.HostObstacle;
import dev.slipway.lab.Lab;
import dev.slipway.lab.NodeTemplate;
import dev.slipway.lab.Task;
import dev.slipway.lab.TaskId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lab without the contents of its checks.
 *
 * @param obstacle reason why the caller cannot start the lab on this host; absent if the caller can start it
 */
@JsonInclude(Include.NON_NULL)
record LabBody(
        String id,
        String version,
        String digest,
        String title,
        String summary,
        String difficulty,
        long minutes,
        List<String> objectives,
        int points,
        int passPercent,
        int hintCost,
        TimeLimits session,
        List<Node> nodes,
        List<TaskBody> tasks,
        List<QuestionBody> questions,
        @Nullable String obstacle) {

    record Node(String name, long memoryBytes, double cpus) {
        static Node of(NodeTemplate node) {
            return new Node(node.name().value(), node.memory().toBytes(), node.cpus());
        }
    }

    /**
     * Lease of the lab's machines and length of one extension, both in minutes, and the maximum number of extensions.
     */
    record TimeLimits(long minutes, long extendBy, int maxExtensions) {}

    @JsonInclude(Include.NON_NULL)
    record TaskBody(
            String id,
            String title,
            int points,
            List<String> needs,
            int hints,
            @Nullable String page) {
        static TaskBody of(Task task) {
            return new TaskBody(
                    task.id().value(),
                    task.title(),
                    task.points(),
                    task.needs().stream().map(TaskId::value).toList(),
                    task.hints().size(),
                    task.page().orElse(null));
        }
    }

    /** Entry of the catalogue. */
    @JsonInclude(Include.NON_NULL)
    record Summary(
            String id,
            String course,
            String version,
            String title,
            String summary,
            String difficulty,
            long minutes,
            int points,
            @Nullable String obstacle) {
        static Summary of(String course, Lab lab, Optional<HostObstacle> obstacle) {
            return new Summary(
                    lab.id().value(),
                    course,
                    lab.version().number(),
                    lab.title(),
                    lab.description().summary(),
                    name(lab.description().difficulty()),
                    lab.description().duration().toMinutes(),
                    lab.maxPoints(),
                    obstacle.map(HostObstacle::text).orElse(null));
        }
    }

    static LabBody of(Lab lab, Optional<HostObstacle> obstacle) {
        var description = lab.description();
        var session = lab.machines().session();
        return new LabBody(
                lab.id().value(),
                lab.version().number(),
                lab.version().digest(),
                description.title(),
                description.summary(),
                name(description.difficulty()),
                description.duration().toMinutes(),
                description.objectives(),
                lab.maxPoints(),
                lab.scoring().passPercent(),
                lab.scoring().hintCost(),
                new TimeLimits(session.lease().toMinutes(), session.extendBy().toMinutes(), session.maxExtensions()),
                lab.machines().nodes().stream().map(Node::of).toList(),
                lab.tasks().stream().map(TaskBody::of).toList(),
                lab.quiz().stream().map(QuestionBody::of).toList(),
                obstacle.map(HostObstacle::text).orElse(null));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
