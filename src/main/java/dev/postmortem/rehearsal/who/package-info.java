/** Who there is: the app and its team, people, groups, other bots, and the ids that they go by. */
@NullMarked
package dev.postmortem.rehearsal.who;

import org.jspecify.annotations.NullMarked;
