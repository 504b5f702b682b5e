package dev.postmortem.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of running text. Texts hold what people mean, free of any markup and escaping; only a
 * writer escapes.
 */
public sealed interface Inline {
  /** What the visitor makes of it. */
  <T> T accept(Visitor<T> visitor);

  record Text(String text) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.text(this);
    }
  }

  record Strong(List<Inline> of) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.strong(this);
    }
  }

  record Emphasis(List<Inline> of) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.emphasis(this);
    }
  }

  record Strike(List<Inline> of) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.strike(this);
    }
  }

  record Code(String text) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.code(this);
    }
  }

  /** A link whose scheme is known to be harmless: http, https, mailto or tel. */
  record Link(String url, List<Inline> of) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.link(this);
    }
  }

  /** Somebody's name, readable; it notifies nobody. */
  record Mention(String user, String name) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.mention(this);
    }
  }

  /** A channel's name without its hash. */
  record ChannelName(String channel, String name) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.channelName(this);
    }
  }

  /** A user group's handle without its at sign. */
  record GroupName(String group, String name) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.groupName(this);
    }
  }

  /** {@code here}, {@code channel} or {@code everyone}, quoted; it notifies nobody. */
  record Broadcast(String range) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.broadcast(this);
    }
  }

  /**
   * An emoji.
   *
   * @param name the shortcode without colons
   * @param unicode the character itself, null for a custom emoji
   */
  record Emoji(String name, @Nullable String unicode) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.emoji(this);
    }
  }

  /** A moment that Slack shows in each reader's zone. */
  record Moment(Instant at, String fallback) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.moment(this);
    }
  }

  /**
   * A place that a link can lead to; it shows nothing. Only pages have places.
   *
   * @param name unique within the page
   */
  record Place(String name) implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.place(this);
    }
  }

  /** The writer of the message started a new line here. */
  record Break() implements Inline {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.newLine(this);
    }
  }

  /** One method for each kind, so that whoever draws them forgets none. */
  interface Visitor<T> {
    T text(Text it);

    T strong(Strong it);

    T emphasis(Emphasis it);

    T strike(Strike it);

    T code(Code it);

    T link(Link it);

    T mention(Mention it);

    T channelName(ChannelName it);

    T groupName(GroupName it);

    T broadcast(Broadcast it);

    T emoji(Emoji it);

    T moment(Moment it);

    T place(Place it);

    T newLine(Break it);
  }
}
