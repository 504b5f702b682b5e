/** The rules that the rehearsal workspace enforces, each shown once. */
@NullMarked
package dev.postmortem.rehearsal;

import org.jspecify.annotations.NullMarked;
