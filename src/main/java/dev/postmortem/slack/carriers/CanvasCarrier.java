package dev.postmortem.slack.carriers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Posting;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.outbound.Carrier;
import dev.postmortem.slack.outbound.Papers;
import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.slack.outbound.Trip;
import dev.postmortem.slack.outbound.Undelivered;
import dev.postmortem.slack.text.CanvasText;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.broadcast.Broadcast;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the document into a canvas that the broadcast channel may read, where the workspace has
 * canvases (docs.slack.dev, "Canvases"). Where it has none, or will not have this one, nothing is
 * missing: the document stands in the thread. One that somebody deleted is not made again until the
 * next correction.
 */
public final class CanvasCarrier implements Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(CanvasCarrier.class);
  private final Desk desk;
  private final SlackCalls calls;
  private final Papers papers;
  private final DocumentCarrier posted;

  public CanvasCarrier(Desk desk, SlackCalls calls, Papers papers, DocumentCarrier posted) {
    this.desk = desk;
    this.calls = calls;
    this.papers = papers;
    this.posted = posted;
  }

  @Override
  public void carry(Letter letter, Trip trip) throws Undelivered {
    Draft draft =
        desk.find(Which.of(letter.incident()))
            .orElseThrow(() -> Undelivered.never("its post-mortem is gone"));
    String channel = FilesCarrier.root(desk, letter).channel();
    try {
      trip.goOn();
      write(draft, channel);
    } catch (SlackFault fault) {
      if (fault.isPassing()) {
        throw Undelivered.of(fault);
      }
      LOG.info("{}: no canvas: {}", draft.name(), fault.getMessage());
    }
  }

  private void write(Draft draft, String channel) throws SlackFault {
    List<String> pieces = CanvasText.of(papers.document(draft));
    if (pieces.isEmpty()) {
      LOG.info("{}: no canvas: the document is too long for one", draft.name());
      return;
    }
    Optional<Posting> known = known(draft);
    Posting canvas = known.isPresent() ? known.get() : create(draft, channel);
    try {
      show(canvas);
      edit(canvas.ts(), "replace", pieces.get(0));
      for (String piece : pieces.subList(1, pieces.size())) {
        edit(canvas.ts(), "insert_at_end", piece);
      }
    } catch (SlackFault fault) {
      if (!fault.isPassing()) {
        desk.store().change(records -> records.outbox().remove(canvas));
        posted.summary(draft);
      }
      throw fault;
    }
    if (known.isEmpty()) {
      posted.summary(draft);
    }
  }

  private Optional<Posting> known(Draft draft) {
    String key = Broadcast.canvas(draft.id());
    return desk.store().read(records -> records.outbox().postings(key)).stream().findFirst();
  }

  /**
   * Nobody sees a canvas before it is shown to the channel, so one whose id was lost on its way
   * stays unseen, and another is made.
   */
  private Posting create(Draft draft, String channel) throws SlackFault {
    String title = Kit.cut(draft.name() + " " + draft.headline().title(), 200);
    String id = calls.call("canvases.create", Map.of("title", title)).path("canvas_id").asText();
    Posting made = new Posting(Broadcast.canvas(draft.id()), 0, channel, id);
    desk.store().change(records -> records.outbox().save(made));
    return made;
  }

  private void show(Posting canvas) throws SlackFault {
    calls.call(
        "canvases.access.set",
        Map.of(
            "canvas_id",
            canvas.ts(),
            "access_level",
            "read",
            "channel_ids",
            Kit.JSON.createArrayNode().add(canvas.channel())));
  }

  private void edit(String canvas, String operation, String piece) throws SlackFault {
    ObjectNode change = Kit.JSON.createObjectNode().put("operation", operation);
    change.set("document_content", content(piece));
    calls.call(
        "canvases.edit",
        Map.of("canvas_id", canvas, "changes", Kit.JSON.createArrayNode().add(change)));
  }

  private static ObjectNode content(String markdown) {
    return Kit.JSON.createObjectNode().put("type", "markdown").put("markdown", markdown);
  }
}
