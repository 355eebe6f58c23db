package dev.slipway.lab;

import java.util.List;

/** An ordered list of labs. */
public record Course(String id, String title, String summary, List<LabId> labs) {
    public Course {
        labs = List.copyOf(labs);
    }
}
