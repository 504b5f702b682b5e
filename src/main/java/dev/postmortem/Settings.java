package dev.postmortem;

import dev.postmortem.draft.Template;
import dev.postmortem.mail.SmtpUrl;
import dev.postmortem.slack.pictures.PictureRules;
import dev.postmortem.storage.Database;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an operator configures, read once from the environment. Secrets are never printed. */
public record Settings(
    Workspace slack,
    Listener http,
    Storage database,
    Review review,
    @Nullable Post mail,
    PictureRules images,
    @Nullable Web web) {

  /** How the bot reaches its workspace. */
  public record Workspace(
      String botToken, String signingSecret, String appToken, String apiUrl, String command) {
    /** Whether Slack is reached by a socket instead of being waited for. */
    public boolean isSocketMode() {
      return !appToken.isEmpty();
    }

    @Override
    public String toString() {
      return "Workspace[" + apiUrl + ", " + command + "]";
    }
  }

  /** Where requests are waited for. */
  public record Listener(String bind, int port) {}

  /**
   * Where everything is kept. The address may hold a password among its settings.
   *
   * @param messages how long captured messages are kept after the end; null for ever
   */
  public record Storage(String url, String user, String password, @Nullable Duration messages) {
    @Override
    public String toString() {
      return "Storage[" + Database.shown(url) + "]";
    }
  }

  /** What the house decides about reviews. */
  public record Review(
      String broadcast, List<String> stakeholders, @Nullable ZoneId zone, Template template) {}

  /** How mail is sent. */
  public record Post(SmtpUrl server, String from, List<String> to) {}

  /**
   * The pages in the browser.
   *
   * @param address where they are reached, without a slash at the end; empty when nobody said, and
   *     then no links are handed out
   */
  public record Web(String address, String secret) {
    @Override
    public String toString() {
      return "Web[" + address + "]";
    }
  }

  /** Every variable, its default and its meaning: the README's table is compared with it. */
  public static final List<Variable> VARIABLES =
      List.of(
          new Variable("SLACK_BOT_TOKEN", "required", "the bot token, `xoxb-…`"),
          new Variable(
              "SLACK_SIGNING_SECRET",
              "required for HTTP",
              "proves that requests are Slack's; blank is refused"),
          new Variable(
              "SLACK_APP_TOKEN", "–", "the app-level token, `xapp-…`: Socket Mode instead of HTTP"),
          new Variable("SLACK_API_URL", "`https://slack.com/api/`", "base of the Web API"),
          new Variable("PM_PORT", "`3000`", "port of the HTTP listener"),
          new Variable("PM_BIND", "`0.0.0.0`", "address of the HTTP listener"),
          new Variable(
              "PM_COMMAND", "`/pm`", "the slash command, if another app has `/pm` already"),
          new Variable(
              "PM_DATABASE_URL",
              "`" + Database.DEFAULT_URL + "`",
              "where everything is kept; or `jdbc:postgresql://host/name`"),
          new Variable("PM_DATABASE_USER", "–", "its user"),
          new Variable("PM_DATABASE_PASSWORD", "–", "its password"),
          new Variable(
              "PM_RETENTION_DAYS",
              "–",
              "so many days after the end, captured messages that the document does not need are removed"),
          new Variable(
              "PM_BROADCAST_CHANNEL",
              "required",
              "id or `#name` of the channel that finished post-mortems are posted to"),
          new Variable(
              "PM_STAKEHOLDERS",
              "–",
              "ids of people and user groups who are always proposed as attendees, with commas"),
          new Variable("PM_ZONE", "the point person's own", "time zone of new post-mortems"),
          new Variable(
              "PM_TEMPLATE",
              "`default`",
              "the sections: a YAML file, or `short` or `contributing-factors`"),
          new Variable(
              "PM_IMAGE_TYPES",
              "`png,jpeg,gif,webp`",
              "which images are copied, so that the document keeps them"),
          new Variable("PM_IMAGE_MAX_MB", "`10`", "the largest that is copied; 0 copies none"),
          new Variable(
              "PM_BASE_URL",
              "–",
              "public address of the pages in the browser, as in `https://pm.example.com`"),
          new Variable(
              "PM_WEB_SECRET",
              "–",
              "signs the links to them, 16 characters or more; without it there are no pages"),
          new Variable(
              "PM_LOG",
              "`text`",
              "the form of the log on standard error: `text`, or `json`, one object a line"),
          new Variable(
              "PM_SMTP_URL",
              "–",
              "`smtp://user:password@host:587` or `smtps://…`; without it no mail"),
          new Variable(
              "PM_MAIL_FROM",
              "–",
              "sender of mail, and organizer of meetings; required with `PM_SMTP_URL`"),
          new Variable(
              "PM_MAIL_TO",
              "–",
              "mailing list for finished post-mortems; required with `PM_SMTP_URL`"));

  /** One variable. */
  public record Variable(String name, String standard, String meaning) {}

  /**
   * Reads the environment.
   *
   * @throws Faulty naming every fault at once
   */
  public static Settings read(Map<String, String> environment) throws Faulty {
    return new SettingsReader(environment).read();
  }

  /**
   * The zone alone, for programs that need nothing else.
   *
   * @throws Faulty when it is none
   */
  public static Optional<ZoneId> zone(Map<String, String> environment) throws Faulty {
    return new SettingsReader(environment).readZone();
  }

  /**
   * The template alone, for programs that need nothing else.
   *
   * @throws Faulty when it cannot be used
   */
  public static Template template(Map<String, String> environment) throws Faulty {
    return new SettingsReader(environment).readTemplate();
  }

  /**
   * Settings as far as they can be read, and what is wrong with them.
   *
   * @param settings where there is a fault, a value stands that means nothing
   */
  public record Attempt(Settings settings, List<String> faults) {}

  /** Reads what can be read, for saying all that is wrong. */
  public static Attempt attempt(Map<String, String> environment) {
    SettingsReader reader = new SettingsReader(environment);
    Settings settings = reader.attempt();
    return new Attempt(settings, reader.faults());
  }

  /** What is wrong with the settings, one sentence a fault. */
  public static final class Faulty extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    Faulty(List<String> faults) {
      super(String.join("\n", faults));
      this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
      return faults;
    }
  }
}
