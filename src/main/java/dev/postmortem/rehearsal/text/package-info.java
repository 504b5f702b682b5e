/** How text is stored, escaped and read aloud. */
@NullMarked
package dev.postmortem.rehearsal.text;

import org.jspecify.annotations.NullMarked;
