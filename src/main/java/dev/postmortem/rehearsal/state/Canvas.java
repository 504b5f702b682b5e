package dev.postmortem.rehearsal.state;

import java.util.LinkedHashSet;
import java.util.Set;

/** A canvas that belongs to the app, and is seen by those it was given to. */
public final class Canvas {
  private final String id;
  private final String title;
  private final Set<String> channels = new LinkedHashSet<>();
  private String markdown;

  Canvas(String id, String title, String markdown) {
    this.id = id;
    this.title = title;
    this.markdown = markdown;
  }

  /** Its id, F…. */
  public String id() {
    return id;
  }

  /** Its title. */
  public String title() {
    return title;
  }

  /** What stands in it, as it was written. */
  public String markdown() {
    return markdown;
  }

  /** Writes something else into it. */
  public void write(String words) {
    markdown = words;
  }

  /** Gives it to a channel. */
  public void readBy(String channel) {
    channels.add(channel);
  }

  /** The ids of the channels that may read it. */
  public Set<String> channels() {
    return channels;
  }
}
