package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Capture;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.capture.Happening.Effect;
import dev.postmortem.workflow.capture.Happening.Marked;
import dev.postmortem.workflow.capture.Happening.Said;
import dev.postmortem.workflow.capture.Happening.TakenBack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what happened in many channels within one piece of work. The order does not matter. */
final class KeepTogether {
  private final Records records;

  KeepTogether(Records records) {
    this.records = records;
  }

  /** Keeps all of it; answers what came of each. */
  IdentityHashMap<Happening, Effect> keep(List<? extends Happening> all) {
    // by identity: to compare them by their words would cost more than all else here
    IdentityHashMap<Happening, Effect> effects = new IdentityHashMap<>();
    Map<MessageKey, List<Said>> rooms = new LinkedHashMap<>();
    for (Happening happening : all) {
      if (happening instanceof Said said) {
        MessageKey key = said.message().key();
        MessageKey room = new MessageKey(key.team(), key.channel(), "");
        rooms.computeIfAbsent(room, k -> new ArrayList<>()).add(said);
      } else {
        effects.put(happening, keepOne(happening));
      }
    }
    rooms.forEach((room, said) -> keepSaid(room, said, effects));
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

  private void keepSaid(
      MessageKey room, List<Said> all, IdentityHashMap<Happening, Effect> effects) {
    Set<MessageKey> changed =
        records
            .drafts()
            .capturing(room.team(), room.channel())
            .map(capture -> keep(capture, all.stream().map(Said::message).toList()))
            .orElse(Set.of());
    for (Said said : all) {
      boolean isNew = changed.contains(said.message().key());
      effects.put(said, isNew ? Effect.CHANGED : Effect.NONE);
    }
  }

  private Set<MessageKey> keep(Capture capture, List<Message> messages) {
    List<Message> within = messages.stream().filter(one -> isWithin(capture, one)).toList();
    Set<MessageKey> changed = new HashSet<>(records.timelines().keep(capture.incident(), within));
    messages.stream()
        .filter(one -> !isWithin(capture, one) && RecordMessage.keep(records, one))
        .forEach(older -> changed.add(older.key()));
    for (MessageKey key : records.timelines().marked(capture.incident(), changed)) {
      FollowMarks.follow(records, capture.incident(), key);
    }
    return changed;
  }

  private static boolean isWithin(Capture capture, Message message) {
    return !SlackTime.instant(message.key().ts()).isBefore(capture.from());
  }
}
