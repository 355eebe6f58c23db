package dev.slipway.engine.json;

import dev.slipway.engine.ExcessiveAnswerException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;

/**
 * Bounds the memory that answers of all node engines hold together. Each reader gets a {@link Share}, whose first part
 * is always granted, so that an ordinary node never depends on what others do; only what exceeds it is taken from the
 * common part, which nobody waits for. Safe for several threads.
 */
public final class MemoryBudget {
    /** Ten times what the list of a hundred containers takes. */
    private static final long GRANTED = DataSize.ofMegabytes(1).toBytes();
    /** A share may take this part of the common memory, so that one node cannot use it up. */
    private static final int PARTS = 4;

    private final AtomicLong free;
    private final long most;

    /** @param common memory beyond what each share is granted */
    public MemoryBudget(DataSize common) {
        this.free = new AtomicLong(common.toBytes());
        this.most = GRANTED + common.toBytes() / PARTS;
    }

    /** Begins a share; close it when what was read is no longer held. */
    public Share share() {
        return new Share();
    }

    /** Bytes of the common part that nobody holds. */
    public long free() {
        return free.get();
    }

    /** What one reader holds. For one thread at a time. */
    public final class Share implements AutoCloseable {
        private long held;

        private Share() {}

        /**
         * Accounts for memory about to be used.
         *
         * @throws ExcessiveAnswerException if this reader holds too much, or all readers do
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
