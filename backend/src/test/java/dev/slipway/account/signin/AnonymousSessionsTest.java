package dev.slipway.account.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpSessionEvent;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockServletContext;

class AnonymousSessionsTest {
    private final AnonymousSessions sessions = new AnonymousSessions();

    @Test
    void strangersHaveABoundedNumberOfShortSessions() {
        var all = new ArrayList<MockHttpSession>();
        IntStream.range(0, 46_000).forEach(_ -> {
            var session = new MockHttpSession();
            all.add(session);
            sessions.sessionCreated(new HttpSessionEvent(session));
        });

        assertThat(sessions.count()).isEqualTo(AnonymousSessions.MAX);
        assertThat(all.stream().filter(session -> !session.isInvalid())).hasSize(AnonymousSessions.MAX);
        assertThat(all.getLast().getMaxInactiveInterval()).isEqualTo(120);
    }

    @Test
    void aSessionOfSomebodyWhoSignedInLivesAsLongAsTheSettingsSayAndIsNotCounted() {
        var context = new MockServletContext();
        context.setSessionTimeout(30);
        var session = new MockHttpSession(context);
        sessions.sessionCreated(new HttpSessionEvent(session));

        sessions.signedIn(session);

        assertThat(session.getMaxInactiveInterval()).isEqualTo(1800);
        assertThat(sessions.count()).isZero();
    }
}
