package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.text.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A conversation as it was at the last look. Used under the team's lock. */
final class RoomLook {
  private final Map<String, Print> prints = new HashMap<>();
  private final Conversation room;
  private List<Object> about = List.of();

  /**
   * What tells a message from its later self: a change puts another body in its place.
   *
   * @param body compared by identity
   */
  private record Print(Post post, ObjectNode body, Map<String, List<String>> reactions) {
    static Print of(Post post) {
      Map<String, List<String>> copy = new LinkedHashMap<>();
      post.reactions().forEach((name, users) -> copy.put(name, List.copyOf(users)));
      return new Print(post, post.body(), copy);
    }
  }

  RoomLook(Conversation room) {
    this.room = room;
  }

  void look(List<News> news) {
    List<Object> present =
        List.of(
            room.name(), room.kind(), room.isArchived(), room.topic(), List.copyOf(room.members()));
    if (!present.equals(about)) {
      about = present;
      news.add(News.toAll("channel", Json.of("id", room.id())));
    }
    List<Post> posts = new ArrayList<>(room.posts());
    posts.addAll(room.whispers());
    posts.forEach(post -> look(post, news));
    if (prints.size() > posts.size()) {
      gone(posts, news);
    }
  }

  private void look(Post post, List<News> news) {
    Print before = prints.get(post.ts());
    boolean known = before != null;
    if (before != null && isSame(before.body(), post.body())) {
      if (!before.reactions().equals(post.reactions())) {
        tell("reaction", post, news);
      }
      return;
    }
    String kind = post.onlyFor().isEmpty() ? "message" : "ephemeral";
    tell(known ? "changed" : kind, post, news);
  }

  @SuppressWarnings(
      "ReferenceEquality") // a body is replaced, never changed: cheaper than reading it
  private static boolean isSame(ObjectNode one, ObjectNode other) {
    return one == other;
  }

  private void tell(String kind, Post post, List<News> news) {
    prints.put(post.ts(), Print.of(post));
    ObjectNode message = room.json(post);
    ObjectNode data = Json.of("channel", room.id(), "message", message);
    if (kind.equals("reaction")) {
      data = Json.of("channel", room.id(), "ts", post.ts());
      data.set("reactions", message.withArrayProperty("reactions"));
    }
    news.add(new News(kind, data, audience(post)));
  }

  private Set<String> audience(Post post) {
    return post.onlyFor().isEmpty() ? Sight.audience(room) : Set.of(post.onlyFor());
  }

  private void gone(List<Post> posts, List<News> news) {
    Set<String> present = posts.stream().map(Post::ts).collect(java.util.stream.Collectors.toSet());
    List<Print> missing =
        prints.entrySet().stream()
            .filter(print -> !present.contains(print.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    for (Print print : missing) {
      String ts = print.body().path("ts").asText();
      prints.remove(ts);
      news.add(
          new News("deleted", Json.of("channel", room.id(), "ts", ts), audience(print.post())));
    }
  }
}
