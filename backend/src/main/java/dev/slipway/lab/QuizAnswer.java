package dev.slipway.lab;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** A learner's answer to a question. */
public sealed interface QuizAnswer {

    /** The numbers of the chosen options, counted from 1. */
    record Chosen(SortedSet<Integer> options) implements QuizAnswer {
        public Chosen {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }

        /** Returns the answer with these options. */
        public static Chosen of(Collection<Integer> options) {
            return new Chosen(new TreeSet<>(options));
        }
    }

    /** A text or number as the learner typed it, without blanks at the beginning and the end. */
    record Typed(String text) implements QuizAnswer {
        public Typed {
            text = text.strip();
        }
    }
}
