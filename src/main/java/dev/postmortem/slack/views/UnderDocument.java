package dev.postmortem.slack.views;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.delivery.Posting;
import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.broadcast.Broadcast;
import java.util.ArrayList;
import java.util.List;

/** What stands beneath the posted document: where else to look, who has read it, and a button. */
public final class UnderDocument {
  private final Desk desk;

  public UnderDocument(Desk desk) {
    this.desk = desk;
  }

  /** The message with all that beneath it. */
  public SlackMessage put(Draft draft, SlackMessage message) {
    try {
      ArrayNode blocks = (ArrayNode) Kit.JSON.readTree(message.blocks());
      List<String> words = desk.store().read(records -> words(records, draft));
      String line = String.join(" · ", words);
      if (!line.isEmpty()) {
        blocks.add(Kit.context(line));
      }
      blocks.add(buttons(String.valueOf(draft.id())));
      return new SlackMessage(message.text(), blocks.toString());
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private JsonNode buttons(String id) {
    ObjectNode read = Kit.button("I have read it", Buttons.KNOWN, id);
    return desk.pages().areOn()
        ? Kit.actions("pm", read, Kit.button("Read in the browser", Buttons.BROWSE, id))
        : Kit.actions("pm", read);
  }

  private static List<String> words(Records records, Draft draft) {
    List<String> words = new ArrayList<>();
    String address = records.directory().name(Directory.ADDRESS + draft.room().team()).orElse("");
    records.outbox().postings(Broadcast.canvas(draft.id())).stream()
        .filter(canvas -> !address.isEmpty())
        .forEach(canvas -> words.add("<" + link(address, draft, canvas) + "|As a canvas>"));
    if (!draft.room().isPrivate()) {
      words.add("War room: <#" + draft.room().channel() + ">");
    }
    int readers = records.readership().size(draft.id());
    if (readers > 0) {
      words.add("Read by " + readers + (readers == 1 ? " person" : " people"));
    }
    return words;
  }

  private static String link(String address, Draft draft, Posting canvas) {
    String base = address.endsWith("/") ? address : address + "/";
    return Kit.escape(base + "docs/" + draft.room().team() + "/" + canvas.ts());
  }
}
