package dev.slipway.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Checks that every test that uses the database runs on H2 and on PostgreSQL. */
@AnalyzeClasses(packages = "dev.slipway", importOptions = ImportOption.OnlyIncludeTests.class)
class DatabaseTestsTest {

    @ArchTest
    static final ArchRule testsOnTheDatabaseSayThatTheyAreThat = classes()
            .that(touchTheDatabase())
            .and(haveTests())
            .should(new ArchCondition<JavaClass>("be annotated with @OnBothDatabases") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    events.add(new SimpleConditionEvent(
                            type,
                            type.reflect().isAnnotationPresent(OnBothDatabases.class),
                            type.getName() + " touches the database and is not annotated"));
                }
            });

    /** Selects types that use the database, directly or through a class that starts modules for tests. */
    private static DescribedPredicate<JavaClass> touchTheDatabase() {
        return DescribedPredicate.describe(
                "touch the database",
                type -> type.getTransitiveDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().isEquivalentTo(TestDatabase.class)));
    }

    private static DescribedPredicate<JavaClass> haveTests() {
        return DescribedPredicate.describe(
                "have tests",
                type -> type.getAllMethods().stream()
                        .anyMatch(method ->
                                method.isAnnotatedWith(Test.class) || method.isAnnotatedWith(Property.class)));
    }
}
