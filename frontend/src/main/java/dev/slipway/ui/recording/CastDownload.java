package dev.slipway.ui.recording;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.AttemptRecordings;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.RecordingId;
import java.io.IOException;

/** Sends a recording to the browser. Each request checks again whether the user may read the recording. */
final class CastDownload implements DownloadHandler {
    private static final int NOT_FOUND = 404;

    private final transient AttemptRecordings recordings;
    private final transient CurrentAccount current;
    private final AttemptId attempt;
    private final String recording;
    private final boolean version2;

    CastDownload(
            AttemptRecordings recordings,
            CurrentAccount current,
            AttemptId attempt,
            RecordingId recording,
            boolean version2) {
        this.recordings = recordings;
        this.current = current;
        this.attempt = attempt;
        this.recording = recording.toString();
        this.version2 = version2;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) throws IOException {
        try {
            var cast = recordings.open(current.requireId(), attempt, recording);
            event.setContentType("application/x-asciicast");
            event.setFileName(recording + (version2 ? ".v2.cast" : ".cast"));
            try (var content = version2 ? cast.v2() : cast.v3()) {
                content.transferTo(event.getOutputStream());
            }
        } catch (UserFacingException refused) {
            event.getResponse().sendError(NOT_FOUND, "There is no such recording.");
        }
    }

    @Override
    public String getUrlPostfix() {
        return recording + ".cast";
    }
}
