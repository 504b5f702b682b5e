package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Submission;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One incident, from the first message to the correction of the published document, in the actors'
 * words.
 */
class StoryTest {
  @TempDir private Path data;

  @Test
  void an_incident_becomes_a_post_mortem_that_everybody_can_read() {
    tell(Company.in(data));
  }

  /** The whole story, wherever the bot keeps what it hears. */
  static void tell(Company opened) {
    try (Company company = opened.started()) {
      Channel room = company.warRoom("inc-42");
      Message first = company.joe.in(room).says("checkout shows a blank page");
      company.passes(Duration.ofMinutes(2));

      company.joe.in(room).types("/pm start since 10m ago “Checkout is down”");
      company.settled();
      Message opening = company.jane.in(room).sees("PM-1 Checkout is down");
      assertThat(opening.text())
          .contains("Point person: Joe Bloggs")
          .contains("every message here");

      Message cause = theWarRoomWorks(company, room, first);
      company.restarted();
      theRoomIsStillHeard(company, room, cause);

      company.joe.in(room).types("/pm resolve");
      company.settled();
      assertThat(company.jane.in(room).sees("is resolved after").text()).contains("draft");
      Message draft = company.joe.dm().sees("you are its point person");
      assertThat(draft.text())
          .contains("Taken as participants: Ada Byron, Joe Bloggs, Jane Doe")
          .contains("Still missing: Hypothesis, What can we learn");

      thePointPersonFillsTheSections(company, draft);
      theMeetingIsPlannedAndEverybodyReminded(company, room);
      theDocumentIsPublished(company, room);
      theDocumentIsCorrected(company, room);
    }
  }

  private static Message theWarRoomWorks(Company company, Channel room, Message first) {
    Member jane = company.jane;
    Message alert =
        company
            .slack
            .webhook("Pager")
            .in(room)
            .alerts(
                "[{\"title\":\"Orders queue above 90000\",\"text\":\"queue depth 90412\",\"fallback\":\"Orders queue above 90000\"}]");
    company.passes(Duration.ofMinutes(1));
    Message looking = jane.in(room).says("I see <b>locks</b> & waits on `orders`");
    Message reply = company.ada.in(room).replies(looking, "a migration runs since 13:50");
    company.passes(Duration.ofMinutes(1));
    Message wrong = company.joe.in(room).says("rolling back 1.4.1");
    wrong.edit("rolling back 1.4.2");
    Message regret = company.joe.in(room).says("sorry, wrong channel");
    regret.delete();
    Message graph =
        jane.in(room).uploads("queue.png", "image/png", new byte[] {1, 2, 3}, "the queue, growing");
    company.settled();

    jane.in(room).reacts("thermometer", first);
    jane.in(room).reacts("mag", alert);
    company.joe.in(room).reacts("pushpin", reply);
    company.joe.in(room).reacts("boom", looking);
    company.joe.in(room).unreacts("boom", looking);
    jane.in(room).reacts("adhesive_bandage", wrong);
    jane.in(room).reacts("camera_with_flash", graph);
    company.settled();

    assertThat(company.ada.in(room).types("/pm note 13:50 migration 77 started").text())
        .contains("Noted");
    assertThat(jane.in(room).types("/pm impact 412 orders were delayed").text())
        .contains("Added to Impact");
    assertThat(
            jane.in(room).types("/pm task @ada limit the time of migrations by 2026-12-01").text())
        .contains("Task 1");
    assertThat(company.joe.in(room).types("/pm question who may stop a migration?").text())
        .contains("Question 1");
    assertThat(company.ada.in(room).types("/pm answer 1 the database team on call").text())
        .contains("noted");
    company.settled();
    return wrong;
  }

  private static void theRoomIsStillHeard(Company company, Channel room, Message cause) {
    company.passes(Duration.ofMinutes(5));
    Message late = company.ada.in(room).replies(cause, "migration stopped, queue is draining");
    company.ada.in(room).reacts("pushpin", late);
    company.settled();
    assertThat(company.ada.in(room).types("/pm role moderator @lin").text()).contains("moderator");
    assertThat(company.ada.in(room).types("/pm role notetaker @lin").text())
        .contains("must be two people")
        .contains("You typed: /pm role notetaker");
  }

  private static void thePointPersonFillsTheSections(Company company, Message draft) {
    draft.click(company.joe, "Fill in");
    Modal modal = company.joe.modal();
    modal.writes(
        "Hypothesis", "The migration locked the orders table.\nNobody saw it for nine minutes.");
    modal.choose("Go to", "Images – What can we learn from in future");
    modal = company.settled().joe.modal();
    assertThat(modal.text()).contains("What you typed is saved");
    modal.writes("What can we learn from in future", "Migrations need a time limit.");
    Submission saved = modal.submit();
    assertThat(saved.isClosed()).isTrue();
    company.settled();
  }

