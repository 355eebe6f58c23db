package dev.slipway.api.rest;

import dev.slipway.account.CurrentAccount;
import dev.slipway.attempt.Attempts;
import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Endpoints for the labs of the catalogue. */
@RestController
@RequestMapping("/api/v1/labs")
@Tag(name = "labs")
class LabEndpoints {
    private final Labs labs;
    private final Attempts attempts;
    private final CurrentAccount current;

    LabEndpoints(Labs labs, Attempts attempts, CurrentAccount current) {
        this.labs = labs;
        this.attempts = attempts;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "The labs of all courses, in order, and why one cannot be started on this host")
    List<LabBody.Summary> all() {
        var courses = labs.courses();
        var obstacles = attempts.obstacles(
                current.requireId(),
                courses.stream().flatMap(course -> course.labs().stream()).toList());
        return courses.stream()
                .flatMap(course -> course.labs().stream()
                        .flatMap(id -> labs.find(id).stream())
                        .map(lab -> LabBody.Summary.of(course.id(), lab, Optional.ofNullable(obstacles.get(lab.id())))))
                .toList();
    }

    @GetMapping("/{lab}")
    @Operation(summary = "One lab: its tasks, nodes, objectives and points")
    LabBody one(@PathVariable String lab) {
        var found = labs.require(Ids.read("lab", lab, LabId::new));
        return LabBody.of(found, attempts.obstacle(current.requireId(), found.id()));
    }
}
