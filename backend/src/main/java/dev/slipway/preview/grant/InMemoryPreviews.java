package dev.slipway.preview.grant;

import dev.slipway.account.SessionKey;
import dev.slipway.preview.PreviewError;
import dev.slipway.preview.PreviewTarget;
import dev.slipway.preview.PreviewTicket;
import dev.slipway.preview.Previews;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import java.net.URI;
import org.springframework.stereotype.Service;

/** Issues tickets for previews and ends previews, by means of {@link PreviewGrants}. */
@Service
final class InMemoryPreviews implements Previews {
    private final PreviewGrants grants;
    private final HostNames hosts;

    InMemoryPreviews(PreviewGrants grants, HostNames hosts) {
        this.grants = grants;
        this.hosts = hosts;
    }

    @Override
    public PreviewTicket open(AccountId account, SessionKey session, PreviewTarget target) {
        if (!hosts.canBeFound()) {
            throw new UserFacingException(PreviewError.PREVIEWS_NOT_SET_UP);
        }
        var ticket = grants.issue(account, session, target);
        var origin = URI.create(hosts.origin(ticket.grant().name()));
        return new PreviewTicket(origin, ticket.secret(), ticket.expiresAt());
    }

    @Override
    public void close(AccountId account) {
        grants.end(grant -> grant.account().equals(account));
    }

    @Override
    public void close(SessionKey session) {
        grants.end(grant -> grant.session().equals(session));
    }
}
