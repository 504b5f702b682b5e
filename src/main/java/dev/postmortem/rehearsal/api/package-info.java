/** The Web API of the rehearsal workspace: its methods, scopes, rate limits and faults. */
@NullMarked
package dev.postmortem.rehearsal.api;

import org.jspecify.annotations.NullMarked;
