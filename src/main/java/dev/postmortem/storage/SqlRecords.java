package dev.postmortem.storage;

import dev.postmortem.delivery.Outbox;
import dev.postmortem.delivery.Readership;
import dev.postmortem.draft.Chronicle;
import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Drafts;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Requests;
import dev.postmortem.draft.Unsaved;
import dev.postmortem.draft.Waivers;
import dev.postmortem.draft.catalog.Catalog;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.follow.Followups;
import dev.postmortem.draft.privacy.Forgetting;
import dev.postmortem.draft.privacy.Forgotten;
import dev.postmortem.draft.privacy.Removals;
import dev.postmortem.meeting.Meetings;
import dev.postmortem.storage.catalog.SqlCatalog;
import dev.postmortem.storage.catalog.SqlShelf;
import dev.postmortem.storage.draft.SqlChronicle;
import dev.postmortem.storage.draft.SqlDrafts;
import dev.postmortem.storage.draft.SqlFollowups;
import dev.postmortem.storage.draft.SqlUnsaved;
import dev.postmortem.storage.draft.SqlWaivers;
import dev.postmortem.storage.privacy.SqlForgetting;
import dev.postmortem.storage.privacy.SqlForgotten;
import dev.postmortem.storage.privacy.SqlRemovals;
import dev.postmortem.storage.timeline.SqlPictures;
import dev.postmortem.storage.timeline.SqlReadings;
import dev.postmortem.storage.timeline.SqlStretches;
import dev.postmortem.storage.timeline.SqlTimelines;
import dev.postmortem.timeline.People;
import dev.postmortem.timeline.Pictures;
import dev.postmortem.timeline.Readings;
import dev.postmortem.timeline.Stretches;
import dev.postmortem.timeline.Timelines;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Everything that is kept, through the one connection of a transaction. */
record SqlRecords(
    Drafts drafts,
    Timelines timelines,
    Readings readings,
    Stretches stretches,
    Meetings meetings,
    Followups followups,
    People people,
    Outbox outbox,
    Readership readership,
    Directory directory,
    Pictures pictures,
    Waivers waivers,
    Chronicle chronicle,
    Unsaved unsaved,
    Catalog catalog,
    Shelf shelf,
    Removals removals,
    Forgotten forgotten,
    Forgetting forgetting,
    Requests requests)
    implements Records {

  /**
   * Everything through one connection.
   *
   * @param lease how long a letter stays with whoever took it, see {@link SqlOutbox}
   */
  static SqlRecords on(Handle handle, @Nullable Duration lease) {
    SqlForgotten forgotten = new SqlForgotten(handle);
    return new SqlRecords(
        new SqlDrafts(handle),
        new SqlTimelines(handle, forgotten),
        new SqlReadings(handle),
        new SqlStretches(handle),
        new SqlMeetings(handle),
        new SqlFollowups(handle),
        new SqlPeople(handle),
        new SqlOutbox(handle, lease),
        new SqlReadership(handle),
        new SqlDirectory(handle),
        new SqlPictures(handle),
        new SqlWaivers(handle),
        new SqlChronicle(handle),
        new SqlUnsaved(handle),
        new SqlCatalog(handle),
        new SqlShelf(handle),
        new SqlRemovals(handle),
        forgotten,
        new SqlForgetting(handle),
        new SqlRequests(handle));
  }
}
