package dev.postmortem.review.secret;

import java.util.regex.Pattern;

/**
 * Tells what people and their tools write every day from what only a generator of secrets makes.
 */
final class Ordinary {
  private static final int LONGEST_WORD = 64;
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");
  private static final Pattern HEX = Pattern.compile("[0-9a-f]+|[0-9A-F]+");
  private static final Pattern SEPARATOR = Pattern.compile("[-_.=/~%@:]+");

  /** Numbers, versions, times, short mixtures as in names of pods and hosts, ids of one case. */
  private static final Pattern SMALL =
      Pattern.compile(
          "\\d+|\\d+\\+[a-z0-9]{1,12}|[0-9a-f]+|[0-9A-F]+|[a-z0-9]{1,10}|[A-Z0-9]{1,11}|v?\\d+[a-z]{0,8}\\d*"
              + "|[A-Z]?[a-z]+\\d{1,4}|[A-Z]+\\d{1,4}|\\d{8}T\\d{6,9}Z?|[0-7][0-9A-HJKMNP-TV-Z]{25}");

  private static final Pattern LETTERS = Pattern.compile("[a-zA-Z]+");
  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z]?[a-z]+|[A-Z]+");
  private static final Pattern WORDS =
      Pattern.compile("[A-Z]?[a-z]+|[A-Z]+|[A-Z]?[a-z]{2,}(?:[A-Z]{1,4}[a-z]+)*(?:[A-Z]{1,4})?");

  /** What a value may be called that only counts, names or compares. */
  private static final Pattern COUNTING =
      Pattern.compile(
          "(?i)(?<![a-z])(?:commits?|sha|sha1|sha256|md5|rev|revision|digest|checksum|hash|etag|trace|span|request|correlation"
              + "|build|image|tag|uuid|guid|pod|job|run|deploy|deployment|release|version|event|issue|merge|branch|container"
              + "|layer|head|ref|trace_?id|span_?id|request_?id)(?![a-z])");

  private Ordinary() {}

  static boolean isUuid(String value) {
    return UUID.matcher(value).matches();
  }

  static boolean isHex(String value) {
    return HEX.matcher(value).matches();
  }

  /**
   * Whether the words between a name and its value say that it is a hash or a number of something.
   */
  static boolean isCounted(String between) {
    return COUNTING.matcher(between).find();
  }

  /** Whether it is made of words, numbers, hashes, dates and the like alone. */
  static boolean isMadeOfOrdinaryParts(String value) {
    for (String part : SEPARATOR.split(value, -1)) {
      if (!part.isEmpty() && !SMALL.matcher(part).matches() && !isWord(part)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether it could be spoken: letters alone, some of them vowels, in the case that words have.
   */
  static boolean isWord(String value) {
    if (value.length() > LONGEST_WORD
        || !LETTERS.matcher(value).matches()
        || !WORDS.matcher(value).matches()) {
      return false;
    }
    int vowels = 0;
    int row = 0;
    int longest = 0;
    for (int i = 0; i < value.length(); i++) {
      boolean vowel = "aeiouAEIOU".indexOf(value.charAt(i)) >= 0;
      boolean voiced = vowel || value.charAt(i) == 'y';
      vowels += vowel ? 1 : 0;
      row = voiced ? 0 : row + 1;
      longest = Math.max(longest, row);
    }
    int length = value.length();
    return length <= 4 || (longest <= 4 && vowels * 4 >= length - 2 && vowels * 3 <= length * 2);
  }

  /** A word without a capital in its middle. */
  static boolean isPlainWord(String value) {
    return isWord(value) && PLAIN.matcher(value).matches();
  }

  static boolean hasDigitAndLetter(String value) {
    return value.chars().anyMatch(c -> c >= '0' && c <= '9')
        && value.chars().anyMatch(Character::isLetter);
  }
}
