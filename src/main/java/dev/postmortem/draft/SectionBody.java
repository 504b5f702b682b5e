package dev.postmortem.draft;

import java.util.List;

/**
 * What has been written into one section, without the messages that are filed under it.
 *
 * @param revision grows with each change, so that two people who edit at once notice each other
 */
public record SectionBody(String key, int revision, List<Remark> remarks) {
  public SectionBody {
    remarks = List.copyOf(remarks);
  }

  /** Nothing written yet. */
  public static SectionBody empty(String key) {
    return new SectionBody(key, 0, List.of());
  }

  /** The body with one more remark. */
  public SectionBody plus(Remark remark) {
    List<Remark> all = new java.util.ArrayList<>(remarks);
    all.add(remark);
    return new SectionBody(key, revision + 1, all);
  }

  /** The body rewritten as a whole; no remark empties it. */
  public SectionBody rewritten(List<Remark> now) {
    return new SectionBody(key, revision + 1, now);
  }
}
