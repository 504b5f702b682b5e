package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A whole fortnight, and every message that anybody got in it. Checkout breaks on a Friday night;
 * on the Sunday after, Europe's clocks go back, and a week later America's. Joe and Jane are in
 * London, Ada in Paris, Priya in Kolkata, Lin and Omar in New York.
 */
class FortnightTest extends FollowDeeds {
  /** Times of day, in UTC, by night and by day: ten in the morning of each of their zones. */
  private static final List<LocalTime> GLANCES =
      Stream.of(
              "00:30", "03:00", "04:30", "07:00", "09:00", "10:00", "10:30", "12:00", "13:00",
              "14:00", "15:00", "18:00", "21:00")
          .map(LocalTime::parse)
          .toList();

  @RegisterExtension private final PostOffice post = new PostOffice();
  private final Set<Message> seen = new HashSet<>();
  private Tally tally;
  private Member priya;
  private Member omar;
  private Message broadcast;

  @Override
  Company opened(Company fresh) {
    tally = new Tally("Checkout is down", fresh.slack.bot().id());
    fresh.clock.set(Instant.parse("2026-10-23T21:30:00Z"));
    priya = fresh.slack.member("priya", "Priya Rao", "Data Engineer", ZoneId.of("Asia/Kolkata"));
    omar = fresh.slack.member("omar", "Omar Hill", "Support Lead", ZoneId.of("America/New_York"));
    return post.serves(fresh, "pm@example.com", "engineering@example.com");
  }

  @Test
  void everybody_hears_what_they_need_in_their_own_hours_and_nothing_twice() {
    room.invite(priya);

    onFridayNightCheckoutBreaks();
    joeHandsItOverToJaneAndGoesToBed();
    untilMondayNobodyIsDisturbed();
    counts("joe 1, jane 3, ada 0, priya 0, lin 0, omar 0; room 2, readers 0; mails 0");

    onMondayJanePlansTheMeeting();
    counts("joe 2, jane 5, ada 1, priya 1, lin 1, omar 0; room 2, readers 0; mails 5");
    onTuesdaySheMovesIt();
    counts("joe 3, jane 7, ada 2, priya 2, lin 2, omar 0; room 2, readers 0; mails 10");
    onWednesdayTheBotRestartsWheneverPeopleAreReminded();
    omarIsInvitedLate();
    counts("joe 4, jane 9, ada 3, priya 3, lin 3, omar 1; room 2, readers 0; mails 11");
    someHaveReadIt();
    onThursdayTheyMeet();
    counts("joe 5, jane 10, ada 4, priya 4, lin 4, omar 1; room 3, readers 0; mails 11");

    thenJanePublishes();
    onFridayJoeCorrectsIt();
    twoWeeksAfterTheIncidentAdaHasDoneHerTask();
    andThenItIsQuiet();

    joesLetters();
    janesLetters();
    adasLetters();
    priyasLetters();
    linsAndOmarsLetters();
    theWarRoomHeard();
    theReadersGot();
    thePostBrought();
    theAnswersThatOnlyTheAskerSaw();
  }

  private void onFridayNightCheckoutBreaks() {
    says(joe, "/pm start since 10m ago Checkout is down");
    jane.in(room).says("the orders table is locked");
    Message cause = ada.in(room).says("migration 77 has run since nine, I stop it");
    ada.in(room).reacts("adhesive_bandage", cause);
    priya.in(room).says("the queue is draining");
    passes(Duration.ofMinutes(20));
    says(ada, "/pm task @ada limit the time of migrations to a minute by 2026-10-30");
    says(jane, "/pm question who may stop a migration?");
    says(ada, "/pm answer 1 the database team on call");
  }

  private void joeHandsItOverToJaneAndGoesToBed() {
    says(joe, "/pm role owner @jane");
    clicks(jane, jane.dm().sees("asks you to take over"), "Accept");
    passes(Duration.ofMinutes(40));
    says(joe, "/pm resolve");
  }

  /** In the night to Sunday Europe's clocks go back at one; the bot goes down and comes back. */
  private void untilMondayNobodyIsDisturbed() {
    timePassesUntil("2026-10-25T01:00:00Z");
    company.restarted();
    timePassesUntil("2026-10-26T09:30:00Z");
  }

  private void onMondayJanePlansTheMeeting() {
    timePassesUntil("2026-10-26T11:00:00Z");
    Modal window = opens(jane, "/pm meeting");
    assertThat(window.text()).contains("Proposed: Wednesday 2026-10-28 09:00 GMT");
    window.pickDateTime("When", Instant.parse("2026-10-28T14:00:00Z"));
    window.pickUser("Who", joe, jane, ada, priya);
    window.pickUser("Moderator", lin);
    window.pickUser("Note-taker", ada);
    saves(window);
  }

