package dev.postmortem.slack.inbound;

import dev.postmortem.draft.Requests.Done;
import dev.postmortem.draft.Requests.Fresh;
import dev.postmortem.draft.Requests.Standing;
import dev.postmortem.draft.Requests.UnderWay;
import dev.postmortem.slack.modals.Reply;
import dev.postmortem.workflow.Desk;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets each request be done once, in whichever of several processes it arrives. */
final class Once {
  private static final Logger LOG = LoggerFactory.getLogger(Once.class);
  private final Desk desk;

  Once(Desk desk) {
    this.desk = desk;
  }

  /** Whether a request is ours to do; when it is done, that is to be said. */
  Standing begin(String request) {
    return desk.store().write(records -> records.requests().begin(request, desk.now()));
  }

  /** It is done. That this cannot be kept is no reason to withhold the answer. */
  void done(String request) {
    try {
      desk.store().change(records -> records.requests().done(request, ""));
    } catch (RuntimeException unkept) {
      LOG.warn("what was done may be done again if it is asked for again", unkept);
    }
  }

  /** Whether this is heard of for the first time; from now on it is not. */
  boolean isNew(String what) {
    return desk.store()
        .write(
            records -> {
              boolean fresh = records.requests().begin(what, desk.now()) instanceof Fresh;
              if (fresh) {
                records.requests().done(what, "");
              }
              return fresh;
            });
  }

  /**
   * Takes what was submitted. What comes again is answered like the first time; what was faulty was
   * not done, and may be submitted again.
   *
   * @param meanwhile the answer while another process is at it
   */
  Reply submit(String request, Reply meanwhile, Supplier<Reply> work) {
    Standing standing = begin(request);
    if (standing instanceof Done done) {
      return new Reply(done.answer());
    }
    if (standing instanceof UnderWay) {
      return meanwhile;
    }
    try {
      Reply reply = work.get();
      settle(request, reply);
      return reply;
    } catch (RuntimeException failed) {
      desk.store().change(records -> records.requests().drop(request));
      throw failed;
    }
  }

  private void settle(String request, Reply reply) {
    desk.store()
        .change(
            records -> {
              if (reply.isFault()) {
                records.requests().drop(request);
              } else {
                records.requests().done(request, reply.json());
              }
            });
  }
}
