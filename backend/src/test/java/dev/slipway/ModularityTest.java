package dev.slipway;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Checks the borders of the modules, and writes diagrams of them to {@code target/spring-modulith-docs}. */
class ModularityTest {
    private final ApplicationModules modules = ApplicationModules.of("dev.slipway");

    @Test
    void eachModuleUsesOnlyTheInterfacesOfThoseItMayUse() {
        modules.verify();
    }

    @Test
    void drawsTheModules() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
