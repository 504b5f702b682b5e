package dev.postmortem.document;

import dev.postmortem.timeline.MessageKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a message can be looked at in Slack. */
@FunctionalInterface
public interface Permalinks {
  /**
   * The address of a message; none for what was never in Slack.
   *
   * @param thread the timestamp of the thread's first message when the message is a reply
   */
  Optional<String> of(MessageKey key, @Nullable String thread);

  /**
   * The addresses within a workspace.
   *
   * @param teamUrl as {@code auth.test} tells it, such as {@code https://acme.slack.com/}
   */
  static Permalinks at(String teamUrl) {
    String base = teamUrl.endsWith("/") ? teamUrl : teamUrl + "/";
    return (key, thread) ->
        key.isFromSlack() ? Optional.of(base + path(key, thread)) : Optional.empty();
  }

  private static String path(MessageKey key, @Nullable String thread) {
    String path = "archives/" + key.channel() + "/p" + key.ts().replace(".", "");
    return thread == null || thread.equals(key.ts())
        ? path
        : path + "?thread_ts=" + thread + "&cid=" + key.channel();
  }
}
