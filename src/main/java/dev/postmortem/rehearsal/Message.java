package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.gesture.Finder;
import dev.postmortem.rehearsal.gesture.Target;
import dev.postmortem.rehearsal.state.Marks;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.RichText;
import dev.postmortem.rehearsal.text.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A message as the people of the channel see it; always the present state, also after an edit. */
public final class Message {
  private final Backstage stage;
  private final Channel channel;
  private final Post post;

  Message(Backstage stage, Channel channel, Post post) {
    this.stage = stage;
    this.channel = channel;
    this.post = post;
  }

  Post post() {
    return post;
  }

  private <T> T read(Function<Post, T> reader) {
    return stage.team.read(() -> reader.apply(post));
  }

  /** Its timestamp, which is its key within the channel. */
  public String ts() {
    return read(Post::ts);
  }

  /** The timestamp of its thread's parent; empty outside of threads. */
  public String threadTs() {
    return json().path("thread_ts").asText("");
  }

  /** The channel that it is in. */
  public Channel channel() {
    return channel;
  }

  /** The id of its author: a user's, or a bot's for webhooks. */
  public String author() {
    return read(Post::author);
  }

  /**
   * What a person reads: its blocks, attachments and files as plain text; then its top-level text,
   * where that says something else.
   */
  public String text() {
    return read(
        stored -> {
          String screen = screen();
          String spoken = stage.readable.mrkdwn(stored.body().path("text").asText(""));
          return spoken.isBlank() || flat(screen).contains(flat(spoken))
              ? screen
              : screen + "\n" + spoken;
        });
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** Exactly what is on the screen: the top-level text is not, where there are blocks. */
  public String screen() {
    return read(stored -> stage.readable.message(stored.body()));
  }

  /** The top-level text as stored, which screen readers and notifications use. */
  public String rawText() {
    return read(stored -> stored.body().path("text").asText(""));
  }

  /** Its blocks as stored. */
  public JsonNode blocks() {
    return json().path("blocks");
  }

  /** The whole message as the Web API gives it. */
  public ObjectNode json() {
    return read(stored -> channel.room().json(stored));
  }

  /** The texts of its buttons, in order. */
  public List<String> buttons() {
    return stage.finder(this::target).buttons();
  }

  /** The texts of the options of the menu with this placeholder, label or action_id. */
  public List<String> options(String menu) {
    return stage.finder(this::target).input(menu).stream()
        .flatMap(spot -> Finder.options(spot.element()))
        .map(option -> stage.readable.text(option.path("text")))
        .toList();
  }

  private Target target() {
    return new Target.InMessage(channel.room(), post);
  }

  /** Whether only one person sees it. */
  public boolean isEphemeral() {
    return !post.onlyFor().isEmpty();
  }

  /** Whether it was deleted. */
  public boolean isDeleted() {
    return read(Post::isGone);
  }

  /** Whether it is a reply in a thread. */
  public boolean isReply() {
    return read(Post::isReply);
  }

  /** The reactions: emoji name to the ids of those who reacted. */
  public Map<String, List<String>> reactions() {
    return read(
        stored -> {
          Map<String, List<String>> copy = new LinkedHashMap<>();
          stored.reactions().forEach((emoji, users) -> copy.put(emoji, List.copyOf(users)));
          return copy;
        });
  }

  /** The files that hang on it. */
  public List<SlackFile> files() {
    List<String> ids =
        Json.each(json().path("files")).map(file -> file.path("id").asText()).toList();
    return new SlackFiles(stage).all().stream().filter(file -> ids.contains(file.id())).toList();
  }

  /** Its replies, oldest first. */
  public List<Message> replies() {
    return read(
        stored -> channel.room().replies(stored.ts()).stream().map(channel::message).toList());
  }

  /** The address of the message in Slack. */
  public String permalink() {
    return read(stored -> Marks.permalink(stage.team.app(), channel.room(), stored));
  }

  /** The author changes its text. */
  public Message edit(String newText) {
    stage.run(() -> stage.posting.edit(channel.room(), post, body -> rewrite(body, newText)));
    return this;
  }

  private void rewrite(ObjectNode body, String newText) {
    String text = Stored.typed(newText, stage.team);
    body.put("text", text);
    body.set(
        "blocks", Json.array(RichText.block(text).put("block_id", stage.team.ids().shortId())));
  }

  /** The author takes its files out of it. */
  public Message losesItsFiles() {
    stage.run(() -> stage.posting.edit(channel.room(), post, body -> body.remove("files")));
    return this;
  }

  /** The author deletes it; a parent with replies leaves a tombstone. */
  public void delete() {
    stage.run(() -> stage.posting.delete(channel.room(), post));
  }

  /** Slack adds a preview of a link to it: a change that is not an edit. */
  public Message unfurls(String url, String title, String preview) {
    ObjectNode unfurl =
        Json.of(
            "from_url",
            url,
            "original_url",
            url,
            "id",
            1,
            "service_name",
            "",
            "title",
            title,
            "title_link",
            url,
            "text",
            preview,
            "fallback",
            title);
    stage.run(
        () ->
            stage.posting.change(
                channel.room(), post, body -> body.set("attachments", Json.array(unfurl))));
    return this;
  }

  /** A person clicks the button with this text and waits for the acknowledgement. */
  public ClickResult click(Member who, String button) {
    return stage.click(who.id(), this::target, button);
  }

  /** The same as the second of two quick clicks: the first may have taken the button away. */
  public Optional<ClickResult> clickAgain(Member who, String button) {
    return stage.clickIfThere(who.id(), this::target, button);
  }

  /**
   * A person chooses an option in the select, overflow or other menu with this placeholder, label
   * or action_id.
   */
  public ClickResult choose(Member who, String menu, String option) {
    return stage.choose(who.id(), this::target, menu, option);
  }

  /** Waits until it shows these words. */
  public Message shows(String words) {
    Supplier<String> scene = () -> "; it shows:\n" + text();
    return stage.await(
        "\"" + words + "\" in a message", () -> Channel.newest(List.of(this), words), scene);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Message message && message.post == post;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(post);
  }

  @Override
  public String toString() {
    return ts() + " " + text();
  }
}
