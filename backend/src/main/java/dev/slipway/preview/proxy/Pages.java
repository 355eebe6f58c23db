package dev.slipway.preview.proxy;

import dev.slipway.preview.PreviewError;
import dev.slipway.preview.PreviewTicket;
import dev.slipway.preview.grant.HostNames;
import dev.slipway.shared.ErrorTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Pages of the platform itself on a preview's host. They load no other resources. */
@Component
final class Pages {
    static final String CHECK = "/.slipway/check";

    /** Values of Sec-Fetch-Dest for answers that a user sees. */
    private static final Set<String> READ_BY_PEOPLE = Set.of("document", "iframe", "frame");

    private static final int OK = 200;
    private static final int SERVER_ERRORS = 500;

    private final FramePolicy frames;
    private final String platform;

    Pages(HostNames hosts) {
        this.frames = new FramePolicy(hosts.platformOrigin());
        this.platform = hosts.platformOrigin();
    }

    /** @param port port of the preview, if the host names one */
    void problem(PreviewError error, Optional<Integer> port, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var text = ErrorTexts.text(error, port.map(String::valueOf).orElse(""));
        if (!isReadByPeople(request)) {
            write(response, error.status(), "text/plain", text + "\n", "default-src 'none'");
            return;
        }
        var end = text.indexOf(". ") + 1;
        var action = error.status() >= SERVER_ERRORS
                ? "<a class=\"button\" href=\"\">Try again</a>"
                : "<a class=\"button\" href=\"" + HtmlUtils.htmlEscape(platform)
                        + "\" target=\"_blank\" rel=\"noopener\">Go to Slipway</a>";
        var body = "<h1>" + HtmlUtils.htmlEscape(text.substring(0, end)) + "</h1><p>"
                + HtmlUtils.htmlEscape(text.substring(end).strip()) + "</p>" + action;
        html(response, error.status(), "Preview", body);
    }

    /** Shows a page whose script removes the ticket from the address, redeems it, and opens the app. */
    void entrance(int port, HttpServletResponse response) throws IOException {
        var refused = paragraphs(PreviewError.TICKET_REFUSED, port);
        html(response, OK, "Opening port " + port, """
                <h1 id="what" role="status">Opening port %d…</h1>
                <div id="refused" hidden>%s</div>
                <div id="blocked" hidden><p>Your browser does not store cookies for a page in a frame. \
                Open the port in a new tab.</p></div>
                <noscript><p>This page needs JavaScript.</p></noscript>
                <script nonce="NONCE">
                const [ticket, ...path] = location.hash.slice(1).split('/');
                history.replaceState(null, '', location.pathname);
                const fail = (id, title) => {
                  document.getElementById('what').textContent = title;
                  document.getElementById(id).hidden = false;
                };
                (async () => {
                  const framed = window.top === window.self ? 'tab' : 'frame';
                  const answer = await fetch('%s', {method: 'POST', body: framed + ' ' + ticket});
                  if (!answer.ok) {
                    fail('refused', 'Port %d was not opened');
                  } else if (!(await fetch('%s')).ok) {
                    fail('blocked', 'Port %d cannot be shown here');
                  } else {
                    location.replace('/' + path.join('/'));
                  }
                })();
                </script>
                """.formatted(
                        port, refused, PreviewTicket.ENTRANCE, port, CHECK, port));
    }

    private static String paragraphs(PreviewError error, int port) {
        return "<p>" + HtmlUtils.htmlEscape(ErrorTexts.text(error, String.valueOf(port))) + "</p>";
    }

    private static boolean isReadByPeople(HttpServletRequest request) {
        var destination = request.getHeader("Sec-Fetch-Dest");
        if (destination != null) {
            return READ_BY_PEOPLE.contains(destination);
        }
        var accepted = request.getHeader("Accept");
        return accepted != null && accepted.contains("text/html");
    }

    private void html(HttpServletResponse response, int status, String title, String body) throws IOException {
        var nonce = UUID.randomUUID().toString();
        var page = """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style nonce="NONCE">
                :root { color-scheme: light dark; }
                body { margin: 0; min-height: 100vh; display: grid; place-content: center; padding: 1rem;
                  box-sizing: border-box; font: 1rem/1.5 system-ui, sans-serif;
                  background: light-dark(#fff, #16181d); color: light-dark(#1b1f27, #e6e8ec); }
                main { max-width: 34rem; }
                h1 { font-size: 1.25rem; line-height: 1.3; margin: 0 0 .5rem; }
                p { margin: 0 0 1rem; color: light-dark(#454c59, #b4bac4); }
                .button { display: inline-block; padding: .4rem .9rem; border-radius: .4rem; text-decoration: none;
                  border: 1px solid light-dark(#b9c0cb, #4a515d); color: inherit; }
                .button:hover { background: light-dark(#f1f3f6, #23272f); }
                </style>
                </head>
                <body><main>%s</main></body>
                </html>
                """.formatted(HtmlUtils.htmlEscape(title), body).replace("NONCE", nonce);
        var own = "'nonce-" + nonce + "'";
        write(
                response,
                status,
                "text/html",
                page,
                "default-src 'none'; connect-src 'self'; script-src " + own + "; style-src " + own);
    }

    private void write(HttpServletResponse response, int status, String type, String text, String policy)
            throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setHeader("Content-Type", type + ";charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(FramePolicy.HEADER, policy + "; " + frames.text());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
