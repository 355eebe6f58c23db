package dev.slipway.account;

/** What an account may do, from least to most. */
public enum Role {
    LEARNER,
    GRADER,
    INSTRUCTOR,
    ADMINISTRATOR;

    /** May see other people's attempts. */
    public boolean isStaff() {
        return this != LEARNER;
    }
}
