package dev.postmortem.demo;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Workspace;
import java.time.Instant;
import java.util.List;

/** An incident that can be played from the first message to the published document. */
sealed interface Incident permits ScriptedIncident, RecordedIncident {
  /** When the play begins. */
  Instant begins();

  /** The people come, before the bot does; answers with those who are always invited to reviews. */
  List<Member> settle(Workspace slack);

  /** Plays it to the end. */
  Ending play(House house, Show show);

  /** Where it happened, and whose post-mortem it is. */
  record Ending(Channel room, Member owner) {}
}
