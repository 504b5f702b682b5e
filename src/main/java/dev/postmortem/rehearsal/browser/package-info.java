/**
 * The rehearsal workspace as a page for the browser: what people see and do, what goes over the
 * wire, and the controls of a play. Listens on 127.0.0.1 only; it knows nothing of the app that is
 * rehearsed.
 */
@NullMarked
package dev.postmortem.rehearsal.browser;

import org.jspecify.annotations.NullMarked;
