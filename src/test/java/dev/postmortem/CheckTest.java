package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.storage.Postgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
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
    String[] faults =
        said()
            .lines()
            .filter(line -> line.contains("PM_TEMPLATE"))
            .map(line -> line.replaceFirst("^fault +", ""))
            .toArray(String[]::new);
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

  private void socketMode(String token) {
    environment.put("SLACK_APP_TOKEN", token);
    environment.put("SLACK_SIGNING_SECRET", "");
  }

  private String[] faults() {
    return said().lines().filter(line -> line.startsWith("fault ")).toArray(String[]::new);
  }

  @Test
  void everything_that_is_wrong_is_said_in_one_run_one_line_a_fault() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      environment.put("PM_ZONE", "Nowhere");
      environment.put("PM_BIND", "127.0.0.1");
      environment.put("PM_PORT", String.valueOf(taken.getLocalPort()));
      environment.put("PM_BROADCAST_CHANNEL", "C0NOWHERE");
      environment.put("PM_STAKEHOLDERS", "U0NOBODY, S0NOBODY");
      environment.put("PM_SMTP_URL", "smtp://127.0.0.1:1");
      environment.put("PM_MAIL_FROM", "pm@example.com");
      environment.put("PM_MAIL_TO", "all@example.com");
      environment.put("PM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/pm");
      socketMode("xapp" + "-1-other");
      slack.withdrawScope("reactions:read");
      assertThat(check()).isEqualTo(1);
      assertThat(faults())
          .anyMatch(it -> it.contains("PM_ZONE is no time zone"))
          .anyMatch(it -> it.contains("missing permissions: reactions:read"))
          .anyMatch(it -> it.contains("SLACK_APP_TOKEN: apps.connections.open: invalid_auth"))
          .anyMatch(it -> it.contains("I see no channel C0NOWHERE"))
          .anyMatch(it -> it.contains("by the id U0NOBODY"))
          .anyMatch(it -> it.contains("by the id S0NOBODY"))
          .anyMatch(it -> it.contains("cannot be reached: does it run there"))
          .anyMatch(it -> it.contains("no way to reach the mail server 127.0.0.1:1"))
          .anyMatch(it -> it.contains("PM_PORT: " + taken.getLocalPort()))
          .hasSize(9);
      assertThat(said()).contains("Faults: 9");
    }
  }

  @Test
  void tokens_that_are_swapped_or_of_a_person_are_recognised() {
    environment.put("SLACK_BOT_TOKEN", slack.appToken());
    socketMode(slack.botToken());
    assertThat(check()).isEqualTo(1);
    assertThat(faults()).hasSize(2).allMatch(it -> it.contains("are the two swapped?"));
    said.reset();
    environment.put("SLACK_BOT_TOKEN", "xoxp" + "-1-joe");
    socketMode(slack.appToken());
    assertThat(check()).isEqualTo(1);
    assertThat(faults()).singleElement().asString().contains("token of a person");
  }

  @Test
  void a_socket_that_could_be_opened_is_fine_and_none_is_opened() {
    socketMode(slack.appToken());
    assertThat(check()).as(said()).isZero();
    assertThat(said()).contains("ok    Socket Mode: fine");
    assertThat(slack.sockets().count()).isZero();
  }

  @Test
  void socket_mode_that_is_switched_off_or_not_allowed_is_named() {
    socketMode(slack.appToken());
    slack.faults().next("apps.connections.open", Fault.error("missing_scope"));
    assertThat(check()).isEqualTo(1);
    assertThat(said()).contains("needs the scope connections:write");
    said.reset();
    slack.faults().next("apps.connections.open", Fault.error("socket_mode_disabled"));
    assertThat(check()).isEqualTo(1);
    assertThat(said()).contains("Is Socket Mode switched on");
  }

  @Test
  void an_archived_channel_is_named() {
    slack.channel("old").archive();
    environment.put("PM_BROADCAST_CHANNEL", "#old");
    assertThat(check()).isEqualTo(1);
    assertThat(faults()).singleElement().asString().contains("#old is archived");
  }

  @Test
  void nothing_is_made_and_nothing_is_changed() {
    assertThat(check()).as(said()).isZero();
    assertThat(said()).contains("it is made when the bot first starts");
    assertThat(data.toFile().list()).isEmpty();
    assertThat(slack.channels()).allMatch(it -> !it.memberIds().contains(slack.botUserId()));
  }

  @Test
  void a_database_that_the_bot_has_open_and_its_port_are_no_faults() throws Exception {
    environment.put("PM_BIND", "127.0.0.1");
    environment.put("PM_PORT", "0");
    Settings settings = Settings.read(environment);
    try (Wiring bot = Wiring.of(settings, Clock.systemUTC()).start()) {
      environment.put("PM_PORT", String.valueOf(bot.port()));
      assertThat(check()).as(said()).isZero();
      assertThat(said()).contains("a bot answers at " + bot.port()).contains("tables at ");
    }
    said.reset();
    assertThat(check()).as(said()).isZero();
    assertThat(said()).contains("fine, H2 2").contains("tables at ").doesNotContain("steps");
  }

  @Test
  void a_server_is_looked_into() throws Exception {
    environment.put("PM_DATABASE_URL", Postgres.database());
    assertThat(check()).as(said()).isZero();
    assertThat(said()).contains("fine, PostgreSQL").contains("tables at ");
    assertThat(said()).contains("fsync or synchronous_commit is off");
  }

  @Test
  void steps_that_its_tables_wait_for_are_told_and_not_done() throws Exception {
    String url = "jdbc:h2:file:" + data.resolve("postmortem");
    DriverManager.getConnection(url, "sa", "").close();
    for (int i = 0; i < 2; i++) {
      said.reset();
      assertThat(check()).as(said()).isZero();
      assertThat(said()).containsPattern(", without tables, \\d\\d steps are done when");
    }
  }
}
