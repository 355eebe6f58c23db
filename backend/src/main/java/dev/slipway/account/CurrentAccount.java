package dev.slipway.account;

import java.util.Optional;

/** Who is acting: the signed-in person of a browser session or the bearer of an API token. */
public interface CurrentAccount {

    Optional<Account> find();

    /**
     * @throws dev.slipway.shared.UserFacingException if nobody is signed in
     */
    Account require();
}
