package dev.slipway.api.problem;

import dev.slipway.shared.ErrorCode;
import dev.slipway.shared.ErrorTexts;
import dev.slipway.shared.UserFacingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Converts an error into problem details (RFC 9457) with the error's code for programs, its text for people, and the
 * request's correlation id.
 */
@Component
public final class Problems {
    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    ProblemDetail of(UserFacingException error, HttpServletRequest request) {
        var code = error.code();
        var status = status(code.kind());
        var problem = ProblemDetail.forStatusAndDetail(status, ErrorTexts.text(error));
        problem.setType(URI.create(
                "urn:slipway:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        problem.setTitle(status.getReasonPhrase());
        problem.setInstance(instance(request));
        problem.setProperty("code", code.name());
        problem.setProperty("correlationId", Correlation.of(request));
        return problem;
    }

    /** Returns the request's path, or {@code /api} if the client has sent a path that is not a valid URI. */
    private static URI instance(HttpServletRequest request) {
        try {
            return new URI(request.getRequestURI());
        } catch (URISyntaxException e) {
            return URI.create("/api");
        }
    }

    /** Writes an error as the response, with the status that the server has chosen. */
    void write(int status, UserFacingException error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = of(error, request);
        problem.setStatus(status);
        problem.setTitle(HttpStatus.valueOf(status).getReasonPhrase());
        write(problem, response);
    }

    /** Writes an error as the response. For filters, which run before any controller. */
    public void write(UserFacingException error, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(of(error, request), response);
    }

    private void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.getStatus());
        if (problem.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Slipway API\"");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    private static HttpStatus status(ErrorCode.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case UNAUTHENTICATED -> HttpStatus.UNAUTHORIZED;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case TOO_MANY -> HttpStatus.TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case INTERNAL -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
