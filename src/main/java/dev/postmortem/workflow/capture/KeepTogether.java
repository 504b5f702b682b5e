package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Capture;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.capture.Happening.Effect;
import dev.postmortem.workflow.capture.Happening.Marked;
import dev.postmortem.workflow.capture.Happening.Said;
import dev.postmortem.workflow.capture.Happening.TakenBack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps what happened in many channels within one piece of work. The order does not matter. */
final class KeepTogether {
  private final Records records;
  private final Map<MessageKey, Optional<Capture>> captures = new HashMap<>();

  KeepTogether(Records records) {
    this.records = records;
  }

  /** Keeps all of it; answers what came of each. */
  IdentityHashMap<Happening, Effect> keep(List<? extends Happening> all) {
    // by identity: to compare them by their words would cost more than all else here
    IdentityHashMap<Happening, Effect> effects = new IdentityHashMap<>();
    List<Said> said = new ArrayList<>();
    for (Happening happening : all) {
      if (happening instanceof Said words) {
        said.add(words);
      } else {
        effects.put(happening, keepOne(happening));
      }
    }
    Set<MessageKey> changed = keepSaid(said);
    for (Said words : said) {
      boolean isNew = changed.contains(words.message().key());
      effects.put(words, isNew ? Effect.CHANGED : Effect.NONE);
    }
    return effects;
  }

  private Effect keepOne(Happening happening) {
    if (happening instanceof TakenBack back) {
      RecordMessage.delete(records, back.key(), back.at());
      return Effect.NONE;
    }
    boolean unseen = RecordMark.keep(records, ((Marked) happening).mark());
    return unseen ? Effect.UNSEEN : Effect.NONE;
  }

  private Set<MessageKey> keepSaid(List<Said> all) {
    List<Belonging> within = new ArrayList<>();
    Set<MessageKey> changed = new HashSet<>();
    for (Said said : all) {
      Message message = said.message();
      Optional<Capture> capture = capture(message.key());
      Instant at = SlackTime.instant(message.key().ts());
      if (capture.isPresent() && capture.get().covers(at)) {
        within.add(new Belonging(capture.get().incident(), message));
      } else if (capture.isPresent() && RecordMessage.keep(records, message)) {
        changed.add(message.key());
      }
    }
    Set<MessageKey> kept = records.timelines().keep(within);
    followEarlierMarks(within, kept);
    changed.addAll(kept);
    return changed;
  }

  /** Asked once for each channel, however many messages of it there are. */
  private Optional<Capture> capture(MessageKey key) {
    MessageKey room = new MessageKey(key.team(), key.channel(), "");
    return captures.computeIfAbsent(
        room, asked -> records.drafts().capturing(asked.team(), asked.channel()));
  }

  private void followEarlierMarks(List<Belonging> all, Set<MessageKey> kept) {
    Map<Long, Set<MessageKey>> fresh = new LinkedHashMap<>();
    all.stream()
        .filter(one -> kept.contains(one.message().key()))
        .forEach(
            one ->
                fresh
                    .computeIfAbsent(one.incident(), id -> new HashSet<>())
                    .add(one.message().key()));
    fresh.forEach((incident, keys) -> FollowMarks.followEarlier(records, incident, keys));
  }
}
