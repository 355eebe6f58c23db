package dev.slipway.lab.folder;

import dev.slipway.lab.SourcePosition;
import dev.slipway.lab.Variables;
import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Checks that each variable of the lab is used. In texts that may also contain variables of the shell, reports an
 * unknown variable only if its name resembles that of a variable of the lab. Pages and assertions can contain only
 * variables of the lab, so the rules for pages and assertions report every unknown variable.
 */
final class VariableRules {
    private final LabDraft draft;
    private final Set<String> known;

    VariableRules(LabDraft draft) {
        this.draft = draft;
        this.known = draft.variables();
    }

    void check(Collection<CheckedPage> pages) {
        checkUsed(pages);
        for (var i = 0; i < draft.root().path("setup").size(); i++) {
            var run = draft.root().path("setup").path(i).path("run").stringValue();
            for (var name : Variables.namesIn(run)) {
                warnIfMeant(name, draft.yaml().positionOf("/setup/" + i + "/run"));
            }
        }
        draft.folder().files().forEach((path, content) -> {
            if (path.startsWith("files/")) {
                YamlValues.text(content).ifPresent(text -> checkLines(path, text));
            }
        });
    }

    /** Checks a file that may contain variables of the lab and of the shell. */
    void checkLines(String path, String text) {
        var number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            for (var name : Variables.namesIn(line)) {
                warnIfMeant(name, draft.folder().position(path, number, line.indexOf("${" + name + "}") + 1));
            }
        }
    }

    private void warnIfMeant(String name, SourcePosition at) {
        if (!known.contains(name)) {
            DidYouMean.nearest(name, known)
                    .ifPresent(meant -> draft.warn(
                            at,
                            "unknown-variable",
                            "There is no variable " + name + " under `vars`, so the shell will replace it. Did you"
                                    + " mean `" + meant + "`?",
                            "${" + meant + "}"));
        }
    }

    private void checkUsed(Collection<CheckedPage> pages) {
        var used = new LinkedHashSet<String>();
        pages.forEach(page -> used.addAll(Variables.namesIn(page.page().markdown())));
        draft.folder().files().forEach((path, content) -> {
            if (path.startsWith("files/")) {
                YamlValues.text(content).map(Variables::namesIn).ifPresent(used::addAll);
            }
        });
        draft.root().forEachEntry((key, part) -> {
            if (!key.equals("vars") && !key.equals("proofs")) {
                collect(part, used);
            }
        });
        for (var name : known) {
            if (!used.contains(name)) {
                draft.warn(
                        draft.yaml().positionOfKey("/vars/" + name),
                        "unused-variable",
                        "Nothing uses the variable " + name + ": no page, check, hint, setup command or file.",
                        "${" + name + "}");
            }
        }
    }

    private static void collect(JsonNode value, Set<String> used) {
        if (value.isString()) {
            used.addAll(Variables.namesIn(value.stringValue()));
        } else {
            value.forEach(member -> collect(member, used));
        }
    }
}
