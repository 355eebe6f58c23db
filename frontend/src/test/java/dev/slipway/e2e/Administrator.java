package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Changes accounts of a platform through the API, as a program of an administrator does. */
final class Administrator {
    private static final String SECOND_LEARNER = "second-learner@slipway.local";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final Platform platform;

    Administrator(Platform platform) {
        this.platform = platform;
    }

    /** The credentials of an account. */
    record SignIn(String email, String password) {}

    /** Creates a second learner. If an earlier test has created the account, gives it a new password. */
    SignIn addsSecondLearner() throws IOException, InterruptedException {
        var made = call("POST", "accounts", """
                {"email": "%s", "name": "Second learner", "role": "learner"}""".formatted(SECOND_LEARNER));
        if (made.status() == CONFLICT) {
            return new SignIn(SECOND_LEARNER, newPasswordOf(idOf(SECOND_LEARNER)));
        }
        assertThat(made.status()).isEqualTo(CREATED);
        return new SignIn(SECOND_LEARNER, made.body().get("password").asString());
    }

    void disables(String email) throws IOException, InterruptedException {
        var answer = call("PATCH", "accounts/" + idOf(email), "{\"enabled\": false}");
        assertThat(answer.status()).isEqualTo(OK);
    }

    void resetsPasswordOf(String email) throws IOException, InterruptedException {
        newPasswordOf(idOf(email));
    }

    private String idOf(String email) throws IOException, InterruptedException {
        return call("GET", "accounts", "")
                .body()
                .valueStream()
                .filter(account -> account.get("email").asString().equals(email))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private String newPasswordOf(String id) throws IOException, InterruptedException {
        var enabled = call("PATCH", "accounts/" + id, "{\"role\": \"learner\", \"enabled\": true}");
        assertThat(enabled.status()).isEqualTo(OK);
        return call("PUT", "accounts/" + id + "/password", "{}")
                .body()
                .get("password")
                .asString();
    }

    private record Answer(int status, JsonNode body) {}

    private Answer call(String method, String path, String body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(platform.url("api/v1/" + path)))
                    .method(method, BodyPublishers.ofString(body))
                    .header(
                            "Authorization",
                            "Bearer " + platform.account("administrator").token())
                    .header("Content-Type", "application/json")
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        }
    }
}