  private void onTuesdaySheMovesIt() {
    timePassesUntil("2026-10-27T10:20:00Z");
    Modal window = opens(jane, "/pm meeting");
    window.pickDateTime("When", Instant.parse("2026-10-29T14:00:00Z"));
    saves(window);
  }

  /**
   * Priya is reminded at four in Kolkata, the others a day before the meeting. At both times the
   * bot goes down a minute before and comes back in that very minute, and once more after.
   */
  private void onWednesdayTheBotRestartsWheneverPeopleAreReminded() {
    for (String time : List.of("2026-10-28T10:30:00Z", "2026-10-28T14:00:00Z")) {
      timePassesUntil(Instant.parse(time).minusSeconds(60).toString());
      company.bot().close();
      company.clock.set(Instant.parse(time));
      company.slack.disconnect();
      company.started();
      passes(Duration.ZERO);
      company.restarted();
      passes(Duration.ofMinutes(1));
    }
  }

  private void omarIsInvitedLate() {
    timePassesUntil("2026-10-28T16:00:00Z");
    Modal window = opens(jane, "/pm meeting");
    window.pickUser("Who", joe, jane, ada, priya, lin, omar);
    saves(window);
  }

  private void someHaveReadIt() {
    for (Member reader : List.of(joe, ada, priya)) {
      clicks(reader, reader.dm().sees("Reminder"), "I have read it");
    }
    for (String words :
        List.of(
            "symptom a blank page",
            "hypothesis a migration held a lock on the orders table",
            "impact 412 orders were late",
            "learned migrations need a limit")) {
      says(jane, "/pm " + words);
    }
  }

  private void onThursdayTheyMeet() {
    timePassesUntil("2026-10-29T13:50:00Z");
    assertThat(letters(lin, "or not said so (3 of 6): Jane Doe, Lin Chen, Omar Hill."))
        .as("what the moderator knows in the morning")
        .hasSize(1);
    timePassesUntil("2026-10-29T15:30:00Z");
  }

  private void thenJanePublishes() {
    Modal gate = opens(jane, "/pm publish");
    assertThat(gate.title()).as("nothing is missing").isEqualTo("Publish");
    assertThat(gate.submit().isClosed()).isTrue();
    company.settled();
    broadcast = company.broadcast.message("Checkout is down");
    assertThat(broadcast.replies().stream().flatMap(reply -> reply.files().stream()))
        .extracting(file -> file.name())
        .containsExactly("pm-1.html", "pm-1.md");
    clicks(omar, broadcast, "I have read it");
  }

  private void onFridayJoeCorrectsIt() {
    timePassesUntil("2026-10-30T11:00:00Z");
    says(joe, "/pm correct");
    joe.modal().closeAll();
    says(joe, "/pm impact 3 orders were lost");
    Modal gate = opens(joe, "/pm publish");
    gate.fill("What changed?", "Three orders were lost.");
    assertThat(gate.submit().isClosed()).isTrue();
    company.settled();
    assertThat(whole(broadcast)).contains("3 orders were lost", ", open");
  }

  private void twoWeeksAfterTheIncidentAdaHasDoneHerTask() {
    timePassesUntil("2026-11-06T10:00:00Z");
    clicks(ada, ada.dm().sees("Your tasks that are due"), "Done");
    timePassesUntil("2026-11-06T11:00:00Z");
    assertThat(whole(broadcast)).contains(", done").doesNotContain(", open");
  }

  private void andThenItIsQuiet() {
    timePassesUntil("2026-11-16T18:00:00Z");
  }

  private void joesLetters() {
    gotByDirectMessage(
        joe,
        """
        Fri 23 Oct 22:50 Jane Doe is the point person of PM-1 now.
        Mon 26 Oct 11:00 You are invited. … Wednesday 2026-10-28 14:00 GMT, 30 min. Moderator: Lin…
        Tue 27 Oct 10:20 The meeting has changed. … Thursday 2026-10-29 14:00 GMT, 30 min. Moderato…
        Wed 28 Oct 14:00 Reminder: … Thursday 2026-10-29 14:00 GMT, 30 min. Moderator: Lin Chen, no…
        Wed 28 Oct 16:00 Thank you. It is noted that you have read the draft of PM-1.
        """);
  }

