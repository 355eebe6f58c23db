package dev.slipway.ui.account;

import dev.slipway.account.AccountPrincipal;
import dev.slipway.account.SessionKey;
import dev.slipway.account.SignIn;
import dev.slipway.account.SignIns;
import dev.slipway.shared.AccountId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sign-ins of one account, without a database. */
final class InMemorySignIns implements SignIns {
    private final AccountPrincipal principal;
    private final Map<String, SessionKey> secrets = new HashMap<>();
    private final Map<SessionKey, SignIn> listed = new LinkedHashMap<>();
    private String lastBrowser = "";

    InMemorySignIns(AccountPrincipal principal) {
        this.principal = principal;
    }

    void put(SignIn signIn) {
        listed.put(signIn.session(), signIn);
    }

    String browser() {
        return lastBrowser;
    }

    @Override
    public String remember(SessionKey session, String browser) {
        lastBrowser = browser;
        secrets.put("secret of " + session, session);
        return "secret of " + session;
    }

    @Override
    public Optional<AccountPrincipal> resume(String secret, String address) {
        return Optional.of(principal).filter(_ -> secrets.containsKey(secret));
    }

    @Override
    public void used(SessionKey session, String address) {}

    @Override
    public void end(String secret) {
        secrets.remove(secret);
    }

    @Override
    public List<SignIn> list(AccountId actor) {
        return List.copyOf(listed.values());
    }

    @Override
    public void end(AccountId actor, SessionKey session) {
        secrets.values().remove(session);
        listed.remove(session);
    }

    @Override
    public int endOthers(AccountId actor, SessionKey kept) {
        var before = listed.size();
        listed.keySet().removeIf(session -> !session.equals(kept));
        return before - listed.size();
    }
}
