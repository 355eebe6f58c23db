package dev.slipway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

/** Checks the layers of the screens: features use the shell, which they share, and the shell uses components. */
@AnalyzeClasses(packages = "dev.slipway", importOptions = ImportOption.DoNotIncludeTests.class)
class StructureTest {
    private static final int MAX_PARAMETERS = 8;

    @ArchTest
    static final ArchRule screensStandOnTheFrameAndTheFrameOnComponents = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("features")
            .definedBy(
                    "dev.slipway.ui.account..",
                    "dev.slipway.ui.admin..",
                    "dev.slipway.ui.catalog..",
                    "dev.slipway.ui.recording..",
                    "dev.slipway.ui.workspace..")
            .layer("shell")
            .definedBy("dev.slipway.ui.shell..")
            .layer("component")
            .definedBy("dev.slipway.ui.component..")
            .whereLayer("features")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("shell")
            .mayOnlyBeAccessedByLayers("features")
            .whereLayer("component")
            .mayOnlyBeAccessedByLayers("features", "shell");

    @ArchTest
    static final ArchRule aFeatureDoesNotUseAnother = slices().matching(
                    "dev.slipway.ui.(account|admin|catalog|recording|workspace)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule screensUseOnlyTheInterfacesOfModules = noClasses()
            .that()
            .resideInAPackage("dev.slipway.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(internals());

    @ArchTest
    static final ArchRule onlyTheSandboxModuleUsesTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages("dev.slipway.engine..", "dev.slipway.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.slipway.engine..");

    @ArchTest
    static void noTestUsesTheEngine(JavaClasses main) {
        var tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("dev.slipway");

        onlyTheSandboxModuleUsesTheEngine.check(tests);
    }

    @ArchTest
    static final ArchRule viewsStayInTheirFeature =
            classes().that().areAnnotatedWith(Route.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule viewsHaveFewCollaborators = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Route.class)
            .or()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Component.class)
            .should(haveFewParameters())
            .because("an area of a screen that needs several services is a bean of its own");

    private static ArchCondition<JavaConstructor> haveFewParameters() {
        return new ArchCondition<>("have at most " + MAX_PARAMETERS + " parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                var parameters = constructor.getRawParameterTypes().size();
                events.add(new SimpleConditionEvent(
                        constructor,
                        parameters <= MAX_PARAMETERS,
                        constructor.getFullName() + " has " + parameters + " parameters"));
            }
        };
    }

    /** Returns patterns for all packages of backend modules except their root packages. */
    private static String[] internals() {
        return ApplicationModules.of("dev.slipway").stream()
                .map(module -> module.getBasePackage().getName())
                .filter(name -> !name.equals("dev.slipway.ui"))
                .map(name -> name + ".*..")
                .toArray(String[]::new);
    }
}
