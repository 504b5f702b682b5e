package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.OpenView;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.text.Json;

/** What a person clicks in: a message or a view. */
public sealed interface Target {
  /** Its blocks, those of attachments included. */
  JsonNode blocks();

  /** A message, private or not. */
  record InMessage(Conversation room, Post post) implements Target {
    @Override
    public JsonNode blocks() {
      var all = Json.array();
      Json.each(post.body().path("blocks")).forEach(all::add);
      Json.each(post.body().path("attachments"))
          .flatMap(part -> Json.each(part.path("blocks")))
          .forEach(all::add);
      return all;
    }
  }

  /** A modal or the Home tab. */
  record InView(OpenView view) implements Target {
    @Override
    public JsonNode blocks() {
      return view.blocks();
    }
  }
}
