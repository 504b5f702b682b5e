/**
 * The life of a post-mortem: it is started, resolved, reopened, cancelled, listed, searched, and
 * asked how it stands.
 */
@NullMarked
package dev.postmortem.workflow.incident;

import org.jspecify.annotations.NullMarked;