  private static void theMeetingIsPlannedAndEverybodyReminded(Company company, Channel room) {
    company.joe.in(room).types("/pm meeting");
    Modal modal = company.joe.modal();
    assertThat(modal.text()).contains("Proposed: Thursday 2026-11-19 15:30 GMT");
    modal.pickUser("Note-taker", company.lin);
    assertThat(modal.submit().errors().toString()).contains("must be two people");
    modal.pickUser("Note-taker", company.jane);
    assertThat(modal.submit().isClosed()).isTrue();
    company.settled();
    assertThat(company.lin.dm().sees("You are invited").text())
        .contains("Thursday 2026-11-19 10:30 EST")
        .contains("Moderator: Lin Chen, note-taker: Jane Doe");

    company.until("2026-11-18T15:29:00Z");
    assertThat(company.lin.dm().sees()).noneMatch(message -> message.text().contains("Reminder"));
    company.until("2026-11-18T15:30:00Z").restarted();
    company.until("2026-11-18T15:31:00Z");
    for (Member member : new Member[] {company.joe, company.jane, company.ada, company.lin}) {
      assertThat(member.dm().sees())
          .filteredOn(message -> message.text().contains("Reminder"))
          .as("reminders of " + member.name())
          .hasSize(1);
    }
    company.until("2026-11-19T16:00:00Z");
  }

  private static void theDocumentIsPublished(Company company, Channel room) {
    company.joe.in(room).types("/pm publish");
    Modal gate = company.joe.modal();
    assertThat(gate.text()).contains("#postmortems");
    assertThat(gate.submit().outcome()).isEqualTo(Submission.Outcome.CLEARED);
    company.settled();

    Message summary = company.lin.in(company.broadcast).sees("Checkout is down");
    String document = whole(summary);
    assertThat(document)
        .containsSubsequence(
            "Observations",
            "queue depth 90412",
            "Symptoms",
            "checkout shows a blank page",
            "Hypothesis",
            "The migration locked the orders table.",
            "Remediation",
            "rolling back 1.4.2",
            "Impact",
            "412 orders were delayed",
            "Key Points",
            "a migration runs since 13:50",
            "migration stopped, queue is draining",
            "Participants",
            "Joe Bloggs (Support Staff)",
            "Timeline",
            "Timezone: GMT 2026-11-18 (Wednesday)",
            "13:50",
            "migration 77 started",
            "I see <b>locks</b> & waits on",
            "Images",
            "queue.png",
            "Tasks",
            "limit the time of migrations",
            "Ada Byron",
            "2026-12-01",
            "Questions",
            "who may stop a migration?",
            "the database team on call",
            "What can we learn from in future",
            "Migrations need a time limit.");
    assertThat(document)
        .doesNotContain("wrong channel")
        .doesNotContain("1.4.1")
        .doesNotContain("&lt;")
        .doesNotContain("<@U");
    assertThat(company.joe.in(room).sees("is published").text()).contains("Thank you");
    assertThat(postsIn(company.broadcast)).isEqualTo(1);
  }

  private static void theDocumentIsCorrected(Company company, Channel room) {
    assertThat(company.joe.in(room).types("/pm impact more").text())
        .contains("/pm correct")
        .contains("You typed: /pm impact more");
    company.joe.in(room).types("/pm correct");
    company.settled();
    company.joe.modal().close();
    company.joe.in(room).types("/pm impact 3 orders were lost");
    company.joe.in(room).types("/pm publish");
    Modal gate = company.joe.modal();
    gate.fill("What changed?", "The impact is complete now.");
    gate.submit();
    company.settled();
    Message summary = company.lin.in(company.broadcast).sees("Checkout is down");
    assertThat(whole(summary))
        .contains("3 orders were lost")
        .contains("The impact is complete now.");
    assertThat(postsIn(company.broadcast)).isEqualTo(1);
  }

  /** How many messages of the bot stand in the channel itself. */
  private static long postsIn(Channel channel) {
    return channel.messages().stream()
        .filter(message -> !message.isReply() && message.text().contains("PM-1"))
        .count();
  }

  /** The message and its thread, as a reader sees them. */
  private static String whole(Message summary) {
    StringBuilder text = new StringBuilder(summary.text());
    summary.replies().forEach(reply -> text.append("\n").append(reply.text()));
    return text.toString();
  }
}
