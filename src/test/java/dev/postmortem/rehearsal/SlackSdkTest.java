package dev.postmortem.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.files.FilesUploadV2Response;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.model.Message;
import com.slack.api.socket_mode.SocketModeClient;
import com.slack.api.socket_mode.response.AckResponse;
import com.slack.api.socket_mode.response.MessagePayload;
import com.slack.api.socket_mode.response.MessageResponse;
import com.slack.api.socket_mode.response.SocketModeResponse;
import dev.postmortem.rehearsal.api.Fault;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Slack's own client finds in the workspace what it expects of Slack. */
class SlackSdkTest {
  private final Stage stage = new Stage();
  private final Slack sdk = Slack.getInstance(config());
  private final MethodsClient client = sdk.methods(stage.slack.botToken());

  private SlackConfig config() {
    SlackConfig config = new SlackConfig();
    config.setProxyUrl(null);
    config.setMethodsEndpointUrlPrefix(stage.slack.apiUrl());
    return config;
  }

  @AfterEach
  void close() throws Exception {
    sdk.close();
    stage.close();
  }

  @Test
  void messages_people_and_files_are_read_by_the_sdk() throws IOException, SlackApiException {
    String channel = stage.room.id();
    ChatPostMessageResponse sent = client.chatPostMessage(r -> r.channel(channel).text("down"));
    assertThat(sent.isOk()).as(sent.getError()).isTrue();
    client.chatPostMessage(r -> r.channel(channel).threadTs(sent.getTs()).text("looking"));
    List<Message> thread =
        client.conversationsReplies(r -> r.channel(channel).ts(sent.getTs())).getMessages();
    assertThat(thread).extracting(Message::getText).containsExactly("down", "looking");
    assertThat(thread.get(0).getReplyCount()).isEqualTo(1);
    UsersInfoResponse user = client.usersInfo(r -> r.user(stage.jane.id()));
    assertThat(user.getUser().getTz()).isEqualTo("Asia/Kolkata");
    FilesUploadV2Response uploaded =
        client.filesUploadV2(
            r ->
                r.filename("pm.md")
                    .content("# Draft")
                    .channel(channel)
                    .initialComment("the draft"));
    assertThat(uploaded.isOk()).as(uploaded.getError()).isTrue();
    assertThat(stage.room.message("the draft").files().get(0).content()).isEqualTo("# Draft");
  }

  @Test
  void a_rate_limit_is_an_exception_with_the_time_to_wait() {
    stage.slack.faults().next("chat.postMessage", Fault.ratelimited(30));
    Assertions.assertThatThrownBy(
            () -> client.chatPostMessage(r -> r.channel(stage.room.id()).text("x")))
        .isInstanceOfSatisfying(
            SlackApiException.class,
            e -> assertThat(e.getResponse().header("Retry-After")).isEqualTo("30"));
  }

  @Test
  void deliveries_go_over_a_socket_while_there_is_one() throws Exception {
    BlockingQueue<String> got = new LinkedBlockingQueue<>();
    try (SocketModeClient socket =
        sdk.socketMode(stage.slack.appToken(), SocketModeClient.Backend.JavaWebSocket)) {
      socket.addEventsApiEnvelopeListener(
          envelope -> {
            got.add(
                envelope
                    .getPayload()
                    .getAsJsonObject()
                    .getAsJsonObject("event")
                    .get("text")
                    .getAsString());
            SocketModeResponse ack = new AckResponse(envelope.getEnvelopeId());
            socket.sendSocketModeResponse(ack);
          });
      socket.addSlashCommandsEnvelopeListener(
          envelope ->
              socket.sendSocketModeResponse(
                  MessageResponse.builder()
                      .envelopeId(envelope.getEnvelopeId())
                      .payload(MessagePayload.builder().text("helped").build())
                      .build()));
      socket.connect();
      stage.slack.awaitTrue("a connection", () -> stage.slack.sockets().count() == 1);
      stage.joe.in(stage.room).says("over the socket");
      assertThat(got.poll(5, TimeUnit.SECONDS)).isEqualTo("over the socket");
      assertThat(stage.joe.in(stage.room).types("/pm help").text()).isEqualTo("helped");
      stage.slack.settle();
      assertThat(stage.app.received()).isEmpty();
      assertThat(stage.slack.journal().deliveries("message").get(0).outcome()).isEqualTo("ok");
      socket.setAutoReconnectEnabled(false);
      stage.slack.sockets().disconnect("link_disabled");
      stage.slack.awaitTrue("no connection", () -> stage.slack.sockets().count() == 0);
    }
  }
}
