package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Reading;
import dev.postmortem.timeline.Reading.Place;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.timeline.Step;
import dev.postmortem.timeline.Stretches.Bounds;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.capture.History.Heard;
import dev.postmortem.workflow.capture.History.Page;
import dev.postmortem.workflow.capture.History.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of a reading: first the pages of the channel, then threads, marks and doubts. */
final class ReadOn {
  private static final Duration CURSOR_LOST = Duration.ofSeconds(10);

  /** A timestamp after all that Slack gives. */
  private static final String EVER = "9999999999.999999";

  private final Desk desk;
  private final History history;
  private final PictureSource pictures;

  ReadOn(Desk desk, History history, PictureSource pictures) {
    this.desk = desk;
    this.history = history;
    this.pictures = pictures;
  }

  Next step(long incident) {
    Optional<Job> job = desk.store().read(records -> Job.of(records, incident));
    if (job.isEmpty()) {
      return new Next.Done();
    }
    Instant notBefore = job.get().reading().hitch().notBefore();
    if (notBefore != null && notBefore.isAfter(desk.now())) {
      return new Next.Later(notBefore);
    }
    try {
      return step(job.get());
    } catch (Unreadable unreadable) {
      return hindered(job.get(), unreadable);
    }
  }

  private Next step(Job job) throws Unreadable {
    Step step = job.step();
    if (!job.draft().state().isCapturing()) {
      return job.change(desk, (records, reading) -> reading.finished(desk.now()));
    }
    if (!job.reading().place().paged()) {
      return page(job);
    }
    if (step == null) {
      return finish(job);
    }
    return switch (step.kind()) {
      case THREAD -> thread(job, step);
      case MARKED -> marked(job, step);
      case DOUBT -> doubt(job, step);
    };
  }

  private Next page(Job job) throws Unreadable {
    Place place = job.reading().place();
    Page page = history.channel(job.draft().room(), job.reading().from(), place.cursor());
    return job.change(
        desk,
        (records, reading) -> {
          comparison(records, job.draft()).keep(page, null);
          records.readings().add(job.incident(), threads(records, job, page));
          records.readings().add(job.incident(), new Doubts(records, reading).ofChannel(page));
          return reading.at(
              new Place(
                  page.next(),
                  page.isLast(),
                  page.oldest(place.reached()),
                  place.messages() + page.shown().size(),
                  desk.now()));
        });
  }

  /** Those that Slack shows, and those in which something is kept that was said meanwhile. */
  private static List<Step> threads(Records records, Job job, Page page) {
    String above = job.reading().place().reached();
    String below = page.isLast() ? SlackTime.ts(job.from()) : page.oldest(above);
    Bounds stretch = new Bounds(below, above.isEmpty() ? EVER : above);
    return Stream.concat(
            page.threads().stream(), records.stretches().threads(job.incident(), stretch).stream())
        .distinct()
        .map(Step::thread)
        .toList();
  }

  private Next thread(Job job, Step step) throws Unreadable {
    Page page = history.thread(job.draft().room(), job.from(), step);
    return job.change(
        desk,
        (records, reading) -> {
          comparison(records, job.draft()).keep(page, step.ts());
          records
              .readings()
              .add(job.incident(), new Doubts(records, reading).ofThread(page, step, job.from()));
          if (page.isLast()) {
            records.readings().remove(job.incident(), step);
          } else {
            Step further = step.at(page.next(), page.newest(step.reached()));
            records.readings().save(job.incident(), further);
          }
          return reading.at(reading.place().after(page.shown().size(), desk.now()));
        });
  }

  private Next marked(Job job, Step step) throws Unreadable {
    Instant asked = desk.now();
    Optional<Heard> heard = history.readOne(job.draft().room(), step.ts());
    return settled(
        job,
        step,
        records -> heard.ifPresent(found -> comparison(records, job.draft()).adopt(found, asked)));
  }

  private Next doubt(Job job, Step step) throws Unreadable {
    Instant asked = desk.now();
    boolean there = history.isThere(job.draft().room(), step.ts(), step.thread());
    return settled(
        job,
        step,
        records -> {
          if (!there) {
            comparison(records, job.draft()).bury(step.ts(), asked);
          }
        });
  }

  private Next settled(Job job, Step step, Consumer<Records> work) {
    return job.change(
        desk,
        (records, reading) -> {
          work.accept(records);
          records.readings().remove(job.incident(), step);
          return reading.at(reading.place().after(0, desk.now()));
        });
  }

  /** Nothing is left; if somebody wanted more meanwhile, it begins again. */
  private Next finish(Job job) {
    return job.change(
        desk,
        (records, reading) -> {
          Instant again = reading.again();
          if (again == null) {
            return reading.finished(desk.now());
          }
          Reading fresh = Reading.of(job.incident(), again, desk.now());
          return CatchUp.begin(records, job.draft(), fresh.awaited(reading.awaited()));
        });
  }

  private Next hindered(Job job, Unreadable why) {
    Step step = job.reading().place().paged() ? job.step() : null;
    return switch (why.why()) {
      case PASSING ->
          job.change(desk, (records, reading) -> passing(reading, why.code(), why.pause()));
      case STALE -> step == null ? fromTheFirstPage(job, why) : fromItsFirstPage(job, step, why);
      case ODD -> step == null ? shut(job, why) : odd(job, step, why);
      case SHUT -> shut(job, why);
    };
  }

  private Next fromTheFirstPage(Job job, Unreadable why) {
    return job.change(
        desk,
        (records, reading) ->
            passing(reading.at(reading.place().restarted()), why.code(), CURSOR_LOST));
  }

  private Next fromItsFirstPage(Job job, Step step, Unreadable why) {
    return job.change(
        desk,
        (records, reading) -> {
          records.readings().save(job.incident(), step.at("", ""));
          return passing(reading, why.code(), CURSOR_LOST);
        });
  }

  private Reading passing(Reading reading, String code, @Nullable Duration pause) {
    return reading.with(reading.hitch().passing(code, pause, desk.now()));
  }

  private Next shut(Job job, Unreadable why) {
    return job.change(
        desk, (records, reading) -> reading.with(reading.hitch().shut(why.code(), desk.now())));
  }

  /** Slack knows nothing of the one message; if it led a thread, its replies are doubted. */
  private Next odd(Job job, Step step, Unreadable why) {
    boolean lost = step.kind() == Step.Kind.THREAD && why.code().equals("thread_not_found");
    return settled(
        job,
        step,
        records -> {
          if (lost) {
            Doubts doubts = new Doubts(records, job.reading());
            records.readings().add(job.incident(), doubts.ofLostThread(step.ts(), desk.now()));
          }
        });
  }

  /** To hold what Slack shows of an incident's channel against what is kept. */
  Comparison comparison(Records records, Draft draft) {
    return new Comparison(records, history, pictures, draft.id(), draft.room());
  }
}
