package dev.slipway.check.gather;

import dev.slipway.check.fact.FactNeed;
import dev.slipway.check.fact.Observed;
import dev.slipway.check.fact.Source;
import dev.slipway.shared.UserFacingException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gathers facts about one node in one wave. If a request to the engine times out, or if its response is larger than the
 * limits allow, the wave sends no further request to the engine. For use by one thread at a time.
 */
final class NodeWave implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NodeWave.class);

    private final Lookup lookup;
    private final NodeAccess access;
    private final EngineObjects objects;
    private final Restraint restraint;
    private final Allowance allowance;
    private Optional<LookupException> silence;

    /** Whether the engine was asked in this wave, so that the wave shows how it answers. */
    private boolean asked;

    NodeWave(Lookup lookup, NodeAccess access, NodeEngineApi engine, Restraint restraint, Allowance allowance) {
        this.lookup = lookup;
        this.access = access;
        this.objects = new EngineObjects(engine);
        this.restraint = restraint;
        this.allowance = allowance;
        this.silence = restraint.now();
    }

    /** Gathers one fact. */
    interface Lookup {
        /** @param objects reads properties, and contains the responses that the engine has sent in this wave */
        Object look(FactNeed<?> need, EngineObjects objects, Allowance allowance) throws LookupException;
    }

    Map<FactNeed<?>, Observed<?>> observe(Collection<FactNeed<?>> needs) {
        var gathered = new LinkedHashMap<FactNeed<?>, Observed<?>>();
        for (var need : needs) {
            gathered.put(need, observe(need));
        }
        return gathered;
    }

    private Observed<?> observe(FactNeed<?> need) {
        var asksEngine = need.source() == Source.ENGINE && !(need instanceof FactNeed.Events);
        if (asksEngine && silence.isPresent()) {
            return silence.get().observed();
        }
        asked |= asksEngine;
        try {
            return new Observed.Seen<>(lookup.look(need, objects, allowance));
        } catch (LookupException e) {
            silence = asksEngine && (e.isLate() || e.isExcessive()) ? Optional.of(e) : silence;
            return e.observed();
        } catch (UserFacingException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("fact not read sandbox={} node={}", access.sandbox(), access.node(), e);
            return new Observed.Unavailable<>("Slipway could not look at " + access.node() + ".");
        }
    }

    @Override
    public void close() {
        if (asked) {
            silence.filter(LookupException::isExcessive).ifPresentOrElse(restraint::exceeded, restraint::wasWell);
        }
        allowance.memory().close();
    }
}
