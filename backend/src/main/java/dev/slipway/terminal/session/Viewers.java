package dev.slipway.terminal.session;

import dev.slipway.sandbox.TerminalSize;
import dev.slipway.shared.AccountId;
import dev.slipway.terminal.TerminalError;
import dev.slipway.terminal.TerminalProperties;
import dev.slipway.terminal.wire.Frame;
import dev.slipway.terminal.wire.Frame.FromServer;
import dev.slipway.terminal.wire.Frame.Role;
import dev.slipway.terminal.wire.ProtocolException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Viewers of one session. One of them is the driver: the first viewer, and later any viewer that types. If the driver
 * leaves, the oldest remaining viewer becomes the driver. Not thread-safe; the session's lock guards it.
 */
final class Viewers {
    /** Number of disconnected viewers whose input offset is kept; a page has only a few terminals. */
    private static final int REMEMBERED = 32;

    private final ReadAhead pace;
    private final Clock clock;
    private final Consumer<TerminalSize> driversSize;
    private final List<Viewer> viewers = new ArrayList<>();
    private final Map<Viewer.Id, Long> inputOfDeparted = new LinkedHashMap<>();
    private @Nullable Viewer driver;
    private Instant emptySince;

    /** @param driversSize receives the size of a new driver */
    Viewers(ReadAhead pace, Clock clock, Consumer<TerminalSize> driversSize) {
        this.pace = pace;
        this.clock = clock;
        this.driversSize = driversSize;
        this.emptySince = clock.instant();
    }

    boolean contains(Viewer viewer) {
        return viewers.contains(viewer);
    }

    boolean isEmpty() {
        return viewers.isEmpty();
    }

    /** Returns whether the session has had no viewer since that time. */
    boolean isEmptySince(Instant moment) {
        return viewers.isEmpty() && emptySince.isBefore(moment);
    }

    boolean isDriver(Viewer viewer) {
        return viewer.equals(driver);
    }

    Optional<Viewer> driver() {
        return Optional.ofNullable(driver);
    }

    int connections(AccountId account) {
        return of(id -> id.account().equals(account)).size();
    }

    /**
     * Adds a viewer, which replaces an earlier connection of the same viewer. The new viewer becomes the driver if that
     * connection was the driver or there is no driver.
     */
    void admit(Viewer viewer) {
        var earlier =
                viewers.stream().filter(other -> other.id.equals(viewer.id)).findFirst();
        var drives = driver == null || earlier.filter(this::isDriver).isPresent();
        earlier.ifPresent(other -> dismiss(other, Farewells.closed(TerminalError.CONNECTION_REPLACED)));
        viewers.add(viewer);
        viewer.continueInput(inputOfDeparted.getOrDefault(viewer.id, newCount()));
        if (drives) {
            drive(viewer);
        }
    }

    /**
     * Returns the number at which a count of input begins. It is random, so that a client notices if its count was lost,
     * for instance in a restart of the platform, and does not send input again that the shell may have received.
     */
    private static long newCount() {
        return ThreadLocalRandom.current().nextLong(Frame.MAX_OFFSET / 2);
    }

    void drive(Viewer viewer) {
        if (driver != null) {
            driver.role(Role.VIEWER);
        }
        driver = viewer;
        viewer.role(Role.DRIVER);
        pace.setBy(viewer);
        driversSize.accept(viewer.size());
    }

    /** Starts sending output to all viewers, because the shell is open. */
    void begin(Replay replay, long epoch) {
        for (var viewer : List.copyOf(viewers)) {
            try {
                viewer.startIn(replay, epoch);
                viewer.tell();
            } catch (ProtocolException wrong) {
                dismiss(viewer, Farewells.closed(wrong.reason()));
            }
        }
    }

    /** Wakes the sending threads of all viewers. */
    void tellAll() {
        viewers.forEach(Viewer::tell);
    }

    /**
     * Dismisses all viewers. If the farewell comes after the output, each viewer first receives the rest of the output;
     * otherwise all viewers are dismissed at once.
     */
    void dismissAll(FromServer ending) {
        if (Farewells.comesAfterOutput(ending)) {
            tellAll();
        } else {
            List.copyOf(viewers).forEach(viewer -> dismiss(viewer, ending));
        }
    }

    void dismissAll(Predicate<Viewer.Id> which, FromServer farewell) {
        of(which).forEach(viewer -> dismiss(viewer, farewell));
    }

    void dismiss(Viewer viewer, FromServer farewell) {
        viewer.farewell(farewell);
        depart(viewer);
    }

    /** Removes a viewer whose connection was lost. */
    void lose(Viewer viewer) {
        viewer.leave();
        depart(viewer);
    }

    /**
     * Asks each viewer for an acknowledgement, at most once in {@code alivePeriod}. Disconnects viewers that have been
     * silent too long.
     */
    void lookForLife(Instant now, TerminalProperties properties) {
        for (var viewer : List.copyOf(viewers)) {
            if (viewer.silentSince(now.minus(properties.silenceLimit()))) {
                dismiss(viewer, Farewells.closed(TerminalError.CLIENT_SILENT));
                viewer.cut();
            } else {
                viewer.askForLife(now, now.minus(properties.alivePeriod()));
            }
        }
    }

    private List<Viewer> of(Predicate<Viewer.Id> which) {
        return viewers.stream().filter(viewer -> which.test(viewer.id)).toList();
    }

    private void depart(Viewer viewer) {
        if (!viewers.remove(viewer)) {
            return;
        }
        remember(viewer);
        if (viewers.isEmpty()) {
            emptySince = clock.instant();
        }
        if (!isDriver(viewer)) {
            return;
        }
        driver = null;
        if (viewers.isEmpty()) {
            pace.hold(viewer, clock.instant());
        } else {
            drive(viewers.getFirst());
        }
    }

    private void remember(Viewer viewer) {
        inputOfDeparted.remove(viewer.id);
        inputOfDeparted.put(viewer.id, viewer.accepted());
        if (inputOfDeparted.size() > REMEMBERED) {
            inputOfDeparted.remove(inputOfDeparted.keySet().iterator().next());
        }
    }
}
