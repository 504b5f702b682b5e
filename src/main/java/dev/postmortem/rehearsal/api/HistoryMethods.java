package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.api.Method.Tier;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.text.Json;
import java.util.List;
import java.util.Set;

/** conversations.history, conversations.replies, reactions.get, pins.list. */
final class HistoryMethods {
  private static final Set<String> NO_THREADS =
      Set.of("channel_join", "channel_leave", "group_join", "group_leave");
  private final Access access;
  private final RateLimits limits;

  HistoryMethods(Access access, RateLimits limits) {
    this.access = access;
    this.limits = limits;
  }

  List<Method> all() {
    return List.of(
        Method.of("conversations.history", "", Tier.THREE, this::history),
        Method.of("conversations.replies", "", Tier.THREE, this::replies),
        Method.of("reactions.get", "reactions:read", Tier.THREE, this::reactions),
        Method.of("pins.list", "pins:read", Tier.TWO, this::pins));
  }

  /** The messages of the channel itself, newest first; replies are not among them. */
  private ObjectNode history(Args args) {
    Conversation room = access.historic(args.need("channel"));
    List<Post> wanted = room.newestFirst().filter(post -> within(post.ts(), args)).toList();
    Paging<Post> paging = Paging.of(wanted, args.atMost("limit", limits.objects()), 100, Post::ts);
    ObjectNode answer =
        Json.of(
            "ok",
            true,
            "messages",
            messages(room, paging.page(), args),
            "has_more",
            paging.hasMore(),
            "pin_count",
            pinCount(room));
    if (room.isLimited()) {
      answer.put("is_limited", true);
    }
    answer.putNull("channel_actions_ts").put("channel_actions_count", 0);
    return paging.hasMore() ? paging.closing(answer) : answer;
  }

  private static long pinCount(Conversation room) {
    return room.posts().stream().filter(Post::isPinned).count();
  }

  private static boolean within(String ts, Args args) {
    int exclusive = args.flag("inclusive") ? 0 : 1;
    boolean late = args.text("oldest").map(oldest -> compare(ts, oldest) >= exclusive).orElse(true);
    boolean early =
        args.text("latest").map(latest -> compare(latest, ts) >= exclusive).orElse(true);
    return late && early;
  }

  /** Timestamps as text of fixed width; bounds may be given without the fraction. */
  private static int compare(String one, String other) {
    return padded(one).compareTo(padded(other));
  }

  private static String padded(String ts) {
    int dot = ts.indexOf('.');
    String seconds = dot < 0 ? ts : ts.substring(0, dot);
    String fraction = dot < 0 ? "" : ts.substring(dot + 1);
    return "0".repeat(Math.max(0, 12 - seconds.length()))
        + seconds
        + "."
        + (fraction + "000000").substring(0, 6);
  }

  private static ArrayNode messages(Conversation room, List<Post> posts, Args args) {
    ArrayNode messages = Json.array();
    for (Post post : posts) {
      ObjectNode message = room.json(post);
      if (!args.flag("include_all_metadata")) {
        message.remove("metadata");
      }
      messages.add(message);
    }
    return messages;
  }

  /** A thread, oldest first; the parent leads every page. */
  private ObjectNode replies(Args args) {
    Conversation room = access.historic(args.need("channel"));
    String ts = args.need("ts");
    Post parent =
        room.post(ts)
            .filter(post -> !NO_THREADS.contains(post.subtype()))
            .orElseThrow(() -> new Refusal("thread_not_found"));
    List<Post> wanted =
        room.replies(ts).stream()
            .filter(post -> within(post.ts(), args) && room.shows(post))
            .toList();
    Paging<Post> paging = Paging.of(wanted, args.atMost("limit", limits.objects()), 1000, Post::ts);
    ArrayNode messages = messages(room, List.of(parent), args);
    messages.addAll(messages(room, paging.page(), args));
    ObjectNode answer = Json.of("ok", true, "messages", messages, "has_more", paging.hasMore());
    return paging.hasMore() ? paging.closing(answer) : answer;
  }

  private ObjectNode reactions(Args args) {
    Conversation room = access.visible(args.need("channel"));
    Post post = Access.message(room, args.need("timestamp"));
    return Json.of("ok", true, "type", "message", "channel", room.id(), "message", room.json(post));
  }

  private ObjectNode pins(Args args) {
    Conversation room = access.visible(args.need("channel"));
    ArrayNode items = Json.array();
    room.posts().stream()
        .filter(Post::isPinned)
        .forEach(
            post ->
                items.add(
                    Json.of("type", "message", "channel", room.id(), "message", room.json(post))));
    return Json.of("ok", true, "items", items);
  }
}
