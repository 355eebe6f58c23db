/** The administrator's page. */
@NullMarked
package dev.slipway.ui.admin;

import org.jspecify.annotations.NullMarked;
