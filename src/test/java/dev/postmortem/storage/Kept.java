package dev.postmortem.storage;

import dev.postmortem.delivery.Outbox;
import dev.postmortem.delivery.Readership;
import dev.postmortem.draft.Chronicle;
import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Drafts;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Requests;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Unsaved;
import dev.postmortem.draft.Waivers;
import dev.postmortem.draft.catalog.Catalog;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.follow.Followups;
import dev.postmortem.draft.privacy.Removals;
import dev.postmortem.meeting.Meetings;
import dev.postmortem.timeline.People;
import dev.postmortem.timeline.Pictures;
import dev.postmortem.timeline.Timelines;

/** What every contract speaks to: an empty store, and its ports with each call on its own. */
public interface Kept {
  /** The store of this test, empty when the test starts. */
  Store store();

  default Drafts drafts() {
    return Alone.each(Drafts.class, store(), Records::drafts);
  }

  default Timelines timelines() {
    return Alone.each(Timelines.class, store(), Records::timelines);
  }

  default Meetings meetings() {
    return Alone.each(Meetings.class, store(), Records::meetings);
  }

  default Followups followups() {
    return Alone.each(Followups.class, store(), Records::followups);
  }

  default People people() {
    return Alone.each(People.class, store(), Records::people);
  }

  default Outbox outbox() {
    return Alone.each(Outbox.class, store(), Records::outbox);
  }

  default Readership readership() {
    return Alone.each(Readership.class, store(), Records::readership);
  }

  default Directory directory() {
    return Alone.each(Directory.class, store(), Records::directory);
  }

  default Pictures pictures() {
    return Alone.each(Pictures.class, store(), Records::pictures);
  }

  default Waivers waivers() {
    return Alone.each(Waivers.class, store(), Records::waivers);
  }

  default Chronicle chronicle() {
    return Alone.each(Chronicle.class, store(), Records::chronicle);
  }

  default Unsaved unsaved() {
    return Alone.each(Unsaved.class, store(), Records::unsaved);
  }

  default Catalog catalog() {
    return Alone.each(Catalog.class, store(), Records::catalog);
  }

  default Requests requests() {
    return Alone.each(Requests.class, store(), Records::requests);
  }

  default Shelf shelf() {
    return Alone.each(Shelf.class, store(), Records::shelf);
  }

  default Removals removals() {
    return Alone.each(Removals.class, store(), Records::removals);
  }

  /** An open post-mortem of a channel. */
  default Draft opened(String channel) {
    return drafts().add(Examples.draft(channel));
  }
}
