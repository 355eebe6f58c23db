package dev.slipway.lab;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** What somebody answers to a question. */
public sealed interface QuizAnswer {

    /** Options by their numbers, from 1. */
    record Chosen(SortedSet<Integer> options) implements QuizAnswer {
        public Chosen {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
        }

        public static Chosen of(Collection<Integer> options) {
            return new Chosen(new TreeSet<>(options));
        }
    }

    /** A text or a number as it was typed, without blanks around it. */
    record Typed(String text) implements QuizAnswer {
        public Typed {
            text = text.strip();
        }
    }
}
