package dev.slipway.account.persistence;

import dev.slipway.account.AccountError;
import dev.slipway.account.Actor;
import dev.slipway.account.Actors;
import dev.slipway.account.SessionKey;
import dev.slipway.shared.AccountId;
import dev.slipway.shared.UserFacingException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class JpaActors implements Actors {
    private final AccountEntities rows;
    private final AccountLedger ledger;

    JpaActors(AccountEntities rows, AccountLedger ledger) {
        this.rows = rows;
        this.ledger = ledger;
    }

    @Override
    public Actor require(AccountId account) {
        return rows.findById(account.value())
                .filter(AccountEntity::isEnabled)
                .map(row -> new Actor(account, row.role()))
                .orElseThrow(() -> new UserFacingException(AccountError.NOT_ALLOWED));
    }

    @Override
    public Actor require(AccountId account, SessionKey session) {
        var actor = require(account);
        if (!ledger.isLive(account, session)) {
            throw new UserFacingException(AccountError.NOT_SIGNED_IN);
        }
        return actor;
    }
}
