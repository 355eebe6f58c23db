package dev.slipway.check.fact;

import static dev.slipway.check.assertion.FactsBuilder.NODE;
import static dev.slipway.check.assertion.FactsBuilder.aNode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FactsTest {

    @Test
    void storedFactsReadAgainAreTheSame() {
        var facts = aNode().container("web", "httpd", "running", 8080)
                .images("httpd")
                .event("container", "start", "web")
                .gap()
                .http(8080, HttpFact.SILENCE)
                .but(new FactNeed.Http(NODE, 81, "/"), new Observed.Late<>("slow"))
                .but(new FactNeed.Http(NODE, 82, "/"), new Observed.Unavailable<>("down"))
                .build();

        var again = Facts.fromJson(facts.toJson());

        assertThat(again.toJson()).isEqualTo(facts.toJson());
        assertThat(again.about(new FactNeed.Events(NODE))).isEqualTo(facts.about(new FactNeed.Events(NODE)));
        assertThat(again.about(new FactNeed.Http(NODE, 81, "/"))).isEqualTo(new Observed.Late<>("slow"));
    }

    @Test
    void jsonIsSortedAndSaysWhereEachFactComesFrom() {
        var facts = aNode().http(8080, new HttpFact(true, 200, "hi", false))
                .build()
                .only(List.of(new FactNeed.Http(NODE, 8080, "/"), new FactNeed.Images(NODE)));

        assertThat(facts.toJson())
                .isEqualTo("{\"at\":\"2026-03-01T12:00:00Z\",\"facts\":{"
                        + "\"node1/http 8080 /\":{\"source\":\"probe\",\"value\":"
                        + "{\"answered\":true,\"body\":\"hi\",\"status\":200,\"truncated\":false}},"
                        + "\"node1/images\":{\"source\":\"engine\",\"value\":{\"images\":[]}}}}");
    }

    @Test
    void whatWasNotLookedAtIsUnavailable() {
        assertThat(aNode().build().about(new FactNeed.Http(NODE, 80, "/"))).isInstanceOf(Observed.Unavailable.class);
    }

    @Test
    void refusesWhatIsNotFacts() {
        assertThatThrownBy(() -> Facts.fromJson("[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Facts.fromJson("{")).isInstanceOf(IllegalArgumentException.class);
    }
}
