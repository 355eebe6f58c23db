package dev.slipway.api.rest;

import dev.slipway.lab.LabId;
import dev.slipway.lab.Labs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/labs")
@Tag(name = "labs")
class LabEndpoints {
    private final Labs labs;

    LabEndpoints(Labs labs) {
        this.labs = labs;
    }

    @GetMapping
    @Operation(summary = "The labs of all courses, in order")
    List<LabBody.Summary> all() {
        return labs.courses().stream()
                .flatMap(course -> course.labs().stream()
                        .flatMap(id -> labs.find(id).stream())
                        .map(lab -> LabBody.Summary.of(course.id(), lab)))
                .toList();
    }

    @GetMapping("/{lab}")
    @Operation(summary = "One lab: its tasks, nodes, objectives and points")
    LabBody one(@PathVariable String lab) {
        return LabBody.of(labs.require(Ids.read("lab", lab, LabId::new)));
    }
}
