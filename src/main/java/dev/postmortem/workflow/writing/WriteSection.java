package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Remark;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.SectionBody;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes into the sections: adds a remark to one, or rewrites some as a whole. */
public final class WriteSection {
  private final Desk desk;

  public WriteSection(Desk desk) {
    this.desk = desk;
  }

  /** Adds to a section what somebody wrote. */
  public Outcome add(Which which, String by, Section section, Words words) {
    return desk.change(
        which,
        (records, draft) -> {
          SectionBody body = draft.body(section.key());
          records.drafts().save(draft.id(), body.plus(remark(words, by)));
          return new Done(draft, "Added to " + section.title() + ".");
        });
  }

  /**
   * Rewrites sections. All are kept, or none: when somebody else changed one of them since the
   * writer saw it, the refusal is a {@link Conflict}.
   */
  public Outcome rewrite(Which which, String by, Map<String, Rewrite> sections) {
    return desk.change(
        which,
        (records, draft) -> {
          Map<String, SectionBody> changed = changedMeanwhile(draft, sections);
          if (!changed.isEmpty()) {
            throw new Conflict(changed);
          }
          sections.forEach((key, now) -> save(records, draft, by, key, now));
          return new Done(draft, "Saved.");
        });
  }

  private static Map<String, SectionBody> changedMeanwhile(
      Draft draft, Map<String, Rewrite> sections) {
    Map<String, SectionBody> changed = new TreeMap<>();
    sections.forEach(
        (key, now) -> {
          SectionBody stands = draft.body(key);
          if (stands.revision() != now.seen()) {
            changed.put(key, stands);
          }
        });
    return changed;
  }

  private void save(Records records, Draft draft, String by, String key, Rewrite now) {
    List<Remark> remarks = now.words().isBlank() ? List.of() : List.of(remark(now.words(), by));
    records.drafts().save(draft.id(), draft.body(key).rewritten(remarks));
  }

  private Remark remark(Words words, String by) {
    return new Remark(words.raw(), words.plain(), by, desk.now());
  }

  /** The refusal for a section that takes no words. */
  public Refused noWords(Section section) {
    return new Refused(section.title() + " fills itself.");
  }

  /**
   * A section as somebody wants it to read.
   *
   * @param seen the revision that the writer started from
   */
  public record Rewrite(int seen, Words words) {}

  /**
   * Somebody else changed these sections meanwhile; this is how they stand. Nothing was changed.
   */
  public static final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Map<String, SectionBody> stands;

    Conflict(Map<String, SectionBody> stands) {
      super("changed meanwhile: " + stands.keySet());
      this.stands = stands;
    }

    /** The sections that were changed, as they stand now, by key. */
    public Map<String, SectionBody> stands() {
      return stands;
    }
  }
}
