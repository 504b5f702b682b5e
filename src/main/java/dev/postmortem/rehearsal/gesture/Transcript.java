package dev.postmortem.rehearsal.gesture;

import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.ReadAloud;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A conversation as readable text: one message a line, replies indented below their parent,
 * reactions in brackets.
 */
public final class Transcript {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
  private final Team team;
  private final ReadAloud aloud;

  /** In this team. */
  public Transcript(Team team) {
    this.team = team;
    aloud = new ReadAloud(team);
  }

  /** The whole conversation, private messages included. */
  public String of(Conversation room) {
    return team.read(
        () ->
            Stream.concat(room.posts().stream(), room.whispers().stream())
                .filter(post -> !post.isReply() || room.post(post.threadTs()).isEmpty())
                .sorted((one, other) -> one.ts().compareTo(other.ts()))
                .flatMap(
                    post ->
                        Stream.concat(
                            Stream.of(line(post)),
                            room.replies(post.ts()).stream().map(reply -> indented(line(reply)))))
                .collect(Collectors.joining("\n")));
  }

  private String line(Post post) {
    Instant at =
        Instant.ofEpochSecond(Long.parseLong(post.ts().substring(0, post.ts().indexOf('.'))));
    String only = post.onlyFor().isEmpty() ? "" : " (only for " + name(post.onlyFor()) + ")";
    String text = aloud.message(post.body()).replace("\n", "\n         ");
    String reactions = post.reactions().isEmpty() ? "" : " " + post.reactions().keySet();
    String edited = post.body().has("edited") ? " (edited)" : "";
    return TIME.format(at) + " " + author(post) + only + ": " + text + edited + reactions;
  }

  private String author(Post post) {
    return Json.text(post.body(), "username").orElseGet(() -> name(post.author()));
  }

  private String name(String id) {
    return team.user(id).orElse(id);
  }

  private static String indented(String line) {
    return "    " + line.replace("\n", "\n    ");
  }
}
