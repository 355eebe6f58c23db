package dev.slipway.proof.run;

import dev.slipway.lab.TaskId;
import dev.slipway.proof.ProofProperties;
import dev.slipway.proof.script.Step;
import dev.slipway.proof.script.Step.Answer;
import dev.slipway.proof.script.Step.Keys;
import dev.slipway.proof.script.Step.Line;
import dev.slipway.proof.script.Step.TurnTo;
import dev.slipway.proof.script.Step.Until;
import dev.slipway.proof.typing.TypedTerminal;
import dev.slipway.sandbox.Sandbox;
import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.TerminalKey;
import dev.slipway.terminal.Terminals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Types a solution into the terminals of one sandbox. Used by one thread. */
final class Typist implements AutoCloseable {
    /** Size of each terminal: wide, so that few lines are wrapped, and high enough for a screenful of output. */
    private static final TerminalSize SIZE = new TerminalSize(200, 50);

    private final Terminals service;
    private final AccountId account;
    private final Sandbox sandbox;
    private final ProofProperties patience;
    private final BiConsumer<TaskId, String> answers;
    private final Map<TerminalKey, TypedTerminal> open = new LinkedHashMap<>();

    /** @param answers receives the answers that the solution types into task cards */
    Typist(
            Terminals service,
            AccountId account,
            Sandbox sandbox,
            ProofProperties patience,
            BiConsumer<TaskId, String> answers) {
        this.service = service;
        this.account = account;
        this.sandbox = sandbox;
        this.patience = patience;
        this.answers = answers;
    }

    /** Types all steps; if a problem stops the typing, returns the problem. */
    Optional<String> type(List<Step> steps) {
        Optional<TypedTerminal> at = Optional.empty();
        for (var step : steps) {
            if (step instanceof TurnTo turn) {
                if (!sandbox.has(turn.node())) {
                    return Optional.of("the lab has no node " + turn.node());
                }
                at = Optional.of(terminal(new TerminalKey(sandbox.id(), turn.node(), turn.terminal())));
                if (!at.get().awaitPrompt(patience.prompt())) {
                    return Optional.of("no prompt appeared on " + turn.node());
                }
                continue;
            }
            var problem = doAt(at.orElseThrow(), step);
            if (problem.isPresent()) {
                return problem;
            }
        }
        return Optional.empty();
    }

    private TypedTerminal terminal(TerminalKey key) {
        return open.computeIfAbsent(
                key, _ -> new TypedTerminal(output -> service.follow(account, key, SIZE, output), patience.quiet()));
    }

    private Optional<String> doAt(TypedTerminal terminal, Step step) {
        return switch (step) {
            case Line(var text, var prompted, var number) -> {
                terminal.type(text + "\r");
                yield settled(terminal, prompted)
                        ? Optional.empty()
                        : Optional.of("line " + number + " did not end within "
                                + patience.prompt().toSeconds() + " s: " + text);
            }
            case Keys(var names, var bytes, var number) -> {
                terminal.type(bytes);
                yield settled(terminal, false)
                        ? Optional.empty()
                        : Optional.of("the output did not stop after line " + number + ": " + names);
            }
            case Until(var text, var number) ->
                terminal.awaitText(text, patience.prompt())
                        ? Optional.empty()
                        : Optional.of("line " + number + " waits for a text that did not appear: " + text);
            case Answer(var task, var value, var number) -> answer(task, value.orElseGet(terminal::lastOutput), number);
            case TurnTo turn -> throw new IllegalStateException("not a step at a terminal: " + turn);
        };
    }

    private Optional<String> answer(TaskId task, String value, int number) {
        try {
            answers.accept(task, value);
            return Optional.empty();
        } catch (UserFacingException refused) {
            return Optional.of("line " + number + ", the answer was refused: " + ErrorTexts.text(refused));
        }
    }

    private boolean settled(TypedTerminal terminal, boolean prompted) {
        return prompted
                ? terminal.awaitPrompt(patience.prompt())
                : terminal.awaitQuiet(patience.unprompted(), patience.prompt());
    }

    /** Returns the output of all terminals, one after the other. */
    String screens() {
        var text = new StringBuilder();
        open.forEach((key, terminal) -> text.append("── ")
                .append(key.node())
                .append(" · ")
                .append(key.number())
                .append('\n')
                .append(terminal.screen().stripTrailing())
                .append('\n'));
        return text.toString();
    }

    @Override
    public void close() {
        open.values().forEach(TypedTerminal::close);
    }
}
