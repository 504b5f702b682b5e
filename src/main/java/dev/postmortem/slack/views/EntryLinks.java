package dev.postmortem.slack.views;

import dev.postmortem.document.Permalinks;
import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Draft;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import java.util.List;
import java.util.Optional;

/** Names entries by their time, which leads to the message in Slack where there is one. */
public final class EntryLinks {
  private final Desk desk;

  public EntryLinks(Desk desk) {
    this.desk = desk;
  }

  /** Those of these that are still there. */
  public List<Entry> find(Draft draft, List<MessageKey> keys) {
    return desk.store()
        .read(
            records ->
                keys.stream()
                    .map(key -> records.timelines().find(draft.id(), key))
                    .flatMap(Optional::stream)
                    .toList());
  }

  /** The time of an entry in Slack's markup. */
  public String link(Draft draft, Entry entry) {
    String time = Printed.brief(entry.at(), draft.headline().zone());
    return address(draft)
        .flatMap(url -> Permalinks.at(url).of(entry.key(), entry.message().thread()))
        .map(url -> "<" + Kit.escape(url) + "|" + time + ">")
        .orElse(time);
  }

  private Optional<String> address(Draft draft) {
    return desk.store()
        .read(records -> records.directory().name(Directory.ADDRESS + draft.room().team()))
        .filter(url -> !url.isEmpty());
  }
}
