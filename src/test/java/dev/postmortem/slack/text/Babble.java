package dev.postmortem.slack.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Words and mrkdwn that are made to break readers and writers. The same seed says the same. */
final class Babble {
  private static final String WORDS =
      "a b word snake_case 2*3*4 ~/bin * ** _ __ ~ ~~ ~~~ ` `` ``` # ## - + 1. 12) > >> = === --- | || [ ] ]( [x]: !["
          + " ! < > <b> </b> <!-- --> <? & &amp; &lt; &#35; &am \\ \\* \\\\ : :-- é 漢字 。 … “ 😀 👩‍🚀 🇩🇪 ❤️ . , ( ) \" ' $ ^"
          + " { } @ http://a_b_c www.x.y C# 0 9 אבג مرحبا <script>alert(1)</script> <img/src=x/onerror=alert(1)> \"><svg/onload=x>"
          + " javascript:alert(1) '/onmouseover='x </textarea></style></title> ]]> <!DOCTYPE> @here @channel @everyone @U1 <!here>"
          + " <!channel> <@U1> <!subteam^S1> <#C1> &lt;!channel&gt; :tada: :wave::skin-tone-3: :party_parrot: ::: 12:30:45 {{x}} %s";
  private static final List<String> RARE =
      List.of(
          "\t",
          "  ",
          "    ",
          "\u00a0",
          "\u2003",
          "\u0000",
          "\u0001",
          "\u001b[31m",
          "\u007f",
          "\u0085",
          "\u2028",
          "\u200b",
          "\u2060",
          "\ufeff",
          "\ud83d",
          "\ude00",
          "\ud83d\ud83d\ude00",
          "\uffff",
          "\u202e",
          "\u2066",
          "\u200f",
          "\u061c",
          "\r",
          "\r\n",
          "\u0301");
  private static final List<String> URLS =
      List.of(
          "https://x.y/a_b(c)?d=<e>&f",
          "http://x",
          "https://x.y/a|b",
          "https://x.y/ a`b`*c*",
          "HTTPS://x.y/\\)\"'",
          "https://x.y/&amp;lt;",
          "mailto:a@b.c",
          "tel:+491",
          "javascript:alert(1)",
          "JaVaScRiPt:alert(1)",
          "data:text/html,<script>x</script>",
          "vbscript:x",
          "file:///etc/passwd",
          "slack://open",
          "x",
          "",
          "https://x.y/\ud83d",
          "https://x.y/\nz",
          "https://user:pw@x.y/é漢#[]{}",
          "https://[::1]/");
  private static final List<String> IDS =
      List.of("U1", "W2", "USLACKBOT", "U9", "C1", "C9", "S1", "S9", "u\"<b>", "", "B1|x");

  private final Random random;
  private final List<String> words = List.of(WORDS.split(" ", -1));

  Babble(Random random) {
    this.random = random;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many times. */
  boolean once(int in) {
    return below(in) == 0;
  }

  <T> T one(List<T> of) {
    return of.get(below(of.size()));
  }

  <T> List<T> some(int least, int most, Supplier<T> of) {
    List<T> all = new ArrayList<>();
    for (int i = least + below(most - least + 1); i > 0; i--) {
      all.add(of.get());
    }
    return all;
  }

  String word() {
    return once(6) ? one(RARE) : one(words);
  }

  /** Plain text, sometimes of several lines, seldom without end. */
  String text() {
    if (once(400)) {
      return word().repeat(1 + below(3_000));
    }
    String gap = one(List.of("", " ", " ", " ", "\n"));
    return some(1, 6, this::word).stream().collect(Collectors.joining(gap));
  }

  /** A log, seldom a huge one. */
  String code() {
    int lines = once(300) ? 400 : 4;
    return some(0, lines, () -> below(9) + " " + text()).stream().collect(Collectors.joining("\n"));
  }

  String url() {
    return one(URLS);
  }

  String id() {
    return one(IDS);
  }

  String number() {
    return one(List.of("1392734382", "-1", "99999999999", "0", "x", "1e9"));
  }

  /** Text as Slack stores it; now and then as Slack never would. */
  String mrkdwn() {
    String gap = one(List.of("", " ", " ", "\n", "\n\n"));
    return some(1, 5, this::piece).stream().collect(Collectors.joining(gap));
  }

  private String piece() {
    return switch (below(16)) {
      case 0 -> "*" + stored() + "*";
      case 1 -> "_" + stored() + "_";
      case 2 -> "~" + stored() + "~";
      case 3 -> "*_" + stored() + "_ " + stored() + "*";
      case 4 -> "`" + stored() + "`";
      case 5 -> "```" + (once(2) ? "\n" : "") + Escapes.escape(code()) + "```";
      case 6 -> "\n&gt; " + stored() + "\n";
      case 7 -> "\n&gt;&gt;&gt;" + stored();
      case 8, 9 -> "<" + target() + (once(2) ? "" : "|" + stored()) + ">";
      case 10 -> "\n• " + stored() + "\n◦ " + stored() + "\n1. " + stored();
      case 11 -> text();
      case 12 -> ":" + one(List.of("tada", "wave::skin-tone-3", "party_parrot", "+1", "x")) + ":";
      default -> stored();
    };
  }

  private String stored() {
    return Escapes.escape(text());
  }

  private String target() {
    return switch (below(9)) {
      case 0 -> "@" + id();
      case 1 -> "#" + id();
      case 2 -> "!subteam^" + id();
      case 3 -> "!" + one(List.of("here", "channel", "everyone", "group", "new", "", "date"));
      case 4 -> "!date^" + number() + "^" + one(List.of("{date} at {time}", "{ago}", word(), ""));
      case 5 -> "!date^" + number() + "^{date_num}^" + url();
      default -> Escapes.escape(url());
    };
  }
}
