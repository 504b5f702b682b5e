package dev.postmortem.document;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Template;
import dev.postmortem.draft.Waiver;
import dev.postmortem.draft.privacy.Removal;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Names;
import dev.postmortem.timeline.Person;
import dev.postmortem.timeline.Revision;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the document of a draft and its timeline, every name resolved. */
public final class Composer {
  private final Wording wording;
  private final Function<String, Person> people;
  private final Names names;
  private final Permalinks permalinks;

  /**
   * @param people who is behind an id; {@link Person#unknown} when nobody knows
   */
  public Composer(
      Wording wording, Function<String, Person> people, Names names, Permalinks permalinks) {
    this.wording = wording;
    this.people = people;
    this.names = names;
    this.permalinks = permalinks;
  }

  /** The document as it stands. */
  public Document compose(Template template, Material material) {
    return new Composition(this, material).document(template);
  }

  List<Block> words(String raw) {
    return wording.read(raw, names);
  }

  Person person(String id) {
    return people.apply(id);
  }

  @Nullable String permalink(Entry entry) {
    return permalinks.of(entry.key(), entry.message().thread()).orElse(null);
  }

  /**
   * What a document is made of.
   *
   * @param revisions what messages said before they were edited
   * @param deleted how many messages their authors took back
   * @param waivers what people decided to leave as it is
   * @param removal what was removed after a time, null when nothing was
   */
  public record Material(
      Draft draft,
      List<Entry> entries,
      Map<MessageKey, List<Revision>> revisions,
      int deleted,
      @Nullable Meeting meeting,
      List<Waiver> waivers,
      @Nullable Removal removal) {
    /** One in which nobody let anything pass. */
    public Material(
        Draft draft,
        List<Entry> entries,
        Map<MessageKey, List<Revision>> revisions,
        int deleted,
        @Nullable Meeting meeting) {
      this(draft, entries, revisions, deleted, meeting, List.of(), null);
    }
  }
}
