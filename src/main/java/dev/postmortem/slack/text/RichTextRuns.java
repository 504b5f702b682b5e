package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Inline;
import dev.postmortem.document.Run;
import dev.postmortem.document.Runs;
import dev.postmortem.document.Style;
import dev.postmortem.document.Styles;
import dev.postmortem.document.TextRenderer;
import java.util.List;

/** Writes running text as the leaves of rich_text. */
final class RichTextRuns {
  private static final String TONE = "::skin-tone-";

  private final boolean live;

  /**
   * @param live whether people, groups and channels are the real ones, who are told of it; else
   *     their names are only words
   */
  RichTextRuns(boolean live) {
    this.live = live;
  }

  ArrayNode write(List<Inline> inlines) {
    ArrayNode leaves = RichTextElements.array();
    for (Run run : Runs.normal(Runs.flatten(inlines))) {
      ObjectNode leaf = run.leaf().accept(new Leaf());
      style(leaf, run.styles(), run.leaf());
      if (!leaf.path("text").asText("-").isEmpty()) {
        leaves.add(leaf);
      }
    }
    return leaves;
  }

  private static void style(ObjectNode leaf, Styles styles, Inline inline) {
    ObjectNode style = JsonNodeFactory.instance.objectNode();
    if (styles.contains(Style.STRONG)) {
      style.put("bold", true);
    }
    if (styles.contains(Style.EMPHASIS)) {
      style.put("italic", true);
    }
    if (styles.contains(Style.STRIKE)) {
      style.put("strike", true);
    }
    if (isCode(inline)) {
      style.put("code", true);
    }
    if (!style.isEmpty()) {
      leaf.set("style", style);
    }
  }

  private static boolean isCode(Inline inline) {
    return inline instanceof Inline.Code
        || (inline instanceof Inline.Link link
            && link.of().size() == 1
            && link.of().get(0) instanceof Inline.Code);
  }

  ObjectNode text(String text) {
    return of("text").put("text", quoted(text));
  }

  private String quoted(String text) {
    return live ? text : Inert.text(text);
  }

  private static ObjectNode of(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private static String words(List<Inline> inlines) {
    return new TextRenderer().line(inlines);
  }

  /** A leaf for each kind; styles hold none, since they were taken off before. */
  private final class Leaf implements Inline.Visitor<ObjectNode> {

    @Override
    public ObjectNode text(Inline.Text it) {
      return RichTextRuns.this.text(it.text());
    }

    @Override
    public ObjectNode strong(Inline.Strong it) {
      return RichTextRuns.this.text(words(it.of()));
    }

    @Override
    public ObjectNode emphasis(Inline.Emphasis it) {
      return RichTextRuns.this.text(words(it.of()));
    }

    @Override
    public ObjectNode strike(Inline.Strike it) {
      return RichTextRuns.this.text(words(it.of()));
    }

    @Override
    public ObjectNode code(Inline.Code it) {
      return RichTextRuns.this.text(it.text());
    }

    @Override
    public ObjectNode link(Inline.Link it) {
      if (it.of().size() == 1 && it.of().get(0) instanceof Inline.Moment moment) {
        return moment(moment).put("url", it.url());
      }
      String words = words(it.of());
      ObjectNode link = of("link").put("url", it.url());
      boolean said = words.isEmpty() || words.equals(Entities.withoutScheme(it.url()));
      return said ? link : link.put("text", quoted(words));
    }

    @Override
    public ObjectNode mention(Inline.Mention it) {
      return live ? of("user").put("user_id", it.user()) : spoken(it);
    }

    @Override
    public ObjectNode channelName(Inline.ChannelName it) {
      return live ? of("channel").put("channel_id", it.channel()) : spoken(it);
    }

    @Override
    public ObjectNode groupName(Inline.GroupName it) {
      return live ? of("usergroup").put("usergroup_id", it.group()) : spoken(it);
    }

    @Override
    public ObjectNode broadcast(Inline.Broadcast it) {
      return live ? of("broadcast").put("range", it.range()) : spoken(it);
    }

    private ObjectNode spoken(Inline it) {
      return RichTextRuns.this.text(words(List.of(it)));
    }

    @Override
    public ObjectNode emoji(Inline.Emoji it) {
      int tone = it.name().indexOf(TONE);
      String name = tone < 0 ? it.name() : it.name().substring(0, tone);
      if (!EmojiTable.isName(name)) {
        return spoken(it);
      }
      ObjectNode emoji = of("emoji").put("name", name);
      return tone < 0
          ? emoji
          : emoji.put("skin_tone", it.name().charAt(tone + TONE.length()) - '0');
    }

    @Override
    public ObjectNode moment(Inline.Moment it) {
      return of("date")
          .put("timestamp", it.at().getEpochSecond())
          .put("format", "{date_num} {time}")
          .put("fallback", quoted(it.fallback()));
    }

    @Override
    public ObjectNode place(Inline.Place it) {
      return RichTextRuns.this.text("");
    }

    @Override
    public ObjectNode newLine(Inline.Break it) {
      return RichTextRuns.this.text("\n");
    }
  }
}
