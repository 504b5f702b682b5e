package dev.postmortem;

import dev.postmortem.draft.Template;
import dev.postmortem.log.LineEncoder;
import dev.postmortem.mail.SmtpUrl;
import dev.postmortem.slack.commands.Table;
import dev.postmortem.slack.pictures.PictureRules;
import dev.postmortem.slack.text.EmojiNames;
import dev.postmortem.storage.Database;
import dev.postmortem.template.Reading;
import dev.postmortem.template.TemplateReader;
import dev.postmortem.timeline.ImageType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings from the environment, and collects every fault before it gives up. */
final class SettingsReader {
  private static final Pattern COMMAND = Pattern.compile("/[a-z0-9_-]{1,31}");

  private static final Pattern ADDRESS =
      Pattern.compile("https?://(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+])(?::\\d{1,5})?/?");

  private static final int LEAST_SECRET = 16;

  /** A picture is in memory while it is copied. */
  private static final int MOST_MEGABYTES = 50;

  private static final Duration DOWNLOAD = Duration.ofSeconds(30);
  private final Map<String, String> environment;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(Map<String, String> environment) {
    this.environment = environment;
  }

  Settings read() throws Settings.Faulty {
    logForm();
    Settings settings = attempt();
    if (!faults.isEmpty()) {
      throw new Settings.Faulty(faults);
    }
    return settings;
  }

  /** The form of the log, which is set before anything else is done. */
  String logForm() {
    String form = text("PM_LOG", "text");
    if (!form.equals("text") && !form.equals(LineEncoder.JSON)) {
      faults.add("PM_LOG must be text or json.");
    }
    return form;
  }

  /** What is wrong with what was read. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** Reads what can be read; where there is a fault, a value stands that means nothing. */
  Settings attempt() {
    return new Settings(
        slack(),
        new Settings.Listener(text("PM_BIND", "0.0.0.0"), port()),
        new Settings.Storage(
            database(),
            text("PM_DATABASE_USER", ""),
            text("PM_DATABASE_PASSWORD", ""),
            retention()),
        review(),
        mail(),
        images(),
        web());
  }

  Optional<ZoneId> readZone() throws Settings.Faulty {
    Optional<ZoneId> zone = Optional.ofNullable(zone());
    if (!faults.isEmpty()) {
      throw new Settings.Faulty(faults);
    }
    return zone;
  }

  private Settings.Workspace slack() {
    String app = text("SLACK_APP_TOKEN", "");
    if (!app.isEmpty() && !app.startsWith("xapp-")) {
      faults.add("SLACK_APP_TOKEN must start with xapp-." + kind(app));
    }
    String bot = required("SLACK_BOT_TOKEN", "the bot token");
    if (!bot.isEmpty() && !bot.startsWith("xoxb-")) {
      faults.add("SLACK_BOT_TOKEN must start with xoxb-." + kind(bot));
    }
    String secret = text("SLACK_SIGNING_SECRET", "");
    if (app.isEmpty() && secret.isEmpty()) {
      faults.add(
          "SLACK_SIGNING_SECRET is missing or blank: without it anybody could speak in Slack's name. Find it under Basic"
              + " Information of the app, or set SLACK_APP_TOKEN for Socket Mode.");
    }
    return new Settings.Workspace(bot, secret, app, api(), command());
  }

