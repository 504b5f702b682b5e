/** The modals: each class draws one and reads what was typed into it. */
@NullMarked
package dev.postmortem.slack.modals;

import org.jspecify.annotations.NullMarked;
