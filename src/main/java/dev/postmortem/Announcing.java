package dev.postmortem;

import dev.postmortem.delivery.Outbox;
import dev.postmortem.delivery.Readership;
import dev.postmortem.draft.Chronicle;
import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Drafts;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Requests;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Unsaved;
import dev.postmortem.draft.Waivers;
import dev.postmortem.draft.catalog.Catalog;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.follow.Followups;
import dev.postmortem.draft.privacy.Forgetting;
import dev.postmortem.draft.privacy.Forgotten;
import dev.postmortem.draft.privacy.Removals;
import dev.postmortem.meeting.Meetings;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.People;
import dev.postmortem.timeline.Pictures;
import dev.postmortem.timeline.Readings;
import dev.postmortem.timeline.Stretches;
import dev.postmortem.timeline.Timelines;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A store that calls the postman after every piece of work that touched the outbox, so that letters
 * leave at once.
 */
final class Announcing implements Store {
  private final Store store;
  private volatile Runnable bell = () -> {};

  Announcing(Store store) {
    this.store = store;
  }

  /** Whom to call. */
  void to(Runnable postman) {
    bell = postman;
  }

  @Override
  public <T> T write(Function<Records, T> work) {
    AtomicBoolean touched = new AtomicBoolean();
    return announced(store.write(watched(work, touched)), touched);
  }

  @Override
  public <T> T writeBeside(Function<Records, T> work) {
    AtomicBoolean touched = new AtomicBoolean();
    return announced(store.writeBeside(watched(work, touched)), touched);
  }

  /** The work may be run again. */
  private static <T> Function<Records, T> watched(
      Function<Records, T> work, AtomicBoolean touched) {
    return records -> {
      touched.set(false);
      return work.apply(new Watched(records, touched));
    };
  }

  private <T> T announced(T result, AtomicBoolean touched) {
    if (touched.get()) {
      bell.run();
    }
    return result;
  }

  @Override
  public <T> T read(Function<Records, T> work) {
    return store.read(work);
  }

  @Override
  public List<Fate> keepNew(List<Message> said) {
    return store.keepNew(said);
  }

  @Override
  public int hands() {
    return store.hands();
  }

  private record Watched(Records records, AtomicBoolean touched) implements Records {
    @Override
    public Outbox outbox() {
      touched.set(true);
      return records.outbox();
    }

    @Override
    public Readership readership() {
      return records.readership();
    }

    @Override
    public Drafts drafts() {
      return records.drafts();
    }

    @Override
    public Timelines timelines() {
      return records.timelines();
    }

    @Override
    public Readings readings() {
      return records.readings();
    }

    @Override
    public Stretches stretches() {
      return records.stretches();
    }

    @Override
    public Meetings meetings() {
      return records.meetings();
    }

    @Override
    public Followups followups() {
      return records.followups();
    }

    @Override
    public People people() {
      return records.people();
    }

    @Override
    public Directory directory() {
      return records.directory();
    }

    @Override
    public Waivers waivers() {
      return records.waivers();
    }

    @Override
    public Chronicle chronicle() {
      return records.chronicle();
    }

    @Override
    public Unsaved unsaved() {
      return records.unsaved();
    }

    @Override
    public Catalog catalog() {
      return records.catalog();
    }

    @Override
    public Shelf shelf() {
      return records.shelf();
    }

    @Override
    public Forgotten forgotten() {
      return records.forgotten();
    }

    @Override
    public Forgetting forgetting() {
      return records.forgetting();
    }

    @Override
    public Removals removals() {
      return records.removals();
    }

    @Override
    public Requests requests() {
      return records.requests();
    }

    @Override
    public Pictures pictures() {
      return records.pictures();
    }
  }
}
