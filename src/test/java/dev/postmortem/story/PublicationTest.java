package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Home;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.SlackFile;
import dev.postmortem.rehearsal.api.Fault;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What goes out, in all its forms; what becomes of it on the way; and who has read it. */
class PublicationTest extends Deeds {
  @RegisterExtension private final PostOffice post = new PostOffice();

  @Override
  Company opened(Company fresh) {
    return post.serves(fresh, "pm@example.com", "engineering@example.com, support@example.com");
  }

  private void isWritten(Channel where) {
    for (String words :
        List.of(
            "symptom a blank page",
            "hypothesis a migration held a lock",
            "remediation it was stopped",
            "impact 412 orders were late",
            "learned migrations need a limit",
            "task @ada limit the time of migrations by 2026-12-01")) {
      says(joe, where, "/pm " + words);
    }
    company.passes(Duration.ofMinutes(40));
    says(joe, where, "/pm resolve");
  }

  private Message published() {
    anIncidentRuns();
    isWritten(room);
    assertThat(Gates.allTheSame(opens(joe, "/pm publish")).submit().isClosed()).isTrue();
    company.settled();
    return root();
  }

  private Message root() {
    return company.broadcast.message("Checkout is down");
  }

  private void corrected(String words, String what) {
    says(joe, "/pm correct");
    joe.modal().closeAll();
    says(joe, "/pm " + words);
    Modal gate = opens(joe, "/pm publish");
    gate.fill("What changed?", what);
    assertThat(gate.submit().isClosed()).isTrue();
    company.settled();
  }

  private static List<SlackFile> files(Message root) {
    return root.replies().stream().flatMap(reply -> reply.files().stream()).toList();
  }

  private static String whole(Message root) {
    StringBuilder text = new StringBuilder(root.text());
    root.replies().forEach(reply -> text.append("\n").append(reply.text()));
    return text.toString();
  }

  private static long notes(Message root) {
    return root.replies().stream().filter(it -> it.text().contains("What changed:")).count();
  }

  private List<String> canvases() {
    return company.slack.canvases().readableIn(company.broadcast);
  }

  private long calls(String method) {
    return company.slack.journal().calls(method).size();
  }

  @Test
  void the_message_says_what_matters_and_the_whole_document_is_in_its_thread_and_beside() {
    Message root = published();
    assertThat(root.text())
        .contains(
            "What happened",
            "a blank page",
            "a migration held a lock",
            "412 orders were late",
            "40 min",
            "limit the time of migrations – Ada Byron, due 2026-12-01, open",
            "The whole post-mortem is in the thread",
            "War room: #inc-42",
            "As a canvas");
    assertThat(root.blocks().toString()).contains("https://rehearsal.slack.com/docs/T0REHEARSE/F");
    assertThat(whole(root)).contains("migrations need a limit");
    assertThat(files(root)).extracting(SlackFile::name).containsExactly("pm-1.html", "pm-1.md");
    assertThat(files(root).get(0).content()).contains("<html", "412 orders were late");
    assertThat(files(root).get(1).content()).contains("## Impact", "412 orders were late");
    assertThat(company.slack.canvases().titlesIn(company.broadcast))
        .containsExactly("PM-1 Checkout is down");
    assertThat(canvases().get(0)).contains("## Impact", "412 orders were late");
    assertThat(post.mails()).hasSize(2);
    assertThat(says(joe, "/pm status"))
        .contains(
            "Post in #postmortems: delivered",
            "Files in its thread: delivered",
            "Canvas: delivered",
            "Mail to engineering@example.com: delivered",
            "Mail to support@example.com: delivered")
        .doesNotContain("Try again");
  }

  @Test
  void a_correction_changes_every_form_in_place_and_adds_one_note() {
    Message root = published();
    List<SlackFile> before = files(root);
    company.passes(Duration.ofMinutes(1));
    corrected("impact 3 orders were lost", "The impact is complete now.");
    assertThat(root()).isEqualTo(root);
    assertThat(whole(root)).contains("3 orders were lost", "The impact is complete now.");
    assertThat(notes(root)).isEqualTo(1);
    assertThat(files(root)).hasSize(2).doesNotContainAnyElementsOf(before);
    assertThat(files(root)).allSatisfy(file -> assertThat(file.content()).contains("were lost"));
    assertThat(canvases()).hasSize(1);
    assertThat(canvases().get(0)).containsOnlyOnce("## Impact").contains("3 orders were lost");
  }

