package dev.slipway.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Tests requests from unauthenticated clients and malformed requests. The flood is the last test, because it uses up
 * the visits that this address may make.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StrangersE2eIT extends E2e {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final List<String> PATHS = List.of(
            "/api/v1",
            "/api/v1/",
            "/api/v1/me/",
            "/api/v1/nothing",
            "/api/v1//me",
            "/api/v1/%2e%2e/me",
            "/api/v1/..;/me",
            "/api/v1/me;a=b",
            "/api/v1/%5cme",
            "/api/v1/attempts/%00");
    private static final List<String> AUTHORISATIONS =
            List.of("", "Authorization: Bearer \r\n", "Authorization: Basic YTpi\r\n", "Authorization: Bearer ä ö\r\n");
    private static final int VISITS_PER_MINUTE = 300;

    @Test
    @Order(1)
    void theApiNeverLeadsToTheSignInPage() throws IOException {
        var wrong = new ArrayList<String>();
        var asked = 0;
        for (var method : METHODS) {
            for (var path : PATHS) {
                for (var authorisation : AUTHORISATIONS) {
                    asked++;
                    var status = status(ask(method + " " + path + " HTTP/1.1\r\n" + authorisation, ""));
                    if (!List.of(400, 401, 404, 405, 429).contains(status)) {
                        wrong.add(method + " " + path + " " + authorisation.strip() + " -> " + status);
                    }
                }
            }
        }

        assertThat(asked).isEqualTo(320);
        assertThat(wrong).isEmpty();
    }

    @Test
    @Order(2)
    void aSignInWithoutTheFormsSecretSignsNobodyIn() throws IOException {
        var account = platform().account("learner");
        var body = "username=" + URLEncoder.encode(account.email(), StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(account.password(), StandardCharsets.UTF_8);

        var answer = ask(
                "POST /sign-in HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + body.length() + "\r\n",
                body);

        assertThat(status(answer)).isEqualTo(302);
        assertThat(answer).contains("/sign-in?expired").doesNotContain("slipway-remembered");
    }

    @Test
    @Order(3)
    void noAddressHoldsASessionsId() throws IOException {
        var answer = ask("GET /attempts HTTP/1.1\r\n", "");

        assertThat(status(answer)).isEqualTo(302);
        assertThat(answer)
                .contains("Location: ")
                .doesNotContain(";slipway-session=")
                .doesNotContain(";jsessionid=");
    }

    @Test
    @Order(4)
    void aFloodOfVisitsStartsABoundedNumberOfSessions() throws IOException {
        var began = System.nanoTime();
        var statuses = new ArrayList<Integer>();
        for (var i = 0; i < 1_000; i++) {
            statuses.add(status(ask("GET /?v-r=init&location=sign-in&query= HTTP/1.1\r\n", "")));
        }
        var minutes = (System.nanoTime() - began) / 60e9;

        var served = statuses.stream().filter(status -> status != 429).count();
        System.out.println("of 1000 visits from one address " + served + " started a session");
        assertThat(served).isLessThanOrEqualTo((long) (VISITS_PER_MINUTE * (1 + minutes)) + 5);
        assertThat(status(ask("GET /actuator/health HTTP/1.1\r\n", ""))).isEqualTo(200);
    }

    private static int status(String answer) {
        return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
    }

    /** Sends a request byte for byte, which no HTTP client does. */
    private String ask(String head, String body) throws IOException {
        var at = URI.create(platform().url(""));
        try (var socket = new Socket(at.getHost(), at.getPort())) {
            var host = "Host: " + at.getHost() + ":" + at.getPort() + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((head + host + body).getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
