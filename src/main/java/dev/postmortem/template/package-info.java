/** A house's own template: reads it from YAML, and says in which line it is wrong. */
@NullMarked
package dev.postmortem.template;

import org.jspecify.annotations.NullMarked;
