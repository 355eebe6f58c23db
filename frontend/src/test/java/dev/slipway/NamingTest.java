package dev.slipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import dev.slipway.shared.ErrorCode;
import jakarta.persistence.Entity;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.data.repository.Repository;
import org.springframework.web.bind.annotation.RestController;

/** Names of types have one meaning each; CONTRIBUTING.md lists the suffixes. Covers the backend, too. */
@AnalyzeClasses(packages = "dev.slipway", importOptions = ImportOption.DoNotIncludeTests.class)
class NamingTest {

    @ArchTest
    static void eachSimpleNameBelongsToOneTypeOnly(JavaClasses classes) {
        var packages = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getPackageName, Collectors.toSet())));

        assertThat(packages)
                .hasSizeGreaterThan(500)
                .allSatisfy((name, in) -> assertThat(in).as(name).hasSize(1));
    }

    @ArchTest
    static final ArchRule noNameSaysNothing =
            noClasses().should().haveNameMatching(".*(Manager|Utils?|Helper|Impl|DTO|Dto|Surroundings)");

    @ArchTest
    static final ArchRule implementationsAreNamedAfterWhatTheyUse = noClasses()
            .that()
            .areTopLevelClasses()
            .should()
            .haveNameMatching(".*\\.(Stored|Persistent|Live|Learners|Default)[A-Z]\\w*");

    @ArchTest
    static final ArchRule jpaClassesAreEntities =
            classes().that().areAnnotatedWith(Entity.class).should().haveSimpleNameEndingWith("Entity");

    @ArchTest
    static final ArchRule repositoriesAreEntities =
            classes().that().areAssignableTo(Repository.class).should().haveSimpleNameEndingWith("Entities");

    @ArchTest
    static final ArchRule onlyJpaClassesAreCalledEntity =
            classes().that().haveSimpleNameEndingWith("Entity").should().beAnnotatedWith(Entity.class);

    @ArchTest
    static final ArchRule settingsAreProperties = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .haveSimpleNameEndingWith("Properties");

    @ArchTest
    static final ArchRule errorCodesAreErrors = classes()
            .that()
            .areAssignableTo(ErrorCode.class)
            .and()
            .areEnums()
            .should()
            .haveSimpleNameEndingWith("Error");

    @ArchTest
    static final ArchRule whatIsThrownIsAnException =
            classes().that().areAssignableTo(Exception.class).should().haveSimpleNameEndingWith("Exception");

    @ArchTest
    static final ArchRule controllersAreEndpoints =
            classes().that().areAnnotatedWith(RestController.class).should().haveSimpleNameEndingWith("Endpoints");

    @ArchTest
    static final ArchRule screensAreViews =
            classes().that().areAnnotatedWith(Route.class).should().haveSimpleNameEndingWith("View");
}
