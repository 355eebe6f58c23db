package dev.slipway.attempt.persistence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.slipway.check.Verdict;
import tools.jackson.databind.json.JsonMapper;

/** JSON form of verdicts: the field {@code outcome} names the kind. */
final class VerdictJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().addMixIn(Verdict.class, Kinds.class).build();

    private VerdictJson() {}

    static String write(Verdict verdict) {
        return JSON.writerFor(Verdict.class).writeValueAsString(verdict);
    }

    static Verdict read(String json) {
        return JSON.readValue(json, Verdict.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Verdict.Passed.class, name = "passed"),
        @JsonSubTypes.Type(value = Verdict.Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Verdict.Errored.class, name = "errored"),
        @JsonSubTypes.Type(value = Verdict.TimedOut.class, name = "timed-out")
    })
    private interface Kinds {}
}
