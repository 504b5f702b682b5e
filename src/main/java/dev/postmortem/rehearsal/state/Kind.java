package dev.postmortem.rehearsal.state;

/** The kinds of conversation, with the words that Slack has for each. */
public enum Kind {
  /** A public channel. */
  PUBLIC("channel", "channels", "C", "public_channel"),
  /** A private channel. */
  PRIVATE("group", "groups", "C", "private_channel"),
  /** A direct message. */
  DIRECT("im", "im", "D", "im");

  private final String channelType;
  private final String family;
  private final String prefix;
  private final String listType;

  Kind(String channelType, String family, String prefix, String listType) {
    this.channelType = channelType;
    this.family = family;
    this.prefix = prefix;
    this.listType = listType;
  }

  /** The channel_type of its message events. */
  public String channelType() {
    return channelType;
  }

  /** The first word of its scopes and of its message subscription. */
  public String family() {
    return family;
  }

  /** The first letter of its ids. */
  public String prefix() {
    return prefix;
  }

  /** Its name in the {@code types} of conversations.list. */
  public String listType() {
    return listType;
  }
}