  private void janesLetters() {
    gotByDirectMessage(
        jane,
        """
        Fri 23 Oct 22:50 You accepted to become point person of PM-1.
        Fri 23 Oct 22:50 You are the point person of PM-1 now. /pm role owner @NAME hands it on.
        Fri 23 Oct 23:30 PM-1 is resolved, and you are its point person. The draft is mostly writte…
        Mon 26 Oct 10:00 PM-1 waits for you, its point person. Still missing: • To be written: Symp…
        Mon 26 Oct 11:00 You are invited. … Wednesday 2026-10-28 14:00 GMT, 30 min. Moderator: Lin…
        Tue 27 Oct 10:00 PM-1 waits for you, its point person. Still missing: • To be written: Symp…
        Tue 27 Oct 10:20 The meeting has changed. … Thursday 2026-10-29 14:00 GMT, 30 min. Moderato…
        Wed 28 Oct 10:00 PM-1 waits for you, its point person. Still missing: • To be written: Symp…
        Wed 28 Oct 14:00 Reminder: … Thursday 2026-10-29 14:00 GMT, 30 min. Moderator: Lin Chen, no…
        Thu 29 Oct 10:00 PM-1 waits for you, its point person. Nothing is missing but the meeting o…
        """);
  }

  private void adasLetters() {
    gotByDirectMessage(
        ada,
        """
        Mon 26 Oct 12:00 You are invited. … Wednesday 2026-10-28 15:00 CET, 30 min. Moderator: Lin…
        Tue 27 Oct 11:20 The meeting has changed. … Thursday 2026-10-29 15:00 CET, 30 min. Moderato…
        Wed 28 Oct 15:00 Reminder: … Thursday 2026-10-29 15:00 CET, 30 min. Moderator: Lin Chen, no…
        Wed 28 Oct 17:00 Thank you. It is noted that you have read the draft of PM-1.
        Fri 30 Oct 10:00 Your tasks that are due PM-1 Task 1: limit the time of migrations to a min…
        Fri 06 Nov 10:00 Your tasks that are due PM-1 Task 1: limit the time of migrations to a min…
        Fri 06 Nov 11:00 Task 1 of PM-1 is now done.
        """);
  }

  private void priyasLetters() {
    gotByDirectMessage(
        priya,
        """
        Mon 26 Oct 16:30 You are invited. … Wednesday 2026-10-28 19:30 IST, 30 min. Moderator: Lin…
        Tue 27 Oct 15:50 The meeting has changed. … Thursday 2026-10-29 19:30 IST, 30 min. Moderato…
        Wed 28 Oct 16:00 Reminder: … Thursday 2026-10-29 19:30 IST, 30 min. Moderator: Lin Chen, no…
        Wed 28 Oct 21:30 Thank you. It is noted that you have read the draft of PM-1.
        """);
  }

  private void linsAndOmarsLetters() {
    gotByDirectMessage(
        lin,
        """
        Mon 26 Oct 07:00 You are invited. … Wednesday 2026-10-28 10:00 EDT, 30 min. Moderator: Lin…
        Tue 27 Oct 06:20 The meeting has changed. … Thursday 2026-10-29 10:00 EDT, 30 min. Moderato…
        Wed 28 Oct 10:00 Reminder: … Thursday 2026-10-29 10:00 EDT, 30 min. Moderator: Lin Chen, no…
        Thu 29 Oct 09:00 … Thursday 2026-10-29 10:00 EDT, 30 min. Moderator: Lin Chen, note-taker:…
        """);
    gotByDirectMessage(
        omar,
        """
        Wed 28 Oct 12:00 You are invited. … Thursday 2026-10-29 10:00 EDT, 30 min. Moderator: Lin C…
        """);
  }

  private void theWarRoomHeard() {
    assertThat(tally.heard(room, joe))
        .isEqualTo(
            """
            Fri 23 Oct 22:30 PM-1 The document is published. I no longer listen here. Point person: Jan…
            Fri 23 Oct 23:30 PM-1 is resolved after 1 h 10 min. Jane Doe has the draft. Still missing s…
            Thu 29 Oct 13:50 The review meeting is about to begin. … Thursday 2026-10-29 14:00 GMT, 30…
            Thu 29 Oct 15:30 PM-1 is published. Thank you all.
            """);
  }

  private void theReadersGot() {
    assertThat(tally.heard(company.broadcast, lin))
        .isEqualTo(
            """
            Thu 29 Oct 11:30 Checkout is down Post-mortem PM-1, published Severity not stated Started 2…
            Thu 29 Oct 11:30   ↳ Observations What was seen: graphs, logs, error messages, with the time an…
            Fri 30 Oct 07:00   ↳ What changed: Three orders were lost.
            Fri 06 Nov 05:30   ↳ [file: pm-1.html] [file: pm-1.md]
            """);
  }

