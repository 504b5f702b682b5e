package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.postmortem.draft.Template;
import dev.postmortem.mail.SmtpUrl;
import dev.postmortem.timeline.ImageType;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final Map<String, String> LEAST =
      Map.of(
          "SLACK_BOT_TOKEN", "xoxb-one",
          "SLACK_SIGNING_SECRET", "two",
          "PM_BROADCAST_CHANNEL", "#postmortems");

  private static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("SLACK_BOT_TOKEN", "xoxb-bot-secret"),
          Map.entry("SLACK_SIGNING_SECRET", "signing-secret"),
          Map.entry("SLACK_APP_TOKEN", "xapp-app-secret"),
          Map.entry("SLACK_API_URL", "http://127.0.0.1:4010/api"),
          Map.entry("PM_PORT", "8080"),
          Map.entry("PM_BIND", "127.0.0.1"),
          Map.entry("PM_COMMAND", "/postmortem"),
          Map.entry("PM_DATABASE_URL", "jdbc:h2:mem:any;PASSWORD=url-secret"),
          Map.entry("PM_DATABASE_USER", "keeper"),
          Map.entry("PM_DATABASE_PASSWORD", "database-secret"),
          Map.entry("PM_RETENTION_DAYS", "365"),
          Map.entry("PM_BROADCAST_CHANNEL", "C0123456789"),
          Map.entry("PM_STAKEHOLDERS", "U012ABC, S034DEF"),
          Map.entry("PM_ZONE", "Europe/London"),
          Map.entry("PM_TEMPLATE", "short"),
          Map.entry("PM_IMAGE_TYPES", "png, JPG"),
          Map.entry("PM_IMAGE_MAX_MB", "0"),
          Map.entry("PM_BASE_URL", "https://pm.example.com/"),
          Map.entry("PM_WEB_SECRET", "web-secret-of-the-house"),
          Map.entry("PM_LOG", "json"),
          Map.entry("PM_SMTP_URL", "smtps://joe:mail-secret@mail.example.com:4650"),
          Map.entry("PM_MAIL_FROM", "pm@example.com"),
          Map.entry("PM_MAIL_TO", "all@example.com, board@example.com"));

  private static Settings with(String... pairs) throws Settings.Faulty {
    Map<String, String> environment = new HashMap<>(LEAST);
    for (int i = 0; i < pairs.length; i += 2) {
      environment.put(pairs[i], pairs[i + 1]);
    }
    return Settings.read(environment);
  }

  private static List<String> faults(Map<String, String> environment) {
    return catchThrowableOfType(Settings.Faulty.class, () -> Settings.read(environment)).faults();
  }

  private static List<String> faults(String... pairs) {
    return catchThrowableOfType(Settings.Faulty.class, () -> with(pairs)).faults();
  }

  @Test
  void three_variables_are_enough() throws Settings.Faulty {
    Settings settings = Settings.read(LEAST);
    assertThat(settings.slack())
        .isEqualTo(new Settings.Workspace("xoxb-one", "two", "", "https://slack.com/api/", "/pm"));
    assertThat(settings.slack().isSocketMode()).isFalse();
    assertThat(settings.http()).isEqualTo(new Settings.Listener("0.0.0.0", 3000));
    assertThat(settings.database())
        .isEqualTo(new Settings.Storage("jdbc:h2:file:./data/postmortem", "", "", null));
    assertThat(settings.review())
        .isEqualTo(new Settings.Review("#postmortems", List.of(), null, Template.DEFAULT));
    assertThat(settings.mail()).isNull();
    assertThat(settings.web()).isNull();
    assertThat(settings.images().types()).containsExactly(ImageType.values());
    assertThat(settings.images().mostBytes()).isEqualTo(10 * 1024 * 1024);
  }

  @Test
  void every_variable_ends_up_in_its_place() throws Settings.Faulty {
    Settings settings = Settings.read(ALL);
    assertThat(settings.slack())
        .isEqualTo(
            new Settings.Workspace(
                "xoxb-bot-secret",
                "signing-secret",
                "xapp-app-secret",
                "http://127.0.0.1:4010/api/",
                "/postmortem"));
    assertThat(settings.slack().isSocketMode()).isTrue();
    assertThat(settings.http()).isEqualTo(new Settings.Listener("127.0.0.1", 8080));
    assertThat(settings.database())
        .isEqualTo(
            new Settings.Storage(
                "jdbc:h2:mem:any;PASSWORD=url-secret",
                "keeper",
                "database-secret",
                Duration.ofDays(365)));
    assertThat(settings.review())
        .isEqualTo(
            new Settings.Review(
                "C0123456789",
                List.of("U012ABC", "S034DEF"),
                ZoneId.of("Europe/London"),
                settings.review().template()));
    assertThat(settings.review().template().sections()).hasSize(5);
    assertThat(settings.mail())
        .isEqualTo(
            new Settings.Post(
                SmtpUrl.parse("smtps://joe:mail-secret@mail.example.com:4650"),
                "pm@example.com",
                List.of("all@example.com", "board@example.com")));
    assertThat(settings.images().types()).containsExactly(ImageType.PNG, ImageType.JPEG);
    assertThat(settings.images().mostBytes()).isZero();
    assertThat(settings.web())
        .isEqualTo(new Settings.Web("https://pm.example.com", "web-secret-of-the-house"));
  }

  @Test
  void the_list_of_variables_names_each_that_is_read() {
    assertThat(Settings.VARIABLES.stream().map(Settings.Variable::name))
        .containsExactlyInAnyOrderElementsOf(ALL.keySet());
  }

  @Test
  void blanks_around_a_value_do_not_matter() throws Settings.Faulty {
    assertThat(with("PM_PORT", " 8080\n", "PM_ZONE", " ", "SLACK_APP_TOKEN", "\t"))
        .isEqualTo(with("PM_PORT", "8080"));
  }

  @Test
  void whatever_is_missing_is_named_at_once() {
    assertThat(faults(Map.of()))
        .hasSize(3)
        .anyMatch(fault -> fault.startsWith("SLACK_BOT_TOKEN is missing"))
        .anyMatch(fault -> fault.startsWith("SLACK_SIGNING_SECRET is missing"))
        .anyMatch(fault -> fault.startsWith("PM_BROADCAST_CHANNEL is missing"));
  }

  @Test
  void whatever_is_wrong_is_named_at_once() {
    Map<String, String> wrong =
        Map.ofEntries(
            Map.entry("SLACK_BOT_TOKEN", "xoxp-a-person's"),
            Map.entry("SLACK_SIGNING_SECRET", ""),
            Map.entry("SLACK_APP_TOKEN", "xoxb-not-an-app's"),
            Map.entry("SLACK_API_URL", "ftp://slack.com"),
            Map.entry("PM_PORT", "65536"),
            Map.entry("PM_COMMAND", "pm"),
            Map.entry("PM_DATABASE_URL", "jdbc:mysql://localhost/pm"),
            Map.entry("PM_RETENTION_DAYS", "a year"),
            Map.entry("PM_BROADCAST_CHANNEL", " "),
            Map.entry("PM_STAKEHOLDERS", "U012ABC @joe"),
            Map.entry("PM_ZONE", "Middle/Earth"),
            Map.entry("PM_TEMPLATE", "no-such-file.yml"),
            Map.entry("PM_IMAGE_TYPES", "png,svg"),
            Map.entry("PM_IMAGE_MAX_MB", "51"),
            Map.entry("PM_LOG", "xml"),
            Map.entry("PM_SMTP_URL", "http://mail.example.com"));
    assertThat(faults(wrong).stream().map(fault -> fault.split("[ :]", 2)[0]))
        .containsExactlyInAnyOrder(
            "SLACK_APP_TOKEN",
            "SLACK_BOT_TOKEN",
            "SLACK_API_URL",
            "PM_COMMAND",
            "PM_PORT",
            "PM_DATABASE_URL",
            "PM_RETENTION_DAYS",
            "PM_BROADCAST_CHANNEL",
            "PM_STAKEHOLDERS",
            "PM_ZONE",
            "PM_TEMPLATE",
            "PM_IMAGE_TYPES",
            "PM_IMAGE_MAX_MB",
            "PM_LOG",
            "PM_MAIL_FROM",
            "PM_MAIL_TO",
            "PM_SMTP_URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void a_blank_signing_secret_is_refused_over_http_only(String blank) throws Settings.Faulty {
    assertThat(faults("SLACK_SIGNING_SECRET", blank))
        .singleElement()
        .asString()
        .contains("SLACK_SIGNING_SECRET", "anybody could speak in Slack's name");
    assertThat(with("SLACK_SIGNING_SECRET", blank, "SLACK_APP_TOKEN", "xapp-1").slack())
        .extracting(Settings.Workspace::isSocketMode)
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({
    "PM_PORT, -1",
    "PM_PORT, three",
    "PM_PORT, 100000",
    "PM_COMMAND, /",
    "PM_COMMAND, /Post",
    "PM_COMMAND, /a-command-of-more-than-thirty-two-letters",
    "PM_DATABASE_URL, jdbc:mysql://localhost/pm",
    "PM_DATABASE_URL, jdbc:postgresql://joe:word@localhost/pm",
    "PM_RETENTION_DAYS, 0",
    "PM_RETENTION_DAYS, -30",
    "PM_RETENTION_DAYS, 1.5",
    "PM_RETENTION_DAYS, 100000",
    "PM_STAKEHOLDERS, joe@example.com",
    "PM_IMAGE_TYPES, image/png",
    "PM_IMAGE_MAX_MB, ten",
    "PM_IMAGE_MAX_MB, -1",
    "PM_IMAGE_MAX_MB, 1.5",
    "PM_LOG, JSON",
    "PM_LOG, ../secret",
    "SLACK_API_URL, slack.com"
  })
  void what_cannot_work_is_refused_by_name(String variable, String value) {
    assertThat(faults(variable, value)).singleElement().asString().startsWith(variable);
  }

  @Test
  void mail_needs_a_sender_and_a_list() {
    assertThat(faults("PM_SMTP_URL", "smtp://localhost:25"))
        .hasSize(2)
        .anyMatch(fault -> fault.startsWith("PM_MAIL_FROM"))
        .anyMatch(fault -> fault.startsWith("PM_MAIL_TO"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:./pm;USER=joe;PASSWORD=secret",
        "jdbc:postgresql://db.example.com/pm?password=secret&ssl=true",
        "jdbc:postgresql://a.example.com:5432,[::1]:5433/pm?sslpassword=secret",
        "jdbc:postgresql:pm"
      })
  void both_databases_are_accepted_and_their_passwords_kept_to_oneself(String url)
      throws Settings.Faulty {
    assertThat(with("PM_DATABASE_URL", url).toString())
        .contains("pm")
        .doesNotContain("secret", "joe");
    assertThat(with("PM_DATABASE_URL", url).database().url()).isEqualTo(url);
  }

  @Test
  void no_secret_is_ever_printed() throws Settings.Faulty {
    assertThat(Settings.read(ALL).toString())
        .contains("mail.example.com", "/postmortem", "C0123456789")
        .doesNotContain("secret");
    Map<String, String> wrong = new HashMap<>(ALL);
    wrong.put("SLACK_BOT_TOKEN", "a-secret");
    wrong.put("SLACK_APP_TOKEN", "a-secret");
    wrong.put("PM_DATABASE_URL", "jdbc:mysql://joe:secret@localhost/pm");
    assertThat(faults(wrong).stream().filter(it -> it.startsWith("PM_DATABASE_URL"))).hasSize(1);
    wrong.put("PM_DATABASE_URL", "jdbc:postgresql://joe:secret@localhost/pm");
    wrong.put("PM_SMTP_URL", "smtp://joe:mail secret@mail.example.com");
    assertThat(faults(wrong)).hasSize(4).noneMatch(fault -> fault.contains("secret"));
  }

  @Test
  void a_web_secret_that_can_be_guessed_is_refused() throws Settings.Faulty {
    assertThat(faults("PM_WEB_SECRET", "fifteen-letters"))
        .containsExactly(
            "PM_WEB_SECRET must have at least 16 characters: whoever guesses it can read everything.");
    assertThat(with("PM_WEB_SECRET", "sixteen-letters!").web())
        .isEqualTo(new Settings.Web("", "sixteen-letters!"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pm.example.com",
        "ftp://pm.example.com",
        "https://pm.example.com/pages",
        "https://pm.example.com?x=1",
        "https://joe@pm.example.com",
        "javascript:alert(1)"
      })
  void a_base_address_that_is_more_or_less_than_one_is_refused(String address) {
    assertThat(faults("PM_BASE_URL", address)).singleElement().asString().startsWith("PM_BASE_URL");
  }
}
