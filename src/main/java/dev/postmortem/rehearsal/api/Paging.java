package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list, and the cursor to the next (page "Pagination"). The cursor names the last
 * item of the page, so that what comes in between shifts nothing.
 */
record Paging<T>(List<T> page, String nextCursor) {

  /** The page that the arguments ask for, of items that have keys. */
  static <T> Paging<T> of(List<T> all, Args args, int defaultLimit, Function<T, String> key) {
    int limit = args.number("limit", defaultLimit);
    if (limit < 1 || limit > 1000) {
      throw new Refusal("invalid_limit");
    }
    int from = args.text("cursor").map(cursor -> after(all, decode(cursor), key)).orElse(0);
    List<T> page = all.subList(from, Math.min(all.size(), from + limit));
    boolean more = from + limit < all.size();
    return new Paging<>(page, more ? encode(key.apply(page.get(page.size() - 1))) : "");
  }

  private static <T> int after(List<T> all, String last, Function<T, String> key) {
    for (int i = 0; i < all.size(); i++) {
      if (key.apply(all.get(i)).equals(last)) {
        return i + 1;
      }
    }
    throw new Refusal("invalid_cursor");
  }

  private static String encode(String key) {
    return Base64.getEncoder().encodeToString(("next:" + key).getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String cursor) {
    try {
      String key = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (key.startsWith("next:")) {
        return key.substring(5);
      }
    } catch (IllegalArgumentException e) {
      throw new Refusal("invalid_cursor", List.of(String.valueOf(e.getMessage())));
    }
    throw new Refusal("invalid_cursor");
  }

  boolean hasMore() {
    return !nextCursor.isEmpty();
  }

  /** Adds what every paged answer has. */
  ObjectNode closing(ObjectNode answer) {
    answer.set("response_metadata", Json.of("next_cursor", nextCursor));
    return answer;
  }
}
