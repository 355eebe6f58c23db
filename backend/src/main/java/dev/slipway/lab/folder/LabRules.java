package dev.slipway.lab.folder;

import dev.slipway.lab.markdown.PageChecker.CheckedPage;
import java.util.SortedMap;

/** Checks the rules of a lab that a schema cannot express, topic by topic. */
final class LabRules {
    private final LabDraft draft;
    private final SortedMap<String, CheckedPage> pages;

    LabRules(LabDraft draft, SortedMap<String, CheckedPage> pages) {
        this.draft = draft;
        this.pages = pages;
    }

    void check(HostKnowledge host) {
        new NodeRules(draft).check();
        new AttachRules(draft).check(host.attach());
        new VariableRules(draft).check(pages.values());
        new TaskRules(draft, pages.keySet()).check();
        new NeedsRules(draft).check();
        new QuizRules(draft, pages).check();
        new ImageRules(draft).check(host.images());
        new PageRules(draft, pages).check();
        new ProofRules(draft).check();
        new SolutionRules(draft).check();
    }
}
