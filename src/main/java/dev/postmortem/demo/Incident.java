package dev.postmortem.demo;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An incident that can be played from the first message to the published document. */
sealed interface Incident permits ScriptedIncident, RecordedIncident {
  /**
   * The built-in one, or one that was recorded.
   *
   * @param recording the file; null for the built-in one
   */
  static Incident of(@Nullable Path recording) throws Refused {
    return recording == null
        ? new ScriptedIncident(Script.read())
        : RecordedIncident.read(recording);
  }

  /** When the play begins. */
  Instant begins();

  /** The zone that its people talk in. */
  ZoneId zone();

  /** The people come, before the bot does; answers with those who are always invited to reviews. */
  List<Member> settle(Workspace slack);

  /** Plays it to the end. */
  Ending play(House house, Show show);

  /** Where it happened, and whose post-mortem it is. */
  record Ending(Channel room, Member owner) {}
}