  private void thePostBrought() {
    assertThat(tally.mails(post))
        .isEqualTo(
            """
            Mon 26 Oct 11:00 ada@example.com: Invitation, REQUEST, 0
            Mon 26 Oct 11:00 jane@example.com: Invitation, REQUEST, 0
            Mon 26 Oct 11:00 joe@example.com: Invitation, REQUEST, 0
            Mon 26 Oct 11:00 lin@example.com: Invitation, REQUEST, 0
            Mon 26 Oct 11:00 priya@example.com: Invitation, REQUEST, 0
            Tue 27 Oct 10:20 ada@example.com: Invitation, up to date, REQUEST, 1
            Tue 27 Oct 10:20 jane@example.com: Invitation, up to date, REQUEST, 1
            Tue 27 Oct 10:20 joe@example.com: Invitation, up to date, REQUEST, 1
            Tue 27 Oct 10:20 lin@example.com: Invitation, up to date, REQUEST, 1
            Tue 27 Oct 10:20 priya@example.com: Invitation, up to date, REQUEST, 1
            Wed 28 Oct 16:00 omar@example.com: Invitation, REQUEST, 2
            Thu 29 Oct 15:30 engineering@example.com: Post-mortem PM-1: Checkout is down
            Fri 30 Oct 11:00 engineering@example.com: Re: Post-mortem PM-1: Checkout is down (an answer)
            """);
  }

  private void theAnswersThatOnlyTheAskerSaw() {
    assertThat(tally.answers(everybody(), List.of(room, company.broadcast)))
        .isEqualTo(
            """
            joe, Fri 23 Oct 22:30 PM-1 is open. What is said here is on its timeline.
            joe, Fri 23 Oct 22:50 Jane Doe is asked to take over as point person and has to accept. Until th…
            joe, Fri 23 Oct 23:30 PM-1 is resolved.
            joe, Fri 30 Oct 11:00 PM-1 can be changed now. Readers see the changes after /pm publish.
            joe, Fri 30 Oct 11:00 Added to Impact.
            jane, Fri 23 Oct 22:50 Question 1 is noted. /pm answer 1 TEXT answers it.
            jane, Wed 28 Oct 16:00 Added to Symptoms.
            jane, Wed 28 Oct 16:00 Added to Hypothesis.
            jane, Wed 28 Oct 16:00 Added to Impact.
            jane, Wed 28 Oct 16:00 Added to What can we learn from in future.
            ada, Fri 23 Oct 23:50 Task 1 is noted.
            ada, Fri 23 Oct 23:50 The answer to question 1 is noted.
            omar, Thu 29 Oct 11:30 Thank you, noted. You are the first.
            """);
  }

  // how time passes

  private void passes(Duration time) {
    everybody().forEach(this::looksAtLetters);
    company.passes(time);
    whatCameByItselfCameInWorkingHours();
  }

  /** A few hours at a time, so that whatever is due rings when it is due. */
  private void timePassesUntil(String instant) {
    Instant end = Instant.parse(instant);
    LocalDate last = LocalDate.ofInstant(end, ZoneOffset.UTC);
    LocalDate first = LocalDate.ofInstant(company.clock.instant(), ZoneOffset.UTC);
    for (LocalDate day : first.datesUntil(last.plusDays(1)).toList()) {
      for (LocalTime glance : GLANCES) {
        Instant next = day.atTime(glance).toInstant(ZoneOffset.UTC);
        if (next.isAfter(company.clock.instant()) && next.isBefore(end)) {
          passes(Duration.between(company.clock.instant(), next));
        }
      }
    }
    passes(Duration.between(company.clock.instant(), end));
  }

  private void whatCameByItselfCameInWorkingHours() {
    for (Member who : everybody()) {
      if (looksAtLetters(who)) {
        ZonedDateTime here = company.clock.instant().atZone(who.zone());
        assertThat(here.getHour()).as(who.name() + " at " + here).isBetween(9, 16);
        assertThat(here.getDayOfWeek())
            .as(who.name() + " at " + here)
            .isLessThan(DayOfWeek.SATURDAY);
      }
    }
  }

  /** Answers whether there are new ones. */
  private boolean looksAtLetters(Member who) {
    return seen.addAll(who.dm().sees());
  }

  private List<Member> everybody() {
    return List.of(joe, jane, ada, priya, lin, omar);
  }

  private void saves(Modal window) {
    assertThat(window.submit().errors()).isEmpty();
    jane.openModal().ifPresent(Modal::closeAll);
    company.settled();
  }

  // what there is to count

  private void counts(String expected) {
    String letters =
        everybody().stream()
            .map(who -> who.name() + " " + who.dm().sees().size())
            .collect(Collectors.joining(", "));
    assertThat(
            "%s; room %d, readers %d; mails %d"
                .formatted(
                    letters,
                    tally.saidIn(room).size(),
                    tally.saidIn(company.broadcast).size(),
                    post.mails().size()))
        .isEqualTo(expected);
  }

  private void gotByDirectMessage(Member who, String expected) {
    assertThat(tally.letters(who)).as(who.name()).isEqualTo(expected);
  }

  private static String whole(Message summary) {
    StringBuilder text = new StringBuilder(summary.text());
    summary.replies().forEach(reply -> text.append("\n").append(reply.text()));
    return text.toString();
  }
}
