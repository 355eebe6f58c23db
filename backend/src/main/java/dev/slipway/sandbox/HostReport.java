package dev.slipway.sandbox;

import dev.slipway.engine.EngineInfo;
import java.util.List;

/** What the host of the nodes can do, and what follows from what it cannot. */
public interface HostReport {

    /** The findings of the engine's last start; empty while there is no report. */
    List<Finding> findings();

    /**
     * What the host engine says of itself.
     *
     * @throws dev.slipway.engine.EngineException if it does not answer
     */
    EngineInfo engine();

    /** One thing that was looked at. {@code consequence} and {@code mend} are empty where all is well. */
    record Finding(String id, String title, State state, String found, String consequence, String mend) {}

    /** How well the host does. */
    enum State {
        OK,
        LIMITED,
        MISSING
    }
}
