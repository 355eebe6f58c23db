package dev.slipway.check.assertion;

import java.util.List;

/** Kinds of assertions about events and answers, and kinds that combine other assertions. */
final class OtherKinds {
    static final List<Kind> ALL = List.of(
            new Kind(
                    "event.seen",
                    "The event has happened since the attempt began.",
                    "{type: container, action: stop, name: web}",
                    EventSeen::read),
            new Kind(
                    "event.sequence",
                    "The events have happened in this order, with any events in between. With `same: true`, a step"
                            + " must be about the object of the previous step; this distinguishes scaling a service"
                            + " from removing and recreating it. With `without: die`, a step counts only if the"
                            + " container of the previous step has not died in between.",
                    "[{type: service, action: create, name: web}, {type: service, action: update, name: web, same: true}]",
                    EventSequence::read),
            new Kind(
                    "event.count",
                    "Checks how many times the event has happened.",
                    "{type: container, action: restart, name: web, atLeast: 2}",
                    EventCount::read),
            new Kind(
                    "event.absent",
                    "The event has not happened.",
                    "{type: container, action: kill, name: web}",
                    EventCount::readAbsent),
            new Kind(
                    "answer",
                    "The learner has typed the right answer into the task's card. Case and surrounding blanks do not"
                            + " matter. The right answer is never shown.",
                    "{fact: \"" + FactExpression.EXAMPLE + "\"}",
                    AnswerIs::read),
            new Kind(
                    "any",
                    "At least one assertion of the list holds.",
                    "[container.running: {image: httpd}, container.running: {image: nginx}]",
                    arguments -> new AnyOf(arguments.clauses())),
            new Kind(
                    "none",
                    "No assertion of the list holds.",
                    "[container.exists: {name: web}]",
                    arguments -> new NoneOf(arguments.clauses())));

    private OtherKinds() {}
}
