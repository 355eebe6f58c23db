package dev.slipway.check.run;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

/** A test with a fake node and a runner of checks that watches it. */
abstract class OneNodeTest {
    final FakeNode node;
    final Watching watching;

    OneNodeTest() throws IOException {
        node = new FakeNode();
        watching = new Watching(node, Watching.RARELY);
    }

    @AfterEach
    void close() {
        watching.close();
        node.close();
    }
}
