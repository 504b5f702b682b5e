package dev.postmortem.document;

import java.util.List;

/** Names and signs as they are spoken of: {@code @Jane}, {@code #general}, {@code :shipit:}. */
public abstract class Spoken implements Inline.Visitor<StringBuilder> {
  protected final StringBuilder out;

  /**
   * @param out takes what is written
   */
  protected Spoken(StringBuilder out) {
    this.out = out;
  }

  /** Writes the word as the form has it, escaped. */
  protected abstract StringBuilder word(String word);

  /** Writes one after the other. */
  protected final StringBuilder all(List<Inline> inlines) {
    for (Inline inline : inlines) {
      inline.accept(this);
    }
    return out;
  }

  @Override
  public StringBuilder text(Inline.Text it) {
    return word(it.text());
  }

  @Override
  public StringBuilder mention(Inline.Mention it) {
    return word("@" + it.name());
  }

  @Override
  public StringBuilder channelName(Inline.ChannelName it) {
    return word("#" + it.name());
  }

  @Override
  public StringBuilder groupName(Inline.GroupName it) {
    return word("@" + it.name());
  }

  @Override
  public StringBuilder broadcast(Inline.Broadcast it) {
    return word("@" + it.range());
  }

  @Override
  public StringBuilder emoji(Inline.Emoji it) {
    return word(it.unicode() == null ? ":" + it.name() + ":" : it.unicode());
  }

  @Override
  public StringBuilder moment(Inline.Moment it) {
    return word(it.fallback());
  }

  @Override
  public StringBuilder place(Inline.Place it) {
    return out;
  }
}
