package dev.postmortem.draft;

import dev.postmortem.delivery.Outbox;
import dev.postmortem.delivery.Readership;
import dev.postmortem.draft.catalog.Catalog;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.follow.Followups;
import dev.postmortem.draft.privacy.Forgetting;
import dev.postmortem.draft.privacy.Forgotten;
import dev.postmortem.draft.privacy.Removals;
import dev.postmortem.meeting.Meetings;
import dev.postmortem.timeline.People;
import dev.postmortem.timeline.Pictures;
import dev.postmortem.timeline.Readings;
import dev.postmortem.timeline.Stretches;
import dev.postmortem.timeline.Timelines;

/**
 * All that is kept, as one piece of work sees it: everything it changes is kept together or not at
 * all.
 */
public interface Records {
  Drafts drafts();

  Timelines timelines();

  Readings readings();

  Stretches stretches();

  Meetings meetings();

  Followups followups();

  People people();

  Outbox outbox();

  Readership readership();

  Directory directory();

  Pictures pictures();

  Waivers waivers();

  Chronicle chronicle();

  Unsaved unsaved();

  Catalog catalog();

  Shelf shelf();

  Removals removals();

  Forgotten forgotten();

  Forgetting forgetting();

  Requests requests();
}
