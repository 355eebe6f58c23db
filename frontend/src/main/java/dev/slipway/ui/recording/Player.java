package dev.slipway.ui.recording;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.server.streams.DownloadHandler;

/**
 * A player of recordings that lists the recording's markers as chapters. The browser downloads the player's code when
 * the user plays the first recording.
 */
@Tag("slipway-player")
@NpmPackage(value = "asciinema-player", version = "3.18.0")
@JsModule("./recording/slipway-player.ts")
final class Player extends Component {

    void play(DownloadHandler recording, String label) {
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("role", "region");
        getElement().setAttribute("src", recording);
    }
}
