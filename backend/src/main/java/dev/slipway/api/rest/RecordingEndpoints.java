package dev.slipway.api.rest;

import dev.slipway.account.CurrentAccount;
import dev.slipway.api.ApiError;
import dev.slipway.attempt.AttemptRecordings;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.UserFacingException;
import dev.slipway.terminal.Cast;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for recordings. {@link AttemptRecordings} checks the permissions of the account that owns the token. */
@RestController
@RequestMapping("/api/v1/attempts/{id}/recordings")
@Tag(name = "recordings")
class RecordingEndpoints {
    private static final MediaType CAST = MediaType.parseMediaType("application/x-asciicast");

    private final AttemptRecordings recordings;
    private final CurrentAccount current;

    RecordingEndpoints(AttemptRecordings recordings, CurrentAccount current) {
        this.recordings = recordings;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "The recordings of an attempt's terminals, oldest first")
    List<RecordingBody> list(@PathVariable UUID id) {
        return recordings.list(current.requireId(), new AttemptId(id)).stream()
                .map(RecordingBody::of)
                .toList();
    }

    @GetMapping("/{recording}")
    @Operation(summary = "A recording as asciicast v3, or v2 on request; v3 supports range requests")
    ResponseEntity<Resource> get(
            @PathVariable UUID id,
            @PathVariable String recording,
            @Parameter(schema = @Schema(allowableValues = {"v3", "v2"})) @RequestParam(defaultValue = "v3")
                    String format)
            throws IOException {
        var cast = recordings.open(current.requireId(), new AttemptId(id), recording);
        return switch (format) {
            case "v3" ->
                answer(cast)
                        .eTag(Long.toString(cast.length()))
                        .lastModified(cast.recording().lastWritten())
                        .body(new CastResource(cast));
            case "v2" -> answer(cast).body(new InputStreamResource(cast.v2()));
            default -> throw new UserFacingException(ApiError.MALFORMED_VALUE, "format");
        };
    }

    private static ResponseEntity.BodyBuilder answer(Cast cast) {
        var disposition = ContentDisposition.attachment()
                .filename(cast.recording().id() + ".cast")
                .build();
        return ResponseEntity.ok()
                .contentType(CAST)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate())
                .header("Content-Disposition", disposition.toString());
    }
}
