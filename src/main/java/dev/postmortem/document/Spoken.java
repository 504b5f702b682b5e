package dev.postmortem.document;

/** Names and signs as they are spoken of: {@code @Jane}, {@code #general}, {@code :shipit:}. */
public abstract class Spoken implements Inline.Visitor<String> {

  /** The word as the form writes it, escaped. */
  protected abstract String word(String word);

  @Override
  public String text(Inline.Text it) {
    return word(it.text());
  }

  @Override
  public String mention(Inline.Mention it) {
    return word("@" + it.name());
  }

  @Override
  public String channelName(Inline.ChannelName it) {
    return word("#" + it.name());
  }

  @Override
  public String groupName(Inline.GroupName it) {
    return word("@" + it.name());
  }

  @Override
  public String broadcast(Inline.Broadcast it) {
    return word("@" + it.range());
  }

  @Override
  public String emoji(Inline.Emoji it) {
    return word(it.unicode() == null ? ":" + it.name() + ":" : it.unicode());
  }

  @Override
  public String moment(Inline.Moment it) {
    return word(it.fallback());
  }

  @Override
  public String place(Inline.Place it) {
    return "";
  }
}
