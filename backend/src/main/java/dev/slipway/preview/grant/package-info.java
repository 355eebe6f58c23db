/** Who may see which preview, under which name, until when. */
@NullMarked
package dev.slipway.preview.grant;

import org.jspecify.annotations.NullMarked;
