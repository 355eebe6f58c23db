package dev.slipway.database;

import org.hibernate.cfg.JdbcSettings;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts the SQL statements that Hibernate sends on the calling thread; statements of background threads do not count. */
public final class CountedStatements implements StatementInspector {
    private final ThreadLocal<Integer> sent = ThreadLocal.withInitial(() -> 0);

    @Override
    public String inspect(String sql) {
        sent.set(sent.get() + 1);
        return sql;
    }

    /** Runs an action and returns how many statements it sends. */
    public int during(Runnable action) {
        var before = sent.get();
        action.run();
        return sent.get() - before;
    }

    /** Counts the statements of the application context that imports it. */
    @Configuration(proxyBeanMethods = false)
    public static class Setup {
        @Bean
        CountedStatements statements() {
            return new CountedStatements();
        }

        @Bean
        HibernatePropertiesCustomizer counting(CountedStatements statements) {
            return properties -> properties.put(JdbcSettings.STATEMENT_INSPECTOR, statements);
        }
    }
}
