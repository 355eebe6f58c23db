/**
 * The container-engine SPI, its Docker implementation, and byte streams into containers. The only module that uses
 * docker-java.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.slipway.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
