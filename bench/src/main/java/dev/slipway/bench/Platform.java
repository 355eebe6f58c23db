package dev.slipway.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The running platform as one account uses it: with a browser and through the API. */
final class Platform implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String url;
    private final JsonNode learner;
    private final List<JsonNode> accounts;
    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    private Platform(String url, JsonNode learner, List<JsonNode> accounts) {
        this.url = url;
        this.learner = learner;
        this.accounts = accounts;
    }

    /**
     * Returns the running platform, for use by its demo learner.
     *
     * @param credentials file with the platform's address and accounts
     */
    static Platform running(Path credentials) throws IOException {
        var file = JSON.readTree(Files.readString(credentials));
        var accounts = file.path("accounts").valueStream().toList();
        var learner = accounts.stream()
                .filter(account -> account.path("role").asString().equals("learner"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the platform runs without a demo learner"));
        return new Platform(file.path("url").asString(), learner, accounts);
    }

    /** Returns one object for each account of the platform, for use through the API. */
    List<Platform> everybody() {
        return accounts.stream()
                .map(account -> new Platform(url, account, accounts))
                .toList();
    }

    private static LaunchOptions launch() {
        return new LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of(
                        "--no-sandbox",
                        "--disable-webgl",
                        "--disable-3d-apis",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-quic",
                        "--no-first-run"));
    }

    /** Starts the browser on the first call, so that no browser runs during measurements that need none. */
    private Browser browser() {
        if (browser == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(launch());
        }
        return browser;
    }

    /** Returns an empty page in a new browser profile. */
    Page newPage() {
        return browser().newContext().newPage();
    }

    /** Returns a page that shows the catalogue, signed in as the learner, in a new browser profile. */
    Page signedIn() {
        var page = newPage();
        page.navigate(url + "/sign-in");
        page.getByLabel("E-mail").fill(learner.path("email").asString());
        page.getByLabel("Password").fill(learner.path("password").asString());
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.locator(".lab-card").first().waitFor();
        return page;
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()).build());
    }

    JsonNode post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    String url() {
        return url;
    }

    /** Starts a lab and waits until its machines are ready. */
    Attempt start(String lab) {
        var id = post("/api/v1/attempts", "{\"lab\":\"%s\"}".formatted(lab))
                .path("id")
                .asString();
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            var sandbox = get("/api/v1/attempts/" + id).path("sandbox");
            var state = sandbox.path("state").asString("");
            if (state.equals("ready")) {
                return new Attempt(
                        id,
                        sandbox.path("id").asString(),
                        sandbox.path("nodes").path(0).asString());
            }
            if (state.equals("failed") || System.nanoTime() > deadline) {
                throw new IllegalStateException("the machines of " + lab + " are " + state);
            }
            Pause.millis(100);
        }
    }

    /**
     * An open attempt.
     *
     * @param id id of the attempt
     * @param sandbox id of its sandbox
     * @param node name of its first node
     */
    record Attempt(String id, String sandbox, String node) {
        /** Returns the name of the node's container on the host engine. */
        String container() {
            return "slipway-" + sandbox + "-" + node;
        }
    }

    /**
     * Ends the learner's open attempts and waits until their machines are removed, so that all runs start in the same
     * state.
     */
    void endAll() {
        for (var attempt : get("/api/v1/attempts?size=200")) {
            if (attempt.path("status").asString().equals("open")) {
                end(attempt.path("id").asString());
            }
        }
    }

    /** Ends one attempt and waits until its machines are removed. */
    void end(String attempt) {
        post("/api/v1/attempts/" + attempt + "/end");
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!get("/api/v1/attempts/" + attempt)
                .path("sandbox")
                .path("state")
                .asString("ended")
                .equals("ended")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the machines of attempt " + attempt + " are not removed");
            }
            Pause.millis(50);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + learner.path("token").asString());
    }

    private JsonNode send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        request.uri() + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("the platform does not answer at " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (playwright != null) {
            playwright.close();
        }
        http.close();
    }
}
