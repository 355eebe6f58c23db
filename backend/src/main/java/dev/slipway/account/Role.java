package dev.slipway.account;

/** The roles of accounts, from the fewest permissions to the most. */
public enum Role {
    LEARNER,
    GRADER,
    INSTRUCTOR,
    ADMINISTRATOR;

    /** Returns whether accounts of this role may see other people's attempts. */
    public boolean isStaff() {
        return this != LEARNER;
    }
}
