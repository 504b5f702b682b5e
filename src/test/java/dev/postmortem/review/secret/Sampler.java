package dev.postmortem.review.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes texts that an expression matches, so that nothing that looks like a token stands in a
 * source. Reads what the rules use of RE2's and Java's dialects; what only looks around stands for
 * nothing.
 */
final class Sampler {
  private static final String ALL =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.,:/+ ";
  private static final String WORD =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  private final String expression;
  private final Random random;
  private int at;
  private String secret = "";
  private int groups;
  private int wanted;

  private Sampler(String expression, Random random) {
    this.expression = expression;
    this.random = random;
  }

  /** A whole match, and the part of it that is the secret. */
  record Sample(String text, String secret) {}

  /** A text that the expression matches; its secret is the numbered group, 0 for the whole. */
  static Sample of(String expression, int group, Random random) {
    Sampler sampler = new Sampler(expression, random);
    sampler.wanted = group;
    String text = sampler.alternatives();
    return new Sample(text, sampler.secret.isEmpty() ? text : sampler.secret);
  }

  /** All branches are made, so that the reading goes on behind them; one is taken. */
  private String alternatives() {
    List<String> branches = new ArrayList<>();
    List<String> secrets = new ArrayList<>();
    String before = secret;
    do {
      secret = "";
      branches.add(sequence());
      secrets.add(secret);
    } while (is('|'));
    int chosen = random.nextInt(branches.size());
    secret = secrets.get(chosen).isEmpty() ? before : secrets.get(chosen);
    return branches.get(chosen);
  }

  private boolean is(char c) {
    boolean there = at < expression.length() && expression.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private String sequence() {
    StringBuilder out = new StringBuilder();
    while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
      int begin = at;
      String once = atom();
      int[] times = times();
      int count = times[0] + random.nextInt(times[1] - times[0] + 1);
      int end = at;
      String kept = secret;
      StringBuilder repeated = new StringBuilder(count > 0 ? once : "");
      for (int i = 1; i < count; i++) {
        at = begin;
        repeated.append(atom());
      }
      secret = count > 0 ? secret : kept;
      at = end;
      out.append(repeated);
    }
    return out.toString();
  }

  private int[] times() {
    int[] times = {1, 1};
    if (is('?')) {
      times = new int[] {0, 1};
    } else if (is('*')) {
      times = new int[] {0, 6};
    } else if (is('+')) {
      times = new int[] {1, 12};
    } else if (at < expression.length()
        && expression.substring(at).matches("(?s)\\{\\d+(,\\d*)?}.*")) {
      int close = expression.indexOf('}', at);
      String[] parts = expression.substring(at + 1, close).split(",", -1);
      int least = Integer.parseInt(parts[0]);
      int most =
          parts.length == 1 ? least : parts[1].isEmpty() ? least + 20 : Integer.parseInt(parts[1]);
      times = new int[] {least, Math.min(most, least + 60)};
      at = close + 1;
    }
    if (!is('?')) {
      is('+');
    }
    return times;
  }

  private String atom() {
    char c = expression.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> pick(characters());
      case '.' -> pick(ALL);
      case '^', '$' -> "";
      case '\\' -> escaped(expression.charAt(at++));
      default -> String.valueOf(c);
    };
  }

  private String escaped(char c) {
    return switch (c) {
      case 'b', 'B', 'z' -> "";
      case 'd' -> pick("0123456789");
      case 'w' -> pick(WORD);
      case 's' -> pick(" \t");
      case 'S' -> pick(WORD);
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'x' -> hex();
      default -> String.valueOf(c);
    };
  }

  private String hex() {
    at += 2;
    return String.valueOf((char) Integer.parseInt(expression.substring(at - 2, at), 16));
  }

  private String group() {
    boolean captures = expression.charAt(at) != '?' || expression.startsWith("?P<", at);
    int number = captures ? ++groups : 0;
    boolean around = false;
    if (!captures) {
      around =
          expression.startsWith("?=", at)
              || expression.startsWith("?!", at)
              || expression.startsWith("?<", at);
      while (":)=!".indexOf(expression.charAt(at)) < 0) {
        at++;
      }
      if (expression.charAt(at) == ')') {
        at++;
        return "";
      }
      at++;
    } else if (expression.startsWith("?P<", at)) {
      at = expression.indexOf('>', at) + 1;
    }
    String inner = alternatives();
    at++;
    if (around) {
      return "";
    }
    if (captures && (number == wanted || (wanted == 1 && secret.isEmpty())) && !inner.isBlank()) {
      secret = inner;
    }
    return inner;
  }

  private String characters() {
    boolean not = is('^');
    StringBuilder set = new StringBuilder();
    boolean first = true;
    while (first || expression.charAt(at) != ']') {
      first = false;
      if (expression.startsWith("[:alnum:]", at)) {
        set.append(WORD.replace("_", ""));
        at += "[:alnum:]".length();
        continue;
      }
      String one = member();
      boolean range =
          one.length() == 1 && expression.charAt(at) == '-' && expression.charAt(at + 1) != ']';
      if (range) {
        at++;
        char last = member().charAt(0);
        for (char c = one.charAt(0); c <= last; c++) {
          set.append(c);
        }
      } else {
        set.append(one);
      }
    }
    at++;
    return not ? without(set.toString()) : set.toString();
  }

  private String member() {
    char c = expression.charAt(at++);
    if (c != '\\') {
      return String.valueOf(c);
    }
    char kind = expression.charAt(at++);
    return switch (kind) {
      case 'w' -> WORD;
      case 'd' -> "0123456789";
      case 's' -> " \t";
      case 'S' -> WORD;
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'x' -> hex();
      default -> String.valueOf(kind);
    };
  }

  private static String without(String set) {
    StringBuilder rest = new StringBuilder();
    for (char c : ALL.toCharArray()) {
      if (set.indexOf(c) < 0) {
        rest.append(c);
      }
    }
    return rest.toString();
  }

  private String pick(String from) {
    return String.valueOf(from.charAt(random.nextInt(from.length())));
  }
}
