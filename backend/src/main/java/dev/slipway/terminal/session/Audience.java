package dev.slipway.terminal.session;

import dev.slipway.shared.AccountId;
import dev.slipway.terminal.wire.Frame.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The viewers of one session and who of them drives. The first one drives; another one as soon as it types or the driver
 * leaves. Not for use by several threads at once; its session's lock guards it.
 */
final class Audience {
    /** How many departed viewers' input is remembered; a page has a handful of terminals. */
    private static final int REMEMBERED = 32;

    private final Duration holdFor;
    private final List<Viewer> viewers = new ArrayList<>();
    private final Map<Viewer.Id, Long> inputOfDeparted = new LinkedHashMap<>();
    private @Nullable Viewer driver;
    private @Nullable Hold hold;
    private Instant emptySince;

    /** The pace of a driver who lost the connection and may come back. */
    private record Hold(long acked, Instant until) {}

    /** @param holdFor how long a lost driver's pace is kept */
    Audience(Duration holdFor, Instant now) {
        this.holdFor = holdFor;
        this.emptySince = now;
    }

    List<Viewer> all() {
        return List.copyOf(viewers);
    }

    List<Viewer> of(AccountId account) {
        return viewers.stream()
                .filter(viewer -> viewer.id.account().equals(account))
                .toList();
    }

    Optional<Viewer> find(Viewer.Id id) {
        return viewers.stream().filter(viewer -> viewer.id.equals(id)).findFirst();
    }

    boolean contains(Viewer viewer) {
        return viewers.contains(viewer);
    }

    boolean isEmpty() {
        return viewers.isEmpty();
    }

    /** Whether nobody was here after that moment. */
    boolean isEmptySince(Instant moment) {
        return viewers.isEmpty() && emptySince.isBefore(moment);
    }

    Optional<Viewer> driver() {
        return Optional.ofNullable(driver);
    }

    boolean isDriver(Viewer viewer) {
        return viewer.equals(driver);
    }

    void add(Viewer viewer) {
        viewers.add(viewer);
    }

    /** How much input of this viewer came over its earlier connections. */
    long acceptedBefore(Viewer.Id id) {
        return inputOfDeparted.getOrDefault(id, 0L);
    }

    void drive(Viewer viewer) {
        if (driver != null) {
            driver.role(Role.VIEWER);
        }
        driver = viewer;
        hold = null;
        viewer.role(Role.DRIVER);
    }

    /** Gives the one who should drive now, if that is another one. */
    Optional<Viewer> remove(Viewer viewer, Instant now) {
        if (!viewers.remove(viewer)) {
            return Optional.empty();
        }
        remember(viewer);
        if (viewers.isEmpty()) {
            emptySince = now;
        }
        if (!isDriver(viewer)) {
            return Optional.empty();
        }
        driver = null;
        if (viewers.isEmpty()) {
            hold = new Hold(viewer.acked(), now.plus(holdFor));
            return Optional.empty();
        }
        return Optional.of(viewers.getFirst());
    }

    void forgetHoldAfter(Instant now) {
        if (hold != null && now.isAfter(hold.until())) {
            hold = null;
        }
    }

    /** The offset that the one who sets the pace has parsed; the end if nobody does. */
    long slowest(long end) {
        if (driver != null) {
            return driver.acked();
        }
        return hold != null ? hold.acked() : end;
    }

    private void remember(Viewer viewer) {
        inputOfDeparted.remove(viewer.id);
        inputOfDeparted.put(viewer.id, viewer.accepted());
        if (inputOfDeparted.size() > REMEMBERED) {
            inputOfDeparted.remove(inputOfDeparted.keySet().iterator().next());
        }
    }
}
