package dev.postmortem.storage.timeline;

import dev.postmortem.draft.privacy.Forgotten;
import dev.postmortem.storage.column.Touched;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Revision;
import dev.postmortem.timeline.Timelines;
import dev.postmortem.timeline.Voice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * The timelines in tables. Each part of an entry has a row of its own (the message, the marks, the
 * amendment), written without looking at the others: that is why the order does not matter.
 */
public final class SqlTimelines implements Timelines {
  private final SqlMessages messages;
  private final SqlMarks marks;
  private final SqlAmendments amendments;
  private final SqlPictures pictures;
  private final Entries entries;
  private final Forgotten forgotten;
  private final Handle handle;

  /**
   * The timelines, through one connection.
   *
   * @param forgotten who must not be in them
   */
  public SqlTimelines(Handle handle, Forgotten forgotten) {
    this.forgotten = forgotten;
    this.messages = new SqlMessages(handle);
    this.marks = new SqlMarks(handle);
    this.amendments = new SqlAmendments(handle);
    this.pictures = new SqlPictures(handle);
    this.entries = new Entries(handle, marks);
    this.handle = handle;
  }

  @Override
  public boolean keep(long incident, Message message) {
    return messages.keep(incident, forgotten.hidden(message));
  }

  @Override
  public Set<MessageKey> keep(List<Belonging> all) {
    return new ManyMessages(handle, messages)
        .keep(
            all.stream()
                .map(one -> new Belonging(one.incident(), forgotten.hidden(one.message())))
                .toList());
  }

  @Override
  public List<Belonging> marked(List<Belonging> all) {
    return marks.among(all);
  }

  @Override
  public void delete(long incident, MessageKey key, Instant at) {
    messages.delete(incident, key, at);
    amendments.forget(incident, key);
    pictures.forget(incident, key);
    Touched.add(handle, incident);
  }

  @Override
  public void mark(long incident, Mark mark) {
    marks.keep(incident, forgotten.hidden(mark));
    Touched.add(handle, incident);
  }

  @Override
  public void unmark(long incident, MessageKey key, String tag, Instant at) {
    marks.takeAway(incident, key, tag, at);
    Touched.add(handle, incident);
  }

  @Override
  public void amend(long incident, MessageKey key, Amendment amendment) {
    amendments.save(incident, key, amendment);
    Touched.add(handle, incident);
  }

  @Override
  public Optional<Entry> find(long incident, MessageKey key) {
    return entries.find(incident, key, new TreeSet<>(marks.tags(incident, key)));
  }

  @Override
  public List<Entry> of(long incident) {
    return entries.of(incident);
  }

  @Override
  public int size(long incident) {
    return entries.size(incident);
  }

  @Override
  public List<Entry> latest(long incident, int skip, int most) {
    return entries.latest(incident, skip, most);
  }

  @Override
  public List<Entry> filed(long incident) {
    return entries.filed(incident);
  }

  @Override
  public List<Voice> voices(long incident) {
    return messages.voices(incident);
  }

  @Override
  public Map<MessageKey, List<Revision>> revisions(long incident) {
    return new SqlRevisions(handle).of(incident);
  }

  @Override
  public int deleted(long incident) {
    return messages.deleted(incident);
  }

  @Override
  public void moveChannel(String team, String from, String to) {
    if (!from.equals(to)) {
      new ChannelMove(handle, team, from, to).run();
    }
  }
}
