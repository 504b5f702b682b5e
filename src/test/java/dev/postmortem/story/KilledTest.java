package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postmortem.faults.BotProcess;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as a process of its own, killed without warning, and started again on the same data. */
class KilledTest {
  @TempDir private Path data;

  @Test
  void after_a_kill_everything_is_where_it_was_and_nothing_is_sent_twice() throws Exception {
    try (Workspace slack =
            Workspace.open(
                Workspace.plan().manifest(Company.read(Path.of("manifest.yml"))).build());
        BotProcess bot = new BotProcess(slack, data)) {
      Member joe = slack.member("joe", "Joe Bloggs", "Support Staff", ZoneId.of("Europe/London"));
      Member jane = slack.member("jane", "Jane Doe", "Engineer", ZoneId.of("Europe/London"));
      Channel broadcast = slack.channel("postmortems", joe);
      Channel room = slack.channel("inc-42", joe, jane);
      room.invite(slack.bot());
      start(bot, slack);

      joe.in(room).types("/pm start Checkout is down");
      joe.in(room).sees("PM-1 Checkout is down");
      Message said = joe.in(room).says("said before the kill");
      slack.settle();
      jane.in(room).reacts("pushpin", said);
      for (String words :
          List.of(
              "symptom blank page",
              "hypothesis a lock",
              "remediation undone",
              "impact 4 orders",
              "learned limits")) {
        assertThat(joe.in(room).types("/pm " + words).text()).contains("Added");
      }
      joe.in(room).types("/pm meeting");
      Modal meeting = joe.modal();
      assertThat(meeting.submit().hasErrors()).isFalse();
      joe.openModal().ifPresent(Modal::closeAll);
      joe.dm().sees("You are invited");
      String before = joe.in(room).types("/pm status").text();

      bot.kill();
      slack.disconnect();
      joe.in(room).says("said while nobody listened");
      start(bot, slack);

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> assertThat(joe.in(room).types("/pm status").text()).contains("2 entries"));
      assertThat(joe.in(room).types("/pm status").text())
          .isEqualTo(
              before.replace("1 entry", "2 entries").replaceAll("lasting .*", "lasting 0 min"));

      joe.in(room).types("/pm resolve");
      joe.in(room).sees("is resolved");
      joe.in(room).types("/pm publish");
      joe.modal().submit();
      joe.in(broadcast).sees("Checkout is down");
      bot.kill();
      slack.disconnect();
      start(bot, slack);
      assertThat(joe.in(room).types("/pm status").text()).contains("published");
      joe.in(room).sees("is published");
      assertThat(broadcast.messages())
          .filteredOn(message -> !message.isReply() && message.text().contains("PM-1"))
          .hasSize(1);
      assertThat(joe.dm().sees())
          .filteredOn(message -> message.text().contains("You are invited"))
          .hasSize(1);
    }
  }

  private static void start(BotProcess bot, Workspace slack) throws Exception {
    bot.start();
    slack.connect(bot.requestUrl());
  }
}
