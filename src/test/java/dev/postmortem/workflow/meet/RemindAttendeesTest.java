package dev.postmortem.workflow.meet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox.Status;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Template;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.storage.Database;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Desk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time does not stand still while a reminder is looked for, as it does in the stories. */
class RemindAttendeesTest {
  private static final Instant NIGHT = Instant.parse("2026-11-18T03:00:00Z");
  @TempDir private Path data;
  private final AtomicLong looked = new AtomicLong();

  private final Clock ticking =
      new Clock() {
        @Override
        public Instant instant() {
          return NIGHT.plusMillis(looked.incrementAndGet());
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  @Test
  void a_reminder_that_is_due_at_once_is_written_at_once() throws Exception {
    try (Database database = Database.open("jdbc:h2:file:" + data.resolve("store"), "", "")) {
      Store store = database.store();
      long incident = store.write(records -> records.drafts().add(draft()).id());
      store.change(records -> records.meetings().save(soon(incident)));
      Desk desk = new Desk(store, ticking, Template.DEFAULT, "/pm");

      new RemindAttendees(desk, mock(Alarms.class)).ring(incident);

      List<Status> written =
          store.read(records -> records.outbox().of(incident, Set.of(Letter.Kind.REMINDER)));
      assertThat(written).extracting(status -> status.letter().to()).containsExactly("UANNE");
    }
  }

  private static Draft draft() {
    Headline headline = new Headline("It is down", "SEV1", NIGHT, null, ZoneOffset.UTC);
    WarRoom room = new WarRoom("T1", "C1", "inc-1", false);
    return Draft.opened(room, headline, new Roles("UOWNER", null, null), NIGHT);
  }

  private static Meeting soon(long incident) {
    Instant at = NIGHT.plus(Duration.ofMinutes(30));
    return new Meeting(
        incident, 0, at, Duration.ofMinutes(30), ZoneOffset.UTC, List.of("UANNE"), "", false);
  }
}