  /** Which token it is instead, by how it begins (docs.slack.dev, "Tokens"). */
  private static String kind(String token) {
    Map<String, String> kinds =
        Map.of(
            "xoxb-", " This is the bot token: are the two swapped?",
            "xapp-", " This is the app-level token: are the two swapped?",
            "xoxp-", " This is the token of a person; the bot has one of its own.",
            "xoxe", " This is a token that ends after hours: switch token rotation off.");
    return kinds.entrySet().stream()
        .filter(kind -> token.startsWith(kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private String api() {
    String url = text("SLACK_API_URL", "https://slack.com/api/");
    if (!url.startsWith("https://") && !url.startsWith("http://")) {
      faults.add("SLACK_API_URL must be an http or https address.");
    }
    return url.endsWith("/") ? url : url + "/";
  }

  private String command() {
    String command = text("PM_COMMAND", "/pm");
    if (!COMMAND.matcher(command).matches()) {
      faults.add(
          "PM_COMMAND must be a slash and up to 31 lower-case letters, digits, - or _, as in /pm.");
    }
    return command;
  }

  private int port() {
    String port = text("PM_PORT", "3000");
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      faults.add("PM_PORT must be a number from 0 to 65535.");
      return 0;
    }
    return Integer.parseInt(port);
  }

  private String database() {
    String url = text("PM_DATABASE_URL", Database.DEFAULT_URL);
    Database.fault(url).ifPresent(fault -> faults.add("PM_DATABASE_URL: " + fault));
    return url;
  }

  private @Nullable Duration retention() {
    String days = text("PM_RETENTION_DAYS", "");
    if (days.isEmpty()) {
      return null;
    }
    if (!days.matches("\\d{1,5}") || Integer.parseInt(days) == 0) {
      faults.add(
          "PM_RETENTION_DAYS must be a whole number of days from 1 to 99999; without it everything"
              + " is kept.");
      return null;
    }
    return Duration.ofDays(Integer.parseInt(days));
  }

  private Settings.Review review() {
    String channel = required("PM_BROADCAST_CHANNEL", "the channel for finished post-mortems");
    List<String> people =
        Arrays.stream(text("PM_STAKEHOLDERS", "").split("[,\\s]+", -1))
            .filter(id -> !id.isEmpty())
            .toList();
    people.stream()
        .filter(id -> !id.matches("[UWS][A-Z0-9]{2,}"))
        .forEach(
            id ->
                faults.add(
                    "PM_STAKEHOLDERS holds “"
                        + id
                        + "”, which is no id of a person or user group."));
    return new Settings.Review(channel, people, zone(), template());
  }

  private @Nullable ZoneId zone() {
    String zone = text("PM_ZONE", "");
    try {
      return zone.isEmpty() ? null : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      faults.add("PM_ZONE is no time zone; write it as in Europe/London.");
      return null;
    }
  }

  /** The template alone, for a command that needs no other setting of the review. */
  Template readTemplate() throws Settings.Faulty {
    Template template = template();
    if (!faults.isEmpty()) {
      throw new Settings.Faulty(faults);
    }
    return template;
  }

  private Template template() {
    TemplateReader reader = new TemplateReader(Table.RESERVED, EmojiNames::canonical);
    Reading read = reader.read(text("PM_TEMPLATE", "default"));
    if (read instanceof Reading.Fine fine) {
      return fine.template();
    }
    ((Reading.Faulty) read).faults().forEach(fault -> faults.add("PM_TEMPLATE: " + fault));
    return Template.DEFAULT;
  }

  private PictureRules images() {
    Set<ImageType> types = EnumSet.noneOf(ImageType.class);
    for (String name : text("PM_IMAGE_TYPES", "png,jpeg,gif,webp").split("[,\\s]+", -1)) {
      Optional<ImageType> type = ImageType.named(name);
      type.ifPresent(types::add);
      if (type.isEmpty()) {
        faults.add(
            "PM_IMAGE_TYPES may hold png, jpeg, gif and webp, with commas; not “" + name + "”.");
      }
    }
    String most = text("PM_IMAGE_MAX_MB", "10");
    if (!most.matches("\\d{1,2}") || Integer.parseInt(most) > MOST_MEGABYTES) {
      faults.add("PM_IMAGE_MAX_MB must be a whole number from 0 to " + MOST_MEGABYTES + ".");
      return new PictureRules(types, 0, DOWNLOAD);
    }
    return new PictureRules(types, Integer.parseInt(most) * 1024 * 1024, DOWNLOAD);
  }

  private Settings.@Nullable Post mail() {
    String url = text("PM_SMTP_URL", "");
    if (url.isEmpty()) {
      return null;
    }
    String from = required("PM_MAIL_FROM", "the sender of mail");
    String to = required("PM_MAIL_TO", "the mailing list");
    Optional<SmtpUrl> server = server(url);
    List<String> recipients =
        Arrays.stream(to.split("[,\\s]+", -1)).filter(one -> !one.isEmpty()).toList();
    return server.map(smtp -> new Settings.Post(smtp, from, recipients)).orElse(null);
  }

  private Settings.@Nullable Web web() {
    String address = text("PM_BASE_URL", "");
    if (!address.isEmpty() && !ADDRESS.matcher(address).matches()) {
      faults.add(
          "PM_BASE_URL must be an http or https address without a path, as in https://pm.example.com.");
    }
    String secret = text("PM_WEB_SECRET", "");
    if (!secret.isEmpty() && secret.length() < LEAST_SECRET) {
      faults.add(
          "PM_WEB_SECRET must have at least "
              + LEAST_SECRET
              + " characters: whoever guesses it can read everything.");
    }
    String bare = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    return secret.isEmpty() ? null : new Settings.Web(bare, secret);
  }

  private Optional<SmtpUrl> server(String url) {
    try {
      return Optional.of(SmtpUrl.parse(url));
    } catch (IllegalArgumentException wrong) {
      faults.add("PM_SMTP_URL: " + wrong.getMessage());
      return Optional.empty();
    }
  }

  private String required(String name, String what) {
    String value = text(name, "");
    if (value.isEmpty()) {
      faults.add(name + " is missing: " + what + ".");
    }
    return value;
  }

  private String text(String name, String standard) {
    String value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? standard : value;
  }
}
