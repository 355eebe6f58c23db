/** Pages: CommonMark with the lab format's blocks, rendering, sanitising, lint. */
@NullMarked
package dev.slipway.lab.markdown;

import org.jspecify.annotations.NullMarked;
