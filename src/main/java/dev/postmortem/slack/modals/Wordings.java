package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Remark;
import dev.postmortem.draft.SectionBody;
import dev.postmortem.draft.Store;
import dev.postmortem.slack.text.Mrkdwn;
import dev.postmortem.slack.text.RichText;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.KnownNames;
import dev.postmortem.workflow.writing.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns what people type into what is kept, and what is kept into what they see in a modal or a
 * private answer.
 */
public final class Wordings {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>|]*[^\\s<>|.,;:!?)\\]'\"]");
  private final Store store;
  private final SlackWording wording;

  public Wordings(Store store, SlackWording wording) {
    this.store = store;
    this.wording = wording;
  }

  /**
   * Words typed after a command or said in a message: Slack escaped them and marked whom they
   * mention.
   */
  public Words typed(String mrkdwn) {
    return words(Kit.JSON.createObjectNode().put("text", mrkdwn).toString());
  }

  /** Words from a plain text field: they mean what they say, only addresses become links. */
  public Words plain(String text) {
    return typed(ADDRESS.matcher(Kit.escape(text)).replaceAll("<$0>"));
  }

  /** Words from a formatted text field. */
  public Words rich(JsonNode richText) {
    return words(raw(richText));
  }

  private Words words(String raw) {
    return known(names -> new Words(raw, wording.plain(raw, names)));
  }

  /** The words of something kept, in Slack's markup, notifying nobody. */
  public String markup(String raw) {
    return known(names -> Mrkdwn.write(wording.read(raw, names)));
  }

  /** The words of something kept, as they are read. */
  public String read(String raw) {
    return known(names -> wording.plain(raw, names));
  }

  /**
   * A section's remarks as one start value for a formatted text field, null when nothing was
   * written.
   */
  public @Nullable ObjectNode richText(SectionBody body) {
    List<Block> blocks = blocks(body);
    return blocks.isEmpty() ? null : richText(blocks);
  }

  /** The words of something kept as a start value for a formatted text field. */
  public @Nullable ObjectNode richText(String raw) {
    List<Block> blocks = known(names -> wording.read(raw, names));
    return blocks.isEmpty() ? null : richText(blocks);
  }

  private static @Nullable ObjectNode richText(List<Block> blocks) {
    try {
      JsonNode block = Kit.JSON.readTree(RichText.write(blocks));
      return block.path("elements").isEmpty() ? null : (ObjectNode) block;
    } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether a formatted text field still says what the section says. */
  public boolean isSame(SectionBody body, @Nullable JsonNode richText) {
    ObjectNode shown = richText(body);
    if (richText == null || shown == null) {
      return richText == null && shown == null;
    }
    return readsTheSame(raw(richText), raw(shown));
  }

  /**
   * Whether something typed into a formatted text field that started from something kept still says
   * the same.
   */
  public boolean isSame(String typed, String kept) {
    ObjectNode shown = richText(kept);
    return shown != null && readsTheSame(typed, raw(shown));
  }

  private boolean readsTheSame(String one, String other) {
    return known(names -> wording.read(one, names).equals(wording.read(other, names)));
  }

  private static String raw(JsonNode richText) {
    ObjectNode message = Kit.JSON.createObjectNode();
    message.putArray("blocks").add(richText);
    return message.toString();
  }

  private List<Block> blocks(SectionBody body) {
    return known(
        names -> {
          List<Block> blocks = new ArrayList<>();
          for (Remark remark : body.remarks()) {
            blocks.addAll(wording.read(remark.raw(), names));
          }
          return blocks;
        });
  }

  /** Somebody's name, the id when nobody knows it. */
  public String name(@Nullable String user) {
    return user == null ? "nobody" : known(names -> names.user(user).orElse(user));
  }

  private <T> T known(Function<KnownNames, T> work) {
    return store.read((Records records) -> work.apply(new KnownNames(records)));
  }
}
