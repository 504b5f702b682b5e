package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.util.http.SlackHttpClient;
import dev.postmortem.document.Document;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.slack.text.SlackWriter;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.slack.views.TaskHints;
import dev.postmortem.slack.views.WordingList;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.publish.ComposeDocument;
import dev.postmortem.workflow.publish.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands somebody the document: as it would be published, or as a file, by direct message. */
public final class Papers {
  private static final Logger LOG = LoggerFactory.getLogger(Papers.class);
  private final Desk desk;
  private final SlackCalls calls;
  private final Upload upload;
  private final Errands errands;
  private final PrivateReplies replies;
  private final ComposeDocument compose;
  private final Acquaintance acquaintance;
  private final WordingList wording;

  public Papers(Desk desk, Slackline line, ComposeDocument compose, Acquaintance acquaintance) {
    this.desk = desk;
    this.calls = line.calls();
    this.upload = new Upload(line.calls(), line.http());
    this.errands = line.errands();
    this.replies = line.replies();
    this.compose = compose;
    this.acquaintance = acquaintance;
    this.wording = new WordingList(desk);
  }

  /** The ways to Slack. */
  public record Slackline(
      SlackCalls calls, SlackHttpClient http, Errands errands, PrivateReplies replies) {}

  /** Sends the document as it would be published, and as a file. */
  public Answer preview(Draft draft, WayBack back) {
    return later(
        back,
        "the preview of " + draft.name(),
        () -> {
          Document document = document(draft);
          String channel = direct(back.user());
          String root = "";
          for (SlackMessage message : new SlackWriter().write(document)) {
            String ts = post(channel, message, root);
            root = root.isEmpty() ? ts : root;
          }
          Optional<String> hints = TaskHints.of(draft.tasks());
          if (hints.isPresent()) {
            post(channel, Answer.markup(hints.get()).message(), root);
          }
          upload(channel, draft, Form.HTML);
          advise(channel, draft);
        });
  }

  /** Stands beside the preview, and in no document. */
  private void advise(String channel, Draft draft) throws SlackFault {
    List<JsonNode> advice = wording.of(draft);
    if (!advice.isEmpty()) {
      String text = "Some sentences of " + draft.name() + " may read as blame.";
      post(channel, new SlackMessage(text, Kit.blocks(advice).toString()), "");
    }
  }

  /** Sends the document as a file. */
  public Answer export(Draft draft, Form form, WayBack back) {
    return later(
        back,
        draft.name() + " as a file",
        () -> {
          meetCast(draft);
          upload(direct(back.user()), draft, form);
        });
  }

  /** The document with every name known that Slack knows. */
  public Document document(Draft draft) {
    meetCast(draft);
    return compose.compose(draft);
  }

  /** Gets to know everybody who plays a part, as far as Slack answers. */
  public void meetCast(Draft draft) {
    Set<String> ids = desk.store().read(records -> Cast.of(draft, records));
    ids.removeIf(id -> !acquaintance.isStranger(id));
    acquaintance.meet(ids);
  }

  private Answer later(WayBack back, String what, Errands.Errand errand) {
    boolean soon =
        errands.run(
            what,
            () -> {
              try {
                errand.run();
                replies.reply(back, Answer.say("I sent you " + what + " as a direct message."));
              } catch (SlackFault fault) {
                LOG.warn("{} could not be sent: {}", what, fault.getMessage());
                replies.reply(
                    back,
                    Answer.say(
                        "I could not send " + what + "; the draft is unharmed. " + fault.advice()));
              }
            });
    return soon
        ? Answer.NONE
        : Answer.say("I am very busy right now. Please try again in a minute.");
  }

  private String direct(String user) throws SlackFault {
    return calls
        .call("conversations.open", Map.of("users", user))
        .path("channel")
        .path("id")
        .asText();
  }

  private String post(String channel, SlackMessage message, String thread) throws SlackFault {
    return calls
        .call(
            "chat.postMessage",
            Map.of(
                "channel",
                channel,
                "text",
                message.text(),
                "blocks",
                message.blocks(),
                "thread_ts",
                thread,
                "unfurl_links",
                false,
                "unfurl_media",
                false))
        .path("ts")
        .asText();
  }

  private void upload(String channel, Draft draft, Form form) throws SlackFault {
    upload.share(new Upload.Spot(channel, ""), List.of(paper(draft, form)), "");
  }

  /** The document as a file. */
  public Upload.Paper paper(Draft draft, Form form) {
    String name = draft.name().toLowerCase(Locale.ROOT) + "." + form.extension();
    return new Upload.Paper(name, compose.write(draft, form));
  }
}
