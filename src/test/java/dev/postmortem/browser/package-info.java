/** Pages as a visitor sees them: a real browser, without a window, kept from the network. */
@NullMarked
package dev.postmortem.browser;

import org.jspecify.annotations.NullMarked;
