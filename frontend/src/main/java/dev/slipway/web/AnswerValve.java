package dev.slipway.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Adds the platform's headers to every response, also to those that no filter or servlet writes. */
final class AnswerValve extends ValveBase {
    private final Map<String, String> headers;

    AnswerValve(boolean https) {
        super(true);
        headers = AnswerHeaders.ofPlatform(https);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        headers.forEach(response::setHeader);
        if (response.getStatus() >= BadRequests.CLIENT_ERRORS) {
            // The server could not read the request and has set the status before calling this valve.
            response.setContentType(BadRequests.TYPE);
            response.setContentLength(BadRequests.PAGE.length);
            response.getOutputStream().write(BadRequests.PAGE);
            return;
        }
        getNext().invoke(request, response);
    }
}
