package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.commands.Asked;
import dev.postmortem.slack.outbound.Errands;
import dev.postmortem.slack.outbound.PrivateReplies;
import dev.postmortem.slack.outbound.WayBack;
import dev.postmortem.slack.text.Masking;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.Printed;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.About;
import dev.postmortem.workflow.Desk;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells whoever pasted a secret, and nobody else, that it was masked and what is left to do. Once
 * for each message, however often Slack delivers it.
 */
final class Discretion {
  private final Desk desk;
  private final Masking masking;
  private final Errands errands;
  private final PrivateReplies replies;
  private final Once told;

  Discretion(Desk desk, Masking masking, Errands errands, PrivateReplies replies) {
    this.desk = desk;
    this.masking = masking;
    this.errands = errands;
    this.replies = replies;
    this.told = new Once(desk);
  }

  /** A message was kept just now. What a bot posted, nobody pasted. */
  void kept(Message message) {
    String author = message.author();
    if (author == null
        || message.kind() != Kind.MESSAGE
        || !message.raw().contains('"' + Masking.KINDS + '"')) {
      return;
    }
    Set<String> kinds = kinds(message.raw());
    if (!kinds.isEmpty() && isNews(message.key().channel(), message.key().ts(), kinds)) {
      WayBack back = new WayBack(author, message.key().channel(), "", message.thread(), "", "");
      Optional<Draft> draft = draft(message);
      About.incident(
          draft.map(Draft::id).orElse(0L), () -> tell(back, posted(message, kinds, draft)));
    }
  }

  private static Set<String> kinds(String raw) {
    Set<String> kinds = new TreeSet<>();
    try {
      Kit.JSON.readTree(raw).path(Masking.KINDS).forEach(kind -> kinds.add(kind.asText()));
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("a kept message that is no JSON");
    }
    return kinds;
  }

  private boolean isNews(String channel, String ts, Collection<String> kinds) {
    return told.isNew("told/" + channel + "/" + ts + "/" + kinds);
  }

  private Optional<Draft> draft(Message message) {
    return desk.store()
        .read(records -> records.drafts().ofChannel(message.key().team(), message.key().channel()));
  }

  private static String posted(Message message, Set<String> kinds, Optional<Draft> draft) {
    ZoneId zone = draft.map(found -> found.headline().zone()).orElse(ZoneOffset.UTC);
    return "What you posted at "
        + Printed.full(SlackTime.instant(message.key().ts()), zone)
        + " holds something that should be secret ("
        + String.join(", ", kinds)
        + "). I masked it before I kept it. It still stands in Slack: delete the message there, and replace the secret, as"
        + " others have seen it.";
  }

  private static String typed(Set<String> kinds) {
    return "What you typed holds something that should be secret ("
        + String.join(", ", kinds)
        + "). I masked it before I kept it. If it stands anywhere else that others can read, replace the secret.";
  }

  private void tell(WayBack back, String sentence) {
    errands.run("tell of a masked secret", () -> replies.reply(back, Answer.say(sentence)));
  }

  /** Masks what was typed after a command. */
  Masking.Words typed(String words) {
    return masking.typed(words);
  }

  /** An answer that also says what was masked, unless the message has been answered for. */
  Answer with(Answer answer, Asked asked, Set<String> kinds) {
    if (kinds.isEmpty() || !isNews(asked.place().channel(), asked.once(), kinds)) {
      return answer;
    }
    if (answer.isEmpty()) {
      tell(asked.reply(), typed(kinds));
      return answer;
    }
    return answer.also(typed(kinds));
  }

  /** What a window delivers, with what was typed into it masked; the person is told. */
  JsonNode window(JsonNode payload) {
    JsonNode values = payload.path("view").path("state").path("values");
    Masking.Clean clean = masking.tree(values);
    if (clean.kinds().isEmpty()) {
      return payload;
    }
    ObjectNode masked = payload.deepCopy();
    ((ObjectNode) masked.path("view").path("state")).set("values", clean.json());
    Click click = new Click(masked);
    if (isNews("", click.view(), clean.kinds())) {
      tell(click.back(), typed(clean.kinds()));
    }
    return masked;
  }

  /** A message that somebody clicked on, without its secrets. */
  JsonNode message(JsonNode message) {
    return masking.tree(message).json();
  }
}
