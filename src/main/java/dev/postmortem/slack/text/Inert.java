package dev.postmortem.slack.text;

import java.util.regex.Pattern;

/** Quoted words that call nobody, wherever and in whatever mode Slack reads them. */
final class Inert {
  private static final String WORD_JOINER = "\u2060";
  private static final Pattern CALL =
      Pattern.compile("@(?=here|channel|everyone|group)", Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE = Pattern.compile("<(?=[!@#])");

  private Inert() {}

  /** The same words to the eye, with an invisible sign within whatever could be read as a call. */
  static String text(String text) {
    String called = CALL.matcher(text).replaceAll("@" + WORD_JOINER);
    return CODE.matcher(called).replaceAll("<" + WORD_JOINER);
  }
}
