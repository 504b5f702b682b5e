package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator asks what is wrong before anybody needs the bot. */
class CheckTest {
  @TempDir private Path data;
  private final Workspace slack =
      Workspace.open(Workspace.plan().manifest(Manifest.text()).build());
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  @BeforeEach
  void a_workspace_with_the_bot() {
    slack.channel("postmortems");
    environment.put("SLACK_BOT_TOKEN", slack.botToken());
    environment.put("SLACK_SIGNING_SECRET", slack.signingSecret());
    environment.put("SLACK_API_URL", slack.apiUrl());
    environment.put("PM_BROADCAST_CHANNEL", "#postmortems");
    environment.put("PM_DATABASE_URL", "jdbc:h2:file:" + data.resolve("postmortem"));
    PrintStream heard = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(heard);
    System.setErr(heard);
  }

  @AfterEach
  void close() {
    System.setOut(out);
    System.setErr(err);
    slack.close();
  }

  private int check() {
    return Main.run(environment, "check");
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void all_is_well() {
    assertThat(check()).as(said()).isZero();
    assertThat(said()).contains("permissions: fine").contains("the bot can start");
  }

  @Test
  void every_wrong_setting_is_named_at_once() {
    environment.put("SLACK_SIGNING_SECRET", "   ");
    environment.put("PM_PORT", "many");
    assertThat(check()).isEqualTo(1);
    assertThat(said()).contains("SLACK_SIGNING_SECRET").contains("PM_PORT").doesNotContain("\tat ");
  }

  @Test
  void every_fault_of_the_template_is_named_with_its_line_and_nothing_starts() throws IOException {
    Path house = data.resolve("house.yml");
    Files.writeString(
        house,
        "sections:\n- key: impact\n  word: edit\n  emoji: big bang\nmeeting:\n  length: long\n");
    environment.put("PM_TEMPLATE", house.toString());
    assertThat(check()).isEqualTo(1);
    String[] faults = said().split("\\R");
    assertThat(faults).hasSize(3);
    assertThat(faults[2]).startsWith("PM_TEMPLATE: " + house + ", line 6: ").contains("length");
    assertThat(faults[0]).startsWith("PM_TEMPLATE: " + house + ", line 3: ").contains("“edit”");
    assertThat(faults[1]).startsWith("PM_TEMPLATE: " + house + ", line 4: ").contains("“big bang”");
    for (String[] command :
        new String[][] {{"serve"}, {"export", "--all", "--format", "md", "--out", "" + data}}) {
      said.reset();
      assertThat(Main.run(environment, command)).as(command[0]).isEqualTo(1);
      assertThat(said().split("\\R")).as(command[0]).isEqualTo(faults);
    }
    assertThat(data.toFile().list()).containsExactly("house.yml");
  }

  @Test
  void a_missing_permission_and_a_wrong_channel_are_named() {
    slack.withdrawScope("reactions:read");
    environment.put("PM_BROADCAST_CHANNEL", "#nowhere");
    assertThat(check()).isEqualTo(1);
    assertThat(said())
        .contains("missing permissions: reactions:read")
        .contains("I see no channel #nowhere");
  }

  @Test
  void an_optional_permission_that_was_refused_is_mentioned_and_is_no_fault() {
    slack.withdrawScope("users:read.email");
    assertThat(check()).as(said()).isZero();
    assertThat(said()).contains("not needed: users:read.email").contains("the bot can start");
  }

  @Test
  void a_revoked_token_is_named() {
    slack.revokeToken();
    assertThat(check()).isEqualTo(1);
    assertThat(said()).contains("Slack: ").contains("install the app again");
  }

  @Test
  void a_command_that_does_not_exist_is_wrong_usage() {
    assertThat(Main.run(environment, "chek")).isEqualTo(2);
    assertThat(Main.run(environment)).isEqualTo(2);
    assertThat(Main.run(environment, "export", "--format", "md", "--out", data.toString()))
        .isEqualTo(2);
  }
}
