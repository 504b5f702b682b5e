/** The document is put together, passes the gate, goes out, and is corrected. */
@NullMarked
package dev.postmortem.workflow.publish;

import org.jspecify.annotations.NullMarked;
