package dev.slipway.proof.typing;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * A terminal into which a solution is typed. One lock guards what has been shown; the terminal's thread adds to it, the
 * typing one reads it and waits.
 */
public final class TypedTerminal implements AutoCloseable {
    /** Shells, database clients and here-documents: the line ends in one of these and a space. */
    private static final Pattern PROMPT = Pattern.compile("[#$>%] $");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final ScreenText screen = new ScreenText();
    private final FollowedTerminal terminal;
    private final Duration quiet;
    private String before = "";
    private long linesBefore = -1;
    private long lastOutput = System.nanoTime();

    /** @param open opens the terminal, which tells its output to what it is given */
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

    /** Waits for a prompt on a line that is not the one that was typed; false if none came in time. */
    public boolean awaitPrompt(Duration limit) {
        return await(
                text -> screen.newlines() > linesBefore
                        && PROMPT.matcher(lastLine(text)).find(),
                quiet,
                limit);
    }

    /** Waits until nothing has been shown for a while; false if it never ceased. */
    public boolean awaitQuiet(Duration silence, Duration limit) {
        return await(_ -> true, silence, limit);
    }

    /** Waits for a text that was not there when something was last typed; false if it did not come in time. */
    public boolean awaitText(String wanted, Duration limit) {
        var already = occurrences(before, wanted);
        return await(text -> occurrences(text, wanted) > already, Duration.ZERO, limit);
    }

    private boolean await(Predicate<String> wanted, Duration silence, Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        lock.lock();
        try {
            while (true) {
                var now = System.nanoTime();
                var still = lastOutput + silence.toNanos() - now;
                var fits = wanted.test(screen.text());
                if (fits && still <= 0) {
                    return true;
                }
                if (now >= deadline || terminal.isOver()) {
                    return false;
                }
                // A terminal that ends without a last word is noticed at the next look.
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

    /** What it shows, with what has scrolled away. */
    public String screen() {
        lock.lock();
        try {
            return screen.text();
        } finally {
            lock.unlock();
        }
    }

    /** The last line above the prompt that is not empty; empty if there is none. */
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
