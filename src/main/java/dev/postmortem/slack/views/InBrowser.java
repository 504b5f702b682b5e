package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Pages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The buttons that lead to the pages in the browser. An address is for one person, so it stands
 * only where that person alone reads.
 */
public final class InBrowser {
  private static final String OPEN = "Open in the browser";

  /** Of the address of a button (Block Kit, "Button element"). */
  private static final int LONGEST = 3_000;

  private final Desk desk;

  public InBrowser(Desk desk) {
    this.desk = desk;
  }

  /** The document, for somebody who took part; none when there are no pages. */
  public List<JsonNode> document(Draft draft, String person) {
    return row(desk.pages().of(draft, person), OPEN);
  }

  /** The document, unless its page would not be shown to this person. */
  public List<JsonNode> documentIfSeen(Draft draft, String person) {
    return desk.pages().areOn() && isSeen(draft, person) ? document(draft, person) : List.of();
  }

  /** Whoever asks for a private one in Slack is in its room; the page asks again. */
  private boolean isSeen(Draft draft, String person) {
    Set<String> rooms = Set.of(draft.room().channel());
    Reader reader = new Reader(draft.room().team(), person, rooms);
    return desk.store().read(records -> records.catalog().card(reader, draft.id())).isPresent();
  }

  /** All post-mortems. */
  public List<JsonNode> all(String team, String person) {
    return row(desk.pages().link(team, person, Pages.ALL), OPEN);
  }

  /** The post-mortems that hold these words. */
  public List<JsonNode> found(String team, String person, String words) {
    String wanted = "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    return row(desk.pages().link(team, person, Pages.ALL).map(url -> url + wanted), OPEN);
  }

  /** The open tasks. */
  public List<JsonNode> tasks(String team, String person) {
    return row(desk.pages().link(team, person, Pages.TASKS), "Open tasks in the browser");
  }

  /** A personal answer to whoever clicked where many read. */
  public Answer answer(Draft draft, String person) {
    List<JsonNode> row = documentIfSeen(draft, person);
    if (row.isEmpty()) {
      return Answer.say("There is no page of " + draft.name() + " that you may see.");
    }
    Answer answer = Answer.say("The page of " + draft.name() + ", for you alone:");
    return answer.plus(row.get(0));
  }

  /** An answer with further blocks. */
  public static Answer with(Answer answer, List<JsonNode> blocks) {
    Answer all = answer;
    for (JsonNode block : blocks) {
      all = all.plus(block);
    }
    return all;
  }

  /** Blocks, and the way to the document after them. */
  List<JsonNode> after(List<? extends JsonNode> blocks, Draft draft, String person) {
    List<JsonNode> all = new ArrayList<>(blocks);
    all.addAll(document(draft, person));
    return all;
  }

  private static List<JsonNode> row(Optional<String> url, String words) {
    return url.filter(address -> address.length() <= LONGEST)
        .map(address -> List.<JsonNode>of(Kit.actions("browser", button(words, address))))
        .orElse(List.of());
  }

  private static ObjectNode button(String words, String url) {
    return Kit.opening(words, Buttons.OPEN, url);
  }
}
