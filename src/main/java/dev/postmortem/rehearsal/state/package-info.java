/** What the rehearsal workspace knows: people, conversations, messages, files, views. */
@NullMarked
package dev.postmortem.rehearsal.state;

import org.jspecify.annotations.NullMarked;
