package dev.slipway.sandbox.json;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;

/**
 * Limits the memory that the responses of all node engines use together. Each reader of a response gets a {@link
 * Share}. The first megabyte of a share is always granted, so that an ordinary response never fails because of other
 * nodes; only the rest is taken from the common memory. A reader never waits: it fails if the common memory is used up.
 * Thread-safe.
 */
public final class MemoryBudget {
    /** Number of bytes that each share always gets: ten times the memory that a list of a hundred containers takes. */
    private static final long GRANTED = DataSize.ofMegabytes(1).toBytes();
    /** A share may take at most a quarter of the common memory, so that one node cannot use it up. */
    private static final int PARTS = 4;

    private final AtomicLong free;
    private final long most;

    /** @param common memory for all shares together, in addition to the first megabyte of each */
    public MemoryBudget(DataSize common) {
        this.free = new AtomicLong(common.toBytes());
        this.most = GRANTED + common.toBytes() / PARTS;
    }

    /** Returns a new share. The caller must close the share as soon as it no longer keeps the data that was read. */
    public Share share() {
        return new Share();
    }

    /** Returns how many bytes of the common memory are free. */
    public long free() {
        return free.get();
    }

    /** The memory that one reader uses. One thread at a time may use a share. */
    public final class Share implements AutoCloseable {
        private long held;

        private Share() {}

        /**
         * Takes memory from the budget. Callers call this method before they use the memory.
         *
         * @throws ExcessiveAnswerException if this reader, or all readers together, would use too much memory
         */
        public void take(long bytes) throws ExcessiveAnswerException {
            var common = common(held + bytes) - common(held);
            if (held + bytes > most) {
                throw new ExcessiveAnswerException("holds more than " + most + " bytes of memory");
            }
            if (common > 0 && free.addAndGet(-common) < 0) {
                free.addAndGet(common);
                throw new ExcessiveAnswerException("all node engines together hold too much memory");
            }
            held += bytes;
        }

        private static long common(long bytes) {
            return Math.max(0, bytes - GRANTED);
        }

        @Override
        public void close() {
            free.addAndGet(common(held));
            held = 0;
        }
    }
}
