package dev.slipway.api;

import static dev.slipway.api.FakeAttemptRecordings.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.account.Role;
import dev.slipway.attempt.Attempt;
import dev.slipway.attempt.FakeRecordings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class RecordingEndpointsTest extends ApiTest {
    @SuppressWarnings("NullAway.Init") // set before each test
    private Caller owner;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Attempt attempt;

    @BeforeEach
    void startAnAttempt() {
        owner = caller(Role.LEARNER);
        attempt = attemptOf(owner);
    }

    private String path() {
        return "/attempts/" + attempt.id() + "/recordings";
    }

    private MvcTestResult get(String query, String header, String value) {
        return mvc.get()
                .uri("/api/v1" + path() + "/" + ID + query)
                .header("Authorization", "Bearer " + owner.token())
                .header(header, value)
                .exchange();
    }

    @Test
    void listsWhatIsKnownWithoutReading() {
        var listed = call(owner, HttpMethod.GET, path());

        assertThat(listed).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                [{"id": "abcd1234-node1-1-1767254400000", "node": "node1", "terminal": 1, "seconds": 61, "bytes": 1000,
                  "startedAt": "2026-01-01T08:00:00Z", "lastWrittenAt": "2026-01-01T08:01:01Z"}]""");
    }

    @Test
    void givesVersion3ToDownload() {
        var got = get("", "Accept", "*/*");

        assertThat(got)
                .hasStatusOk()
                .hasContentType("application/x-asciicast")
                .hasBodyTextEqualTo(FakeRecordings.CONTENT);
        assertThat(got).headers().hasValue("Content-Disposition", "attachment; filename=\"" + ID + ".cast\"");
    }

    @Test
    void givesVersion2OnRequest() {
        assertThat(get("?format=v2", "Accept", "*/*"))
                .hasStatusOk()
                .hasContentType("application/x-asciicast")
                .hasBodyTextEqualTo("{\"version\":2}\n");
    }

    @Test
    void givesTheRangeThatIsAskedFor() {
        var got = get("", "Range", "bytes=0-9");

        assertThat(got).hasStatus(206).hasBodyTextEqualTo(FakeRecordings.CONTENT.substring(0, 10));
    }

    @Test
    void saysNothingAgainToThoseWhoHaveIt() {
        var etag = get("", "Accept", "*/*").getResponse().getHeader("ETag");

        assertThat(etag).isNotNull();
        assertThat(get("", "If-None-Match", String.valueOf(etag))).hasStatus(304);
    }

    @Test
    void refusesFormatsThatItDoesNotKnow() {
        assertProblem(get("?format=v9", "Accept", "*/*"), 400, "MALFORMED_VALUE");
    }

    @Test
    void refusesARecordingThatTheAttemptDoesNotHave() {
        assertProblem(
                call(owner, HttpMethod.GET, path() + "/abcd1234-node1-2-1767254400000"), 404, "RECORDING_NOT_FOUND");
    }
}
