package dev.slipway.proof.typing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.slipway.terminal.FollowedTerminal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A terminal into which a solution is typed. One lock guards the output: the terminal's thread appends output, and the
 * typing thread reads it and waits for more. Only the typing thread uses {@code before} and {@code linesBefore}, which
 * it sets when it types.
 */
public final class TypedTerminal implements AutoCloseable {
    /**
     * Prompts of shells, database clients and here-documents: the line ends with one of these characters and a space.
     */
    private static final Pattern PROMPT = Pattern.compile("[#$>%] $");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();

    @GuardedBy("lock")
    private final ScreenText screen = new ScreenText();

    private final FollowedTerminal terminal;
    private final Duration quiet;
    private String before = "";
    private long linesBefore = -1;

    @GuardedBy("lock")
    private long lastOutput = System.nanoTime();

    /**
     * @param open opens the terminal; the terminal must pass its output to the consumer
     * @param quiet how long the terminal must print nothing before its last line counts as a prompt
     */
    public TypedTerminal(Function<Consumer<byte[]>, FollowedTerminal> open, Duration quiet) {
        this.quiet = quiet;
        this.terminal = open.apply(this::shown);
    }

    private void shown(byte[] output) {
        lock.lock();
        try {
            screen.add(output);
            lastOutput = System.nanoTime();
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void type(String keys) {
        lock.lock();
        try {
            before = screen.text();
            linesBefore = screen.newlines();
        } finally {
            lock.unlock();
        }
        terminal.type(keys.getBytes(UTF_8));
    }

    /** Waits for a prompt below the typed line. Returns false if no prompt appears in time or the terminal ends. */
    public boolean awaitPrompt(Duration limit) {
        return await(
                shown -> shown.newlines() > linesBefore
                        && PROMPT.matcher(lastLine(shown.text())).find(),
                quiet,
                limit);
    }

    /**
     * Waits until the terminal has printed nothing for the time {@code silence}. Returns false if the output does not
     * stop in time or the terminal ends.
     */
    public boolean awaitQuiet(Duration silence, Duration limit) {
        return await(_ -> true, silence, limit);
    }

    /**
     * Waits for one more occurrence of a text than the output had at the last call of {@link #type}. Returns false if
     * none appears in time or the terminal ends.
     */
    public boolean awaitText(String wanted, Duration limit) {
        var already = occurrences(before, wanted);
        return await(shown -> occurrences(shown.text(), wanted) > already, Duration.ZERO, limit);
    }

    private boolean await(Predicate<ScreenText> wanted, Duration silence, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        lock.lock();
        try {
            while (true) {
                var now = System.nanoTime();
                var still = lastOutput + silence.toNanos() - now;
                var fits = wanted.test(screen);
                if (fits && still <= 0) {
                    return true;
                }
                if (now >= deadline || terminal.isOver()) {
                    return false;
                }
                // No signal arrives when a terminal ends without output; the next iteration notices its end.
                var pause = Math.min(fits ? still : TimeUnit.SECONDS.toNanos(1), deadline - now);
                more.awaitNanos(Math.max(pause, 1));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Returns the kept output, including lines that have scrolled off the screen. */
    public String screen() {
        lock.lock();
        try {
            return screen.text();
        } finally {
            lock.unlock();
        }
    }

    /** Returns the last non-blank line above the prompt; an empty text if there is no such line. */
    public String lastOutput() {
        var lines = screen().lines().map(String::strip).toList();
        for (var i = lines.size() - 2; i >= 0; i--) {
            if (!lines.get(i).isEmpty()) {
                return lines.get(i);
            }
        }
        return "";
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    private static long occurrences(String text, String wanted) {
        return Pattern.compile(wanted, Pattern.LITERAL).matcher(text).results().count();
    }

    @Override
    public void close() {
        terminal.close();
    }
}
