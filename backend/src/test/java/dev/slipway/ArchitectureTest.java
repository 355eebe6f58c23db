package dev.slipway;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.slipway.account.Account;
import dev.slipway.account.Actor;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Checks rules for the code of all modules, in addition to the module borders that {@link ModularityTest} checks. */
@AnalyzeClasses(packages = "dev.slipway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /**
     * The root packages, which are the APIs of the modules: {@code dev.slipway.engine}, but not {@code
     * dev.slipway.engine.docker}.
     */
    private static final String ROOTS = "dev.slipway.*";

    /**
     * The modules, lowest floor first. A module uses only modules of lower floors; {@link ModularityTest} checks which of
     * them.
     */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("shared", "platform"),
            Set.of("engine", "lab", "account"),
            Set.of("sandbox"),
            Set.of("check", "terminal", "preview"),
            Set.of("attempt"),
            Set.of("proof"),
            Set.of("api"));

    /**
     * The classes whose lock guards no field, each with the reason. ArchUnit sees synchronized methods, but not
     * synchronized blocks.
     */
    private static final Map<String, String> LOCKS_WITHOUT_FIELDS = Map.of(
            "dev.slipway.sandbox.http.StreamHttpClient",
                    "close() does not wait for the lock, so the fields are volatile",
            "dev.slipway.engine.docker.EngineApi", "a retry reads the client without the lock, so it is volatile",
            "dev.slipway.lab.folder.FolderLabs", "readers do not wait for the lock, so the snapshot is volatile",
            "dev.slipway.sandbox.request.Admission", "it serialises transactions and has no state of its own",
            "dev.slipway.terminal.session.Guard", "it is the lock of several classes, which name it in their Javadoc");

    /** A caller easily confuses the arguments of a longer list. */
    private static final int MAX_VALUES = 8;

    /**
     * The records with more components, each with the reason. A record of settings is not listed, because Spring binds
     * its components by their names.
     */
    private static final Map<String, String> LONG_RECORDS = Map.of(
            "dev.slipway.sandbox.attach.AttachTarget",
            "it is a part of the settings, and Spring binds its components by name");

    @ArchTest
    static final ArchRule onlyTheEngineKnowsDockerJava = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.dockerjava..");

    @ArchTest
    static final ArchRule yamlIsYaml12 = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yaml.snakeyaml..")
            .because("that library reads YAML 1.1, in which no is false and 010 is eight; only Spring Boot uses it");

    @ArchTest
    static final ArchRule onlyTheSandboxModuleUsesTheEngine = noClasses()
            .that(are(resideOutsideOfPackages("dev.slipway.engine..", "dev.slipway.sandbox..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.slipway.engine..")
            .because("all others reach nodes through dev.slipway.sandbox.NodeStreams");

    @ArchTest
    static void noTestOfAnotherModuleUsesTheEngine(JavaClasses main) {
        var tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("dev.slipway");

        onlyTheSandboxModuleUsesTheEngine.check(tests);
    }

    @ArchTest
    static final ArchRule theSharedKernelHasIdsAndErrorsOnly = classes()
            .that()
            .resideInAPackage("dev.slipway.shared..")
            .and()
            .areTopLevelClasses()
            .should()
            .haveNameMatching(
                    ".*\\.(\\w+Id|NodeName|AttachReference|ErrorCode|ErrorTexts|UserFacingException|package-info)")
            .because("technical classes belong to the platform module, and all others to the module that owns them");

    @ArchTest
    static final ArchRule eachModuleUsesOnlyLowerFloors = classes().should(useOnlyModulesOfLowerFloors());

    @ArchTest
    static final ArchRule theBackendKnowsNoVaadin = noClasses()
            .that()
            .resideOutsideOfPackage("dev.slipway.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule collaboratorsComeThroughTheConstructor =
            noFields().should().beAnnotatedWith(Autowired.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule settingsAreRecords = noFields()
            .should()
            .beAnnotatedWith(Value.class)
            .because("each module has one validated record of settings")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule rowsStayInPersistencePackages = classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAnnotatedWith(Embeddable.class)
            .or()
            .areAssignableTo(Repository.class)
            .should()
            .resideInAPackage("dev.slipway.*.persistence..");

    @ArchTest
    static final ArchRule rowsDoNotLeaveTheirModule = noClasses()
            .that(resideInAPackage(ROOTS))
            .should()
            .dependOnClassesThat(are(resideInAPackage("dev.slipway.*.persistence..")));

    @ArchTest
    static final ArchRule timeIsJavaTime = noClasses()
            .that(are(resideOutsideOfPackage("dev.slipway.engine.docker..")))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Date.class, Calendar.class, java.sql.Timestamp.class)
            .because("only docker-java returns dates of the old kind, and its package converts them");

    @ArchTest
    static final ArchRule reactionsAreRecordedOrStartedAfterTheCommit = noMethods()
            .should()
            .beAnnotatedWith(TransactionalEventListener.class)
            .orShould()
            .beAnnotatedWith(ApplicationModuleListener.class)
            .because("docs/decisions/0016-events-after-commit.md allows two ways and gives the reasons");

    @ArchTest
    static final ArchRule nothingIsSharedThatChanges = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule locksSayWhatTheyGuard = classes()
            .that(haveALock())
            .should(haveAGuardedFieldUnless(LOCKS_WITHOUT_FIELDS))
            .because("Error Prone checks that each access to a field with @GuardedBy holds the lock");

    @ArchTest
    static final ArchRule onlyWhatOthersNeedIsPublic = classes()
            .that(are(not(resideInAPackage(ROOTS))))
            .and(are(resideOutsideOfPackage("dev.slipway")))
            .and()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should(beUsedInAnotherPackage());

    /**
     * An {@link Actor} or {@link Account} has the permissions of the time when it was read. With the id, the service
     * has to read the present ones.
     */
    @ArchTest
    static final ArchRule servicesTakeTheIdOfTheActingAccount = noMethods()
            .that()
            .areDeclaredInClassesThat(resideInAPackage(ROOTS))
            .and()
            .areDeclaredInClassesThat()
            .areInterfaces()
            .should()
            .haveRawParameterTypes(whichContain(Account.class, Actor.class))
            .because("permissions are read in each call, never taken from an object that a page keeps");

    @ArchTest
    static final ArchRule nobodyKeepsWhatAnAccountMayDo = noFields()
            .that()
            .areDeclaredInClassesThat(are(resideOutsideOfPackage("dev.slipway.account..")))
            .should()
            .haveRawType(Account.class)
            .orShould()
            .haveRawType(Actor.class)
            .because("the permissions may have changed when the field is used");

    @ArchTest
    static final ArchRule recordsOfAnApiGroupTheirComponents = classes()
            .that(are(resideInAPackage(ROOTS)))
            .and()
            .areRecords()
            .and()
            .areNotAnnotatedWith(ConfigurationProperties.class)
            .should(haveFewComponentsUnless(LONG_RECORDS))
            .because("a smaller record for each concept of the domain makes callers clearer");

    @ArchTest
    static final ArchRule beansHaveFewCollaborators = constructors()
            .that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Component.class)
            .should(haveFewParameters())
            .because("a class with more collaborators has more than one responsibility");

    private static ArchCondition<JavaClass> haveFewComponentsUnless(Map<String, String> exceptions) {
        return new ArchCondition<>("have at most " + MAX_VALUES + " components, except for " + exceptions) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var components = type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .count();
                events.add(new SimpleConditionEvent(
                        type,
                        components <= MAX_VALUES != exceptions.containsKey(type.getName()),
                        type.getName() + " has " + components + " components"));
            }
        };
    }

    private static ArchCondition<JavaConstructor> haveFewParameters() {
        return new ArchCondition<>("have at most " + MAX_VALUES + " parameters") {
            @Override
            public void check(JavaConstructor constructor, ConditionEvents events) {
                var parameters = constructor.getRawParameterTypes().size();
                events.add(new SimpleConditionEvent(
                        constructor,
                        parameters <= MAX_VALUES,
                        constructor.getFullName() + " has " + parameters + " parameters"));
            }
        };
    }

    private static DescribedPredicate<List<JavaClass>> whichContain(Class<?>... types) {
        return DescribedPredicate.describe(
                "which contain one of " + List.of(types),
                parameters -> List.of(types).stream()
                        .anyMatch(type -> parameters.stream().anyMatch(parameter -> parameter.isEquivalentTo(type))));
    }

    private static ArchCondition<JavaClass> useOnlyModulesOfLowerFloors() {
        return new ArchCondition<>("use only modules of lower floors") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var used = module(dependency.getTargetClass());
                    if (!used.isEmpty() && !used.equals(module(type)) && floor(used) >= floor(module(type))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        };
    }

    /** Returns the name of the module that has a class; empty for classes that are not ours. */
    private static String module(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith("dev.slipway.") ? name.split("\\.", -1)[2] : "";
    }

    private static int floor(String module) {
        return IntStream.range(0, FLOORS.size())
                .filter(floor -> FLOORS.get(floor).contains(module))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no floor has the module " + module));
    }

    private static DescribedPredicate<JavaClass> haveALock() {
        return DescribedPredicate.describe(
                "have a lock or a synchronized method",
                type -> type.getFields().stream()
                                .anyMatch(field -> field.getRawType().isAssignableTo(Lock.class))
                        || type.getMethods().stream()
                                .anyMatch(method -> method.getModifiers().contains(JavaModifier.SYNCHRONIZED)));
    }

    /** A class that is listed as an exception but has a guarded field fails, too, because the list is out of date. */
    private static ArchCondition<JavaClass> haveAGuardedFieldUnless(Map<String, String> exceptions) {
        return new ArchCondition<>("have a field with @GuardedBy, except for " + exceptions) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var guards = type.getFields().stream().anyMatch(field -> field.isAnnotatedWith(GuardedBy.class));
                events.add(new SimpleConditionEvent(
                        type,
                        guards != exceptions.containsKey(type.getName()),
                        type.getName() + (guards ? " has a" : " has no") + " field with @GuardedBy"));
            }
        };
    }

    private static ArchCondition<JavaClass> beUsedInAnotherPackage() {
        return new ArchCondition<>("be used in another package or by a public neighbour, or else be package-private") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var used = type.getDirectDependenciesToSelf().stream()
                        .map(Dependency::getOriginClass)
                        .anyMatch(user -> isAbroad(user, type) || isPublicNeighbour(user, type));
                events.add(new SimpleConditionEvent(
                        type, used, type.getName() + " is public, but only its own package uses it"));
            }
        };
    }

    private static boolean isAbroad(JavaClass user, JavaClass type) {
        return !user.getPackageName().equals(type.getPackageName());
    }

    /**
     * Returns whether a public class of the same package uses the type, for instance a service that returns it to
     * another package.
     */
    private static boolean isPublicNeighbour(JavaClass user, JavaClass type) {
        return user.isTopLevelClass() && user.getModifiers().contains(JavaModifier.PUBLIC) && !user.equals(type);
    }
}
