/** Parses, checks, renders and sanitises pages: CommonMark with the blocks of the lab format. */
@NullMarked
package dev.slipway.lab.markdown;

import org.jspecify.annotations.NullMarked;
