package dev.postmortem.review.secret;

/**
 * Finds its way from a name to the value that is assigned to it: {@code name = "value"}, {@code
 * name: value}, {@code "name" => 'value'}. A few words may stand between.
 */
final class Assignment {
  private static final String QUOTES = "'\"`“”‘’*";

  private Assignment() {}

  /**
   * Where the sign of the assignment stands.
   *
   * @param from where the name is over
   * @param most how many characters may stand between
   * @return -1 when nothing is assigned here
   */
  static int sign(String text, int from, int most) {
    int end = Math.min(text.length(), from + most);
    int closing = 0;
    for (int at = from; at < end; at++) {
      char c = text.charAt(at);
      if (isSign(text, at)) {
        return at;
      }
      boolean wordlike = c == ' ' || c == '\t' || c == '.' || c == '-' || isWordly(c);
      if (closing > 0 || !wordlike) {
        boolean closes = c == ' ' || c == '\n' || c == '\r' || c == '\t' || QUOTES.indexOf(c) >= 0;
        if (!closes || ++closing > 3) {
          return -1;
        }
      }
    }
    return -1;
  }

  private static boolean isSign(String text, int at) {
    return switch (text.charAt(at)) {
      case '=', ':', '>', ',' -> true;
      case '|' -> text.startsWith("||", at);
      case '?' -> text.startsWith("?=", at);
      default -> false;
    };
  }

  /** Where the sign is over. */
  static int over(String text, int sign) {
    char c = text.charAt(sign);
    if (c == '|' || c == '?' || text.startsWith("=>", sign)) {
      return sign + 2;
    }
    int colons = sign;
    while (colons < text.length() && colons < sign + 3 && text.charAt(colons) == ':') {
      colons++;
    }
    boolean defines = colons > sign && colons < text.length() && text.charAt(colons) == '=';
    return defines ? colons + 1 : sign + 1;
  }

  /** Where the value itself begins: spaces and an opening quote are passed over. */
  static int value(String text, int over) {
    int end = Math.min(text.length(), over + 6);
    int at = over;
    while (at < end && isOpening(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isOpening(char c) {
    return c == ' ' || c == '=' || c == '\t' || c == '\n' || c == '\r' || QUOTES.indexOf(c) >= 0;
  }

  static boolean isQuote(char c) {
    return QUOTES.indexOf(c) >= 0;
  }

  static boolean isWordly(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  /** Where the name around a keyword begins. */
  static int name(String text, int from) {
    int at = from;
    while (at > 0 && at > from - 50 && isOfName(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isOfName(char c) {
    return isWordly(c) || c == '.' || c == '-';
  }
}
