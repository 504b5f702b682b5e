package dev.postmortem.slack.text;

import dev.postmortem.document.Inline;
import dev.postmortem.document.Links;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date that Slack shows in each reader's zone: {@code <!date^1392734382^{date_short}|fallback>}.
 * Without a fall-back text it is written here, in UTC.
 */
final class SlackDate {
  private static final Pattern TOKEN = Pattern.compile("\\{(\\w{1,30})}");
  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,11}");
  private static final String DAY = "MMMM dd, uuuu";
  private static final String LONG_DAY = "EEEE, MMMM dd, uuuu";
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("date_num", "uuuu-MM-dd"),
          Map.entry("date_slash", "MM/dd/uuuu"),
          Map.entry("date", DAY),
          Map.entry("date_pretty", DAY),
          Map.entry("date_short", "MMM dd, uuuu"),
          Map.entry("date_short_pretty", "MMM dd, uuuu"),
          Map.entry("date_long", LONG_DAY),
          Map.entry("date_long_full", LONG_DAY),
          Map.entry("date_long_pretty", LONG_DAY),
          Map.entry("day_divider_pretty", LONG_DAY),
          Map.entry("time", "HH:mm 'UTC'"),
          Map.entry("time_secs", "HH:mm:ss 'UTC'"),
          Map.entry("ago", "uuuu-MM-dd HH:mm 'UTC'"));

  private SlackDate() {}

  /** The moment; the fall-back text where the seconds are none. */
  static Inline inline(String seconds, String format, String link, String label) {
    String fallback = label.replace('\n', ' ');
    if (!SECONDS.matcher(seconds).matches()) {
      return new Inline.Text(fallback.isBlank() ? seconds : fallback);
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(seconds));
    Inline moment = new Inline.Moment(at, fallback.isBlank() ? write(format, at) : fallback);
    return Links.isHarmless(link) ? new Inline.Link(link, List.of(moment)) : moment;
  }

  private static String write(String format, Instant at) {
    String tokens = format.isBlank() ? "{ago}" : format;
    return TOKEN.matcher(tokens).replaceAll(m -> Matcher.quoteReplacement(token(m.group(1), at)));
  }

  private static String token(String name, Instant at) {
    String form = FORMS.getOrDefault(name, "uuuu-MM-dd");
    return DateTimeFormatter.ofPattern(form, Locale.ENGLISH).format(at.atOffset(ZoneOffset.UTC));
  }
}
