package dev.slipway.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.transaction.event.TransactionalEventListener;

/** Checks how screens listen to events. */
@AnalyzeClasses(packages = "dev.slipway.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class ScreenEventsTest {

    @ArchTest
    static final ArchRule screensReactByAfterCommit = noMethods()
            .should()
            .beAnnotatedWith(TransactionalEventListener.class)
            .because("the event registry wraps such listeners, and cannot wrap a final class (decision 0016)");
}
