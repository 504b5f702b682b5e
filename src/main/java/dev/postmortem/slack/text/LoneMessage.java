package dev.postmortem.slack.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.document.MarkdownRenderer;
import dev.postmortem.document.TextRenderer;
import dev.postmortem.review.secret.Secrets;
import dev.postmortem.timeline.Names;
import java.util.List;
import java.util.Optional;

/**
 * A message that stands alone, in JSON, with the names of whom it mentions beside it: {@code
 * users}, {@code channels} and {@code usergroups} map ids to names.
 */
public final class LoneMessage {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Masking MASKING = new Masking(Secrets.known());

  private LoneMessage() {}

  /**
   * The message in the forms that the document has it in, as JSON; secrets are masked.
   *
   * @throws NoMessage when it is no JSON object
   */
  public static String rendered(String json) throws NoMessage {
    JsonNode message = MASKING.message(parsed(json));
    List<Block> blocks = SlackWording.read(message, new Beside(message));
    ObjectNode forms = JSON.createObjectNode();
    forms.put("markdown", new MarkdownRenderer().render(blocks).stripTrailing());
    forms.put("html", new HtmlRenderer().fragment(blocks).stripTrailing());
    forms.put("text", new TextRenderer().words(blocks));
    return forms.toString();
  }

  /** What went wrong with a line, as JSON. */
  public static String error(String why) {
    return JSON.createObjectNode().put("error", why).toString();
  }

  private static JsonNode parsed(String json) throws NoMessage {
    try {
      JsonNode message = JSON.readTree(json);
      if (message.isObject()) {
        return message;
      }
    } catch (JsonProcessingException broken) {
      String why = broken.getOriginalMessage().lines().findFirst().orElse("this is no JSON");
      throw new NoMessage(why.replaceFirst(" \\(start marker at .*", ""));
    }
    throw new NoMessage("a JSON object should stand here");
  }

  /** The names beside the message. */
  private record Beside(JsonNode message) implements Names {
    @Override
    public Optional<String> user(String id) {
      return named("users", id);
    }

    @Override
    public Optional<String> channel(String id) {
      return named("channels", id);
    }

    @Override
    public Optional<String> group(String id) {
      return named("usergroups", id);
    }

    private Optional<String> named(String map, String id) {
      return Optional.of(Json.text(message.path(map), id)).filter(name -> !name.isBlank());
    }
  }

  /** It is no message; why is said for a person. */
  public static final class NoMessage extends Exception {
    private static final long serialVersionUID = 1L;

    NoMessage(String why) {
      super(why);
    }
  }
}
