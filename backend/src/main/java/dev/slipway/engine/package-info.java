/**
 * The container-engine SPI, its Docker implementation, and byte streams into containers. No other module uses
 * docker-java.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.slipway.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
