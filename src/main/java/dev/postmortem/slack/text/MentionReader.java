package dev.postmortem.slack.text;

import dev.postmortem.workflow.meet.Mentions;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds mentions where Slack puts them: {@code <@U…>} in text, a {@code user_id} in rich_text
 * (docs.slack.dev, "Formatting message text" and "Rich text block"). Whoever wrote it is named in
 * another way.
 */
public final class MentionReader implements Mentions {
  private static final int MOST = 50;
  private static final Pattern MENTION =
      Pattern.compile("(?:<@|\"user_id\" ?: ?\")([UW][A-Z0-9]{2,20})(?=[>|\"])");
  private final String bot;

  /**
   * Reads mentions.
   *
   * @param bot the user id that the bot itself is called by
   */
  public MentionReader(String bot) {
    this.bot = bot;
  }

  @Override
  public Set<String> in(String raw) {
    Set<String> users = new LinkedHashSet<>();
    if (raw.contains("<@") || raw.contains("\"user_id\"")) {
      Matcher mention = MENTION.matcher(raw);
      while (mention.find() && users.size() < MOST) {
        users.add(mention.group(1));
      }
    }
    users.remove(bot);
    return users;
  }
}
