package dev.slipway.check.assertion;

import java.util.List;

/** What can be asked of events and answers, and what combines other assertions. */
final class OtherKinds {
    static final List<Kind> ALL = List.of(
            new Kind(
                    "event.seen",
                    "This has happened since the attempt began.",
                    "{type: container, action: stop, name: web}",
                    EventSeen::read),
            new Kind(
                    "event.sequence",
                    "These have happened in this order, whatever happened in between. With `same: true` a step must be"
                            + " about the very object of the step before, which tells scaling a service from removing it"
                            + " and making it again. With `without: die` a step counts only if the container of the step"
                            + " before has not died in between.",
                    "[{type: service, action: create, name: web}, {type: service, action: update, name: web, same: true}]",
                    EventSequence::read),
            new Kind(
                    "event.count",
                    "This has happened so many times.",
                    "{type: container, action: restart, name: web, atLeast: 2}",
                    EventCount::read),
            new Kind(
                    "event.absent",
                    "This has not happened.",
                    "{type: container, action: kill, name: web}",
                    EventCount::readAbsent),
            new Kind(
                    "answer",
                    "The learner has typed the right answer into the task's card. What is right is never shown. Without"
                            + " regard to case and blanks around it.",
                    "{fact: \"" + FactExpression.EXAMPLE + "\"}",
                    AnswerIs::read),
            new Kind(
                    "any",
                    "At least one of the list holds.",
                    "[container.running: {image: httpd}, container.running: {image: nginx}]",
                    arguments -> new AnyOf(arguments.clauses())),
            new Kind(
                    "none",
                    "None of the list holds.",
                    "[container.exists: {name: web}]",
                    arguments -> new NoneOf(arguments.clauses())));

    private OtherKinds() {}
}
