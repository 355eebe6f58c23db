package dev.slipway.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.account.Account;
import dev.slipway.account.Actor;
import dev.slipway.account.Role;

/** Checks that screens store only the id of the acting account, not its permissions. */
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
            .because("an account may lose its permissions before the field is used");
}
