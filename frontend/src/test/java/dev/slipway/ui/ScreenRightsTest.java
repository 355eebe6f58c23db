package dev.slipway.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.account.Account;
import dev.slipway.account.Actor;
import dev.slipway.account.Role;

/** Screens keep the id of the account that acts, and nothing that says what it may do. */
@AnalyzeClasses(packages = "dev.slipway.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class ScreenRightsTest {

    @ArchTest
    static final ArchRule noScreenKeepsWhatAnAccountMayDo = noFields()
            .should()
            .haveRawType(Account.class)
            .orShould()
            .haveRawType(Actor.class)
            .orShould()
            .haveRawType(Role.class)
            .because("rights may be gone by the time the field is used");
}
