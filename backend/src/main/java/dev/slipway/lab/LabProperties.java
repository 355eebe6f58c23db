package dev.slipway.lab;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where labs are read from.
 *
 * @param folders folders of courses; a course is a folder with a {@code course.yaml}
 * @param recheck how long a look at the folders for changed files stays good
 */
@Validated
@ConfigurationProperties("slipway.lab")
public record LabProperties(
        @DefaultValue("labs") @NotEmpty List<Path> folders,
        @DefaultValue("2s") @NotNull Duration recheck) {}
