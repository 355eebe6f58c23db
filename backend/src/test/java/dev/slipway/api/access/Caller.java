package dev.slipway.api.access;

/** The callers of the access matrix. Each but the first sends an API token with its requests. */
enum Caller {
    /** Sends no token. */
    ANONYMOUS,
    /** The learner whose attempt and token the request names. */
    OWNER,
    /** Another learner. */
    LEARNER,
    INSTRUCTOR,
    GRADER,
    ADMINISTRATOR,
    /** Was an administrator when its token was issued; its account is disabled now. */
    DISABLED,
    /** Was an administrator when its token was issued, and is a learner now. */
    DEMOTED,
    /** An administrator whose token was revoked. */
    REVOKED
}