  @Test
  void whoever_got_it_by_mail_gets_one_mail_that_says_what_changed_as_an_answer_to_the_first()
      throws Exception {
    published();
    company.passes(Duration.ofMinutes(1));
    corrected("impact 3 orders were lost", "The impact is complete now.");
    company.restarted().passes(Duration.ofMinutes(20));
    List<MimeMessage> mails = post.mails();
    assertThat(mails).hasSize(4);
    for (String address : List.of("engineering@example.com", "support@example.com")) {
      List<MimeMessage> thread = to(address, mails);
      assertThat(thread).hasSize(2);
      MimeMessage first = thread.get(0);
      MimeMessage second = thread.get(1);
      assertThat(second.getSubject()).isEqualTo("Re: " + first.getSubject());
      assertThat(second.getHeader("In-Reply-To")).containsExactly(first.getMessageID());
      assertThat(second.getHeader("References")).containsExactly(first.getMessageID());
      assertThat(GreenMailUtil.getWholeMessage(second))
          .contains("The impact is complete now.")
          .doesNotContain("412 orders");
    }
    assertThat(says(joe, "/pm status")).doesNotContain("what changed");
  }

  private static List<MimeMessage> to(String address, List<MimeMessage> mails) throws Exception {
    List<MimeMessage> some = new ArrayList<>();
    for (MimeMessage mail : mails) {
      if (mail.getAllRecipients()[0].toString().equals(address)) {
        some.add(mail);
      }
    }
    return some;
  }

  @Test
  void the_home_tab_says_too_what_arrived_and_what_did_not() {
    company
        .slack
        .faults()
        .next("files.completeUploadExternal", Fault.error("storage_limit_reached"));
    Message root = published();
    company.passes(Duration.ofMinutes(20));
    Home home = joe.opensHome();
    company.settled();
    assertThat(home.text())
        .contains("Post in #postmortems: delivered", "Mail to support@example.com: delivered")
        .contains("Files in its thread: given up. Slack refused it (storage_limit_reached)");
    home.click("Try again");
    company.settled();
    assertThat(files(root)).hasSize(2);
    joe.opensHome();
    company.settled();
    assertThat(home.text()).contains("Files in its thread: delivered").doesNotContain("given up");
    assertThat(home.buttons()).doesNotContain("Try again");
  }

  @Test
  void a_workspace_without_canvases_misses_nothing() {
    company.slack.canvases().areOfAFreePlan();
    Message root = published();
    assertThat(canvases()).isEmpty();
    assertThat(root.text()).doesNotContain("canvas");
    assertThat(files(root)).hasSize(2);
    assertThat(says(joe, "/pm status")).contains("delivered").doesNotContain("anvas", "Try again");
  }

  @Test
  void canvases_that_are_switched_off_or_not_permitted_are_done_without() {
    company.slack.canvases().areSwitchedOff();
    published();
    company.slack.withdrawScope("canvases:write");
    company.passes(Duration.ofMinutes(1));
    corrected("impact more", "more");
    assertThat(says(joe, "/pm status")).doesNotContain("anvas", "Try again");
  }

  @Test
  void a_canvas_that_somebody_deleted_is_not_linked_any_longer() {
    Message root = published();
    company.slack.canvases().forgetAll();
    company.passes(Duration.ofMinutes(1));
    corrected("impact more", "more");
    assertThat(canvases()).isEmpty();
    assertThat(root.text()).doesNotContain("As a canvas");
  }

  @Test
  void who_has_read_it_says_so_once_and_everybody_sees_how_many() {
    Message root = published();
    root.click(lin, "I have read it");
    root.click(lin, "I have read it");
    root.click(ada, "I have read it");
    company.settled();
    assertThat(lin.in(company.broadcast).sees().toString())
        .contains("Thank you, noted. You are the first.", "I know, thank you.");
    long updates = calls("chat.update");
    company.passes(Duration.ofMinutes(1));
    assertThat(root.text()).contains("Read by 2 people");
    assertThat(calls("chat.update")).isEqualTo(updates + 1);
    assertThat(says(joe, "/pm status")).contains("Read by 2 people");
    company.passes(Duration.ofMinutes(1));
    corrected("impact more", "more");
    assertThat(root.text()).contains("Read by 2 people");
  }

