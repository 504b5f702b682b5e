package dev.postmortem.slack.carriers;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox;
import dev.postmortem.delivery.Outbox.Status;
import dev.postmortem.delivery.Posting;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.outbound.Carrier;
import dev.postmortem.slack.outbound.Papers;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.slack.outbound.Trip;
import dev.postmortem.slack.outbound.Undelivered;
import dev.postmortem.slack.outbound.Upload;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.broadcast.Broadcast;
import dev.postmortem.workflow.publish.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the document as files into the thread of the posted one. Slack cannot change a file, so new
 * ones take the place of the older ones.
 */
public final class FilesCarrier implements Carrier {
  private static final List<Form> FORMS = List.of(Form.HTML, Form.MD);
  private final Desk desk;
  private final Upload upload;
  private final Papers papers;

  public FilesCarrier(Desk desk, Upload upload, Papers papers) {
    this.desk = desk;
    this.upload = upload;
    this.papers = papers;
  }

  @Override
  public void carry(Letter letter, Trip trip) throws Undelivered {
    Draft draft =
        desk.find(Which.of(letter.incident()))
            .orElseThrow(() -> Undelivered.never("its post-mortem is gone"));
    Posting root = root(desk, letter);
    List<Posting> older = olderThan(letter);
    try {
      if (postings(letter.key()).isEmpty()) {
        Upload.Spot spot = new Upload.Spot(root.channel(), root.ts());
        keep(letter, root.channel(), ids(spot, draft, older, trip));
      }
      for (Posting file : older) {
        upload.remove(file.ts());
        desk.store().change(records -> records.outbox().remove(file));
      }
    } catch (SlackFault fault) {
      throw Undelivered.of(fault);
    }
  }

  /** The message of the document, which must be there first. */
  static Posting root(Desk desk, Letter letter) throws Undelivered {
    String posted = Broadcast.posted(letter.incident());
    List<Posting> stands = desk.store().read(records -> records.outbox().postings(posted));
    if (stands.isEmpty()) {
      Optional<Status> status = desk.store().read(records -> records.outbox().status(posted));
      throw status.filter(it -> it.state() == Outbox.State.GIVEN_UP).isPresent()
          ? Undelivered.never("The document itself was not posted.")
          : Undelivered.later("The document itself is not posted yet.", null);
    }
    return stands.get(0);
  }

  private List<String> ids(Upload.Spot spot, Draft draft, List<Posting> older, Trip trip)
      throws SlackFault, Undelivered {
    List<Upload.Paper> all = new ArrayList<>();
    papers.meetCast(draft);
    FORMS.forEach(form -> all.add(papers.paper(draft, form)));
    List<String> names = all.stream().map(Upload.Paper::name).toList();
    List<String> others = older.stream().map(Posting::ts).toList();
    List<String> there = trip.inDoubt() ? upload.find(spot, names, others) : List.of();
    trip.goOn();
    return there.isEmpty() ? upload.share(spot, all, "") : there;
  }

  private void keep(Letter letter, String channel, List<String> ids) {
    desk.store()
        .change(
            records -> {
              for (int i = 0; i < ids.size(); i++) {
                records.outbox().save(new Posting(letter.key(), i, channel, ids.get(i)));
              }
            });
  }

  private List<Posting> postings(String key) {
    return desk.store().read(records -> records.outbox().postings(key));
  }

  private List<Posting> olderThan(Letter letter) {
    return desk.store()
        .read(
            records ->
                records.outbox().of(letter.incident(), Set.of(Letter.Kind.FILES)).stream()
                    .map(status -> status.letter().key())
                    .takeWhile(key -> !key.equals(letter.key()))
                    .flatMap(key -> records.outbox().postings(key).stream())
                    .toList());
  }
}
