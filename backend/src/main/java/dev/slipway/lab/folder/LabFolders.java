package dev.slipway.lab.folder;

import dev.slipway.lab.Course;
import dev.slipway.lab.Lab;
import dev.slipway.lab.LabId;
import dev.slipway.lab.LabProblem;
import dev.slipway.lab.LabProblem.Severity;
import dev.slipway.lab.LabRule;
import dev.slipway.lab.Proof;
import dev.slipway.lab.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads labs from paths. Each path is a folder of courses, a single course, or a single lab. */
public final class LabFolders {
    private static final String COURSE_YAML = "course.yaml";
    private static final String LAB_YAML = "lab.yaml";

    private final HostKnowledge host;
    private final List<LabRule> rules;
    private final List<Course> courses = new ArrayList<>();
    private final Map<LabId, Lab> labs = new LinkedHashMap<>();
    private final Map<LabId, List<Proof>> proofs = new LinkedHashMap<>();
    private final Map<LabId, LabFolder> sources = new LinkedHashMap<>();
    private final List<LabProblem> problems = new ArrayList<>();

    private LabFolders(HostKnowledge host, List<LabRule> rules) {
        this.host = host;
        this.rules = rules;
    }

    /** The result of reading paths. It contains the problems of all labs, but no labs with errors. */
    public record Contents(
            List<Course> courses, Map<LabId, Lab> labs, Map<LabId, List<Proof>> proofs, List<LabProblem> problems) {
        public Contents {
            courses = List.copyOf(courses);
            labs = Map.copyOf(labs);
            proofs = Map.copyOf(proofs);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Reads labs and courses.
     *
     * @param knownImages the images in the image store; empty if they are not known
     */
    public static Contents read(List<Path> paths, Optional<Set<String>> knownImages) {
        return readWithSources(paths, new HostKnowledge(knownImages, Optional.empty()), List.of())
                .contents();
    }

    /** The result of reading paths, with the files of each lab except its solutions. */
    record Sourced(Contents contents, Map<LabId, LabFolder> sources) {
        Sourced {
            sources = Map.copyOf(sources);
        }
    }

    /**
     * Reads labs and courses with the files of each lab.
     *
     * @param rules rules for labs in addition to the format
     */
    static Sourced readWithSources(List<Path> paths, HostKnowledge host, List<LabRule> rules) {
        var reading = new LabFolders(host, rules);
        paths.forEach(reading::read);
        return new Sourced(
                new Contents(reading.courses, reading.labs, reading.proofs, reading.problems), reading.sources);
    }

    private void read(Path path) {
        if (isFile(path.resolve(LAB_YAML))) {
            readLab(path, name(path));
        } else if (isFile(path.resolve(COURSE_YAML))) {
            readCourse(path);
        } else if (Files.isDirectory(path)) {
            folders(path).forEach(this::readInside);
        } else {
            problems.add(new LabProblem(
                    new SourcePosition(path.toString(), 1, 1), "missing-folder", "There is no such folder.", ""));
        }
    }

    /**
     * Reads a folder within a folder of courses: a course, a course without course.yaml, or another folder such as
     * schema/.
     */
    private void readInside(Path folder) {
        if (isFile(folder.resolve(COURSE_YAML))) {
            readCourse(folder);
            return;
        }
        var forgotten = folders(folder).stream()
                .filter(lab -> isFile(lab.resolve(LAB_YAML)))
                .toList();
        if (!forgotten.isEmpty()) {
            problems.add(new LabProblem(
                    new SourcePosition(name(folder) + "/" + COURSE_YAML, 1, 1),
                    "missing-file",
                    "The folder has labs but no course.yaml, so learners cannot find them.",
                    "title: Containers from the ground up"));
            forgotten.forEach(lab -> readLab(lab, name(folder) + "/" + name(lab)));
        }
    }

    private void readCourse(Path folder) {
        var label = name(folder);
        var found = new LinkedHashMap<String, Optional<LabId>>();
        for (var lab : folders(folder)) {
            if (isFile(lab.resolve(LAB_YAML))) {
                found.put(name(lab), readLab(lab, label + "/" + name(lab)));
            }
        }
        var file = label + "/" + COURSE_YAML;
        var before = problems.size();
        var yaml = courseYaml(folder, file);
        yaml.ifPresent(document -> problems.addAll(LabSchema.COURSE.problems(document)));
        if (yaml.isEmpty() || problems.size() > before) {
            return;
        }
        var root = yaml.get().tree();
        var listed = new ArrayList<LabId>();
        for (var i = 0; i < root.path("labs").size(); i++) {
            var id = root.path("labs").path(i).stringValue();
            if (!found.containsKey(id)) {
                problems.add(new LabProblem(
                        yaml.get().positionOf("/labs/" + i),
                        Severity.WARNING,
                        "unknown-lab",
                        "There is no lab in a folder " + id + "." + DidYouMean.sentence(id, found.keySet()),
                        "- " + DidYouMean.nearest(id, found.keySet()).orElse("publish-a-port")));
            }
            found.getOrDefault(id, Optional.empty()).ifPresent(listed::add);
        }
        reportUnlisted(found.keySet(), root, yaml.get());
        courses.add(new Course(
                label, root.path("title").stringValue(), root.path("summary").stringValue(), listed));
    }

    private void reportUnlisted(Set<String> found, JsonNode root, YamlDocument yaml) {
        var listed =
                YamlValues.stream(root.path("labs")).map(JsonNode::stringValue).toList();
        found.stream()
                .filter(lab -> !listed.contains(lab))
                .forEach(lab -> problems.add(new LabProblem(
                        yaml.positionOf("/labs"),
                        Severity.WARNING,
                        "lab-not-listed",
                        "The lab " + lab + " is in the folder but not in the list.",
                        "- " + lab)));
    }

    private Optional<YamlDocument> courseYaml(Path folder, String file) {
        // One byte more than the YAML reader accepts, so that the reader reports a file that is too large.
        var limit = (256 << 10) + 1;
        try (var in = Files.newInputStream(folder.resolve(COURSE_YAML), LinkOption.NOFOLLOW_LINKS)) {
            return YamlReader.read(file, in.readNBytes(limit), problems);
        } catch (IOException e) {
            problems.add(new LabProblem(
                    new SourcePosition(file, 1, 1),
                    "unreadable",
                    "The file could not be read. Check its permissions.",
                    ""));
            return Optional.empty();
        }
    }

    private Optional<LabId> readLab(Path folder, String label) {
        var source = LabFolder.read(folder, label);
        var reading = LabReader.read(source, host).under(rules);
        problems.addAll(reading.problems());
        return reading.lab().flatMap(lab -> {
            if (labs.putIfAbsent(lab.id(), lab) == null) {
                proofs.put(lab.id(), reading.proofs());
                sources.put(lab.id(), source.withoutSolutions());
                return Optional.of(lab.id());
            }
            problems.add(new LabProblem(
                    new SourcePosition(label + "/" + LAB_YAML, 1, 1),
                    "duplicate-id",
                    "There is another lab with the id `" + lab.id() + "`. Rename this one.",
                    "id: " + lab.id() + "-again"));
            return Optional.empty();
        });
    }

    private List<Path> folders(Path parent) {
        try (var children = Files.list(parent)) {
            return children.filter(child -> Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS))
                    .filter(child -> !name(child).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(new LabProblem(
                    new SourcePosition(name(parent), 1, 1), "unreadable", "The folder could not be read.", ""));
            return List.of();
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String name(Path path) {
        return Optional.ofNullable(path.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("");
    }
}