  @Test
  void also_those_who_may_not_enter_the_private_war_room_may_say_that_they_read_it() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    secret.invite(company.slack.bot());
    says(joe, secret, "/pm start Checkout is down");
    isWritten(secret);
    joe.in(secret).types("/pm publish");
    company.settled();
    Modal gate = joe.modal();
    gate.fill(
        gate.inputs().stream().filter(label -> label.contains("private")).findFirst().orElseThrow(),
        "inc-secret");
    assertThat(Gates.allTheSame(gate).submit().isClosed()).isTrue();
    company.settled();
    assertThat(root().text()).doesNotContain("War room");
    root().click(lin, "I have read it");
    company.passes(Duration.ofMinutes(1));
    assertThat(root().text()).contains("Read by 1 person");
  }

  @Test
  void many_tasks_that_are_done_bring_the_document_up_to_date_together_and_in_silence() {
    anIncidentRuns();
    for (int i = 2; i < 8; i++) {
      says(joe, "/pm task @ada something else " + i);
    }
    isWritten(room);
    Gates.allTheSame(opens(joe, "/pm publish")).submit();
    company.settled();
    Message root = root();
    company.passes(Duration.ofDays(14));
    long updates = calls("chat.update");
    for (int i = 1; i < 8; i++) {
      says(ada, "/pm task done " + i);
      company.clock.advance(Duration.ofSeconds(1));
    }
    assertThat(whole(root)).doesNotContain("done");
    company.passes(Duration.ofMinutes(5));
    company.passes(Duration.ofMinutes(5));
    assertThat(whole(root))
        .contains(
            "limit the time of migrations – Ada Byron (Database Engineer), due 2026-12-01, done")
        .doesNotContain(", open");
    assertThat(calls("chat.update") - updates).isLessThanOrEqualTo(2L * root.replies().size());
    assertThat(notes(root)).isZero();
    assertThat(files(root)).hasSize(2);
    assertThat(files(root).get(1).content()).contains("done").doesNotContain(", open");
    assertThat(canvases().get(0)).contains("done").doesNotContain(", open");
    assertThat(post.mails()).hasSize(2);
  }

  @Test
  void what_is_being_corrected_does_not_show_because_a_task_is_done() {
    Message root = published();
    says(joe, "/pm correct");
    joe.modal().closeAll();
    says(joe, "/pm impact a half-written thought");
    says(ada, "/pm task done 1");
    root.click(lin, "I have read it");
    company.passes(Duration.ofMinutes(10));
    assertThat(whole(root)).doesNotContain("half-written", "Read by").contains(", open");
    Modal gate = opens(joe, "/pm publish");
    gate.fill("What changed?", "more");
    gate.submit();
    company.settled();
    assertThat(whole(root)).contains("half-written", "Read by 1 person", ", done");
  }

  @Test
  void what_waits_is_seen_with_its_reason_and_arrives_when_it_can() {
    post.closes();
    company.slack.faults().next("files.completeUploadExternal", Fault.ratelimited(30));
    Message root = published();
    assertThat(says(joe, "/pm status"))
        .contains(
            "Mail to support@example.com: waiting. There is no way to reach the mail server",
            "Files in its thread: waiting. Slack is busy",
            "Post in #postmortems: delivered");
    post.opensAgain();
    company.passes(Duration.ofMinutes(20));
    assertThat(post.mails()).hasSize(2);
    assertThat(files(root)).hasSize(2);
    assertThat(says(joe, "/pm status")).doesNotContain("waiting", "Try again");
  }

  @Test
  void what_was_given_up_is_seen_with_its_reason_and_can_be_tried_again() {
    company
        .slack
        .faults()
        .next("files.completeUploadExternal", Fault.error("storage_limit_reached"));
    Message root = published();
    company.passes(Duration.ofMinutes(20));
    assertThat(says(joe, "/pm status"))
        .contains("Files in its thread: given up. Slack refused it (storage_limit_reached)");
    joe.in(room).sees("given up").click(joe, "Try again");
    company.settled();
    assertThat(files(root)).hasSize(2);
    assertThat(post.mails()).hasSize(2);
    assertThat(says(joe, "/pm status")).doesNotContain("given up");
    assertThat(company.broadcast.messages())
        .filteredOn(message -> !message.isReply() && message.text().contains("Checkout is down"))
        .hasSize(1);
  }
}
