package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Capture;
import dev.postmortem.draft.Drafts;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Belonging;
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
    Map<MessageKey, Capture> captures =
        Drafts.capturing(records.drafts(), all.stream().map(said -> said.message().key()).toList());
    List<Belonging> within = new ArrayList<>();
    Set<MessageKey> changed = new HashSet<>();
    for (Said said : all) {
      Message message = said.message();
      Capture capture = captures.get(message.key());
      if (capture != null && capture.covers(SlackTime.instant(message.key().ts()))) {
        within.add(new Belonging(capture.incident(), message));
      } else if (capture != null && RecordMessage.keep(records, message)) {
        changed.add(message.key());
      }
    }
    Set<MessageKey> kept = records.timelines().keep(within);
    FollowMarks.followEarlier(
        records, within.stream().filter(one -> kept.contains(one.message().key())).toList());
    changed.addAll(kept);
    return changed;
  }
}
