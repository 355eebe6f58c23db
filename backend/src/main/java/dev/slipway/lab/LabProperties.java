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
 * Settings of the folders from which labs are read.
 *
 * @param folders folders of courses; a course is a folder with a {@code course.yaml}
 * @param recheck minimum time between two scans of the folders for changed files
 */
@Validated
@ConfigurationProperties("slipway.lab")
public record LabProperties(
        @DefaultValue("labs") @NotEmpty List<Path> folders,
        @DefaultValue("2s") @NotNull Duration recheck) {}
