package dev.slipway.ui.workspace;

import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.AttemptPreviews;
import dev.slipway.shared.AttemptId;
import dev.slipway.shared.NodeName;
import dev.slipway.shared.UserFacingException;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An address of the platform that redirects to a preview, so that a link can open a preview in its own tab. */
@Controller
final class PreviewRedirect {
    private final AttemptPreviews previews;
    private final CurrentAccount current;

    PreviewRedirect(AttemptPreviews previews, CurrentAccount current) {
        this.previews = previews;
        this.current = current;
    }

    static String path(AttemptId attempt, NodeName node, int port) {
        return "attempts/" + attempt + "/ports/" + node + "/" + port;
    }

    /**
     * Redirects to the preview. If the user may not see the preview or the address is wrong, redirects to the attempt's
     * page, which shows the reason.
     */
    @GetMapping("/attempts/{id}/ports/{node}/{port}")
    ResponseEntity<Void> open(@PathVariable UUID id, @PathVariable String node, @PathVariable int port) {
        try {
            var ticket = previews.open(
                    current.requireId(), current.requireSession(), new AttemptId(id), new NodeName(node), port);
            return to(ticket.entrance("/"));
        } catch (UserFacingException | IllegalArgumentException refused) {
            return to(URI.create("/attempts/" + id));
        }
    }

    private static ResponseEntity<Void> to(URI address) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header("Referrer-Policy", "no-referrer")
                .location(address)
                .build();
    }
}
