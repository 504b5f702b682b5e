package dev.postmortem.web.library;

import dev.postmortem.delivery.Outbox;
import dev.postmortem.delivery.Outbox.Status;
import dev.postmortem.delivery.Posting;
import dev.postmortem.document.Permalinks;
import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.broadcast.Broadcast;
import dev.postmortem.workflow.broadcast.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a post-mortem stands in Slack, and what of it arrived where. */
public final class Told {
  private final Records records;
  private final Draft draft;
  private final String address;

  Told(Records records, Draft draft) {
    this.records = records;
    this.draft = draft;
    String known = records.directory().name(Directory.ADDRESS + draft.room().team()).orElse("");
    this.address = known.isEmpty() || known.endsWith("/") ? known : known + "/";
  }

  /** A place in Slack. */
  public record Place(String words, String url) {}

  /** One target of the document. */
  public record Delivery(String target, String state) {}

  List<Place> places() {
    List<Place> places = new ArrayList<>();
    if (!address.isEmpty()) {
      String room = address + "archives/" + draft.room().channel();
      places.add(new Place("War room #" + draft.room().name(), room));
      posted().ifPresent(url -> places.add(new Place("The posted document", url)));
      canvas().ifPresent(url -> places.add(new Place("The canvas", url)));
    }
    return places;
  }

  private Optional<String> posted() {
    return records.outbox().postings(Broadcast.posted(draft.id())).stream()
        .findFirst()
        .map(post -> new MessageKey(draft.room().team(), post.channel(), post.ts()))
        .flatMap(key -> Permalinks.at(address).of(key, null));
  }

  private Optional<String> canvas() {
    return records.outbox().postings(Broadcast.canvas(draft.id())).stream()
        .findFirst()
        .map(Posting::ts)
        .map(id -> address + "docs/" + draft.room().team() + "/" + id);
  }

  /** None before the document was sent. */
  List<Delivery> deliveries() {
    return draft.published() == null
        ? List.of()
        : Ledger.of(records, draft.id()).stream()
            .filter(this::isTold)
            .map(status -> new Delivery(target(status), state(status)))
            .toList();
  }

  /** A workspace without canvases is not in trouble, and a note that arrived is no news. */
  private boolean isTold(Status status) {
    boolean sent = status.state() == Outbox.State.SENT;
    return switch (status.letter().kind()) {
      case CANVAS -> !sent || canvas().isPresent();
      case CORRECTION -> !sent;
      default -> true;
    };
  }

  private String target(Status status) {
    return switch (status.letter().kind()) {
      case FILES -> "Files in its thread";
      case CANVAS -> "Canvas";
      case CORRECTION -> "Note on what changed";
      case MAIL -> "Mail to " + status.letter().to();
      default -> "Post in " + room(status);
    };
  }

  private String room(Status status) {
    String id = status.letter().place();
    return records.directory().name(id).map(name -> "#" + name).orElse("the broadcast channel");
  }

  private static String state(Status status) {
    return switch (status.state()) {
      case SENT -> "delivered";
      case GIVEN_UP -> "given up";
      default -> status.reason().isEmpty() ? "on its way" : "waiting, and tried again by itself";
    };
  }

  /** How many people said in Slack that they have read it. */
  int readers() {
    return records.readership().size(draft.id());
  }
}
