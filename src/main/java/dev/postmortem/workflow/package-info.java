/** The verbs: one class for each thing a person can do; the only place where the ports meet. */
@NullMarked
package dev.postmortem.workflow;

import org.jspecify.annotations.NullMarked;
