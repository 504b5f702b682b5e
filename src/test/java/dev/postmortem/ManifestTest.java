package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.postmortem.slack.inbound.Front;
import dev.postmortem.web.HttpFront;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds manifest.yml against Slack's rules, and against what the code does. */
class ManifestTest {
  private static final Path SLACKS_SCHEMAS = Path.of("../shared/cases/manifest");
  private static final Path HOUSE = Path.of("src/main/java/dev/postmortem");

  private static final String READ = "channels:read groups:read";
  private static final String HISTORY = "channels:history groups:history im:history";

  /** What each method of the Web API needs for what the bot does with it (docs.slack.dev). */
  private static final Map<String, String> METHODS =
      Map.ofEntries(
          // with the app-level token, for Socket Mode
          Map.entry("apps.connections.open", ""),
          Map.entry("auth.test", ""),
          Map.entry("bots.info", "users:read"),
          Map.entry("canvases.create", "canvases:write"),
          Map.entry("canvases.edit", "canvases:write"),
          Map.entry("canvases.access.set", "canvases:write"),
          // the second for a broadcast channel that it cannot join
          Map.entry("chat.postMessage", "chat:write chat:write.public"),
          Map.entry("chat.postEphemeral", "chat:write"),
          Map.entry("chat.update", "chat:write"),
          Map.entry("chat.delete", "chat:write"),
          Map.entry("conversations.history", HISTORY),
          Map.entry("conversations.replies", HISTORY),
          Map.entry("conversations.info", READ),
          Map.entry("conversations.list", READ),
          Map.entry("conversations.members", READ),
          Map.entry("conversations.join", "channels:join"),
          Map.entry("conversations.open", "im:write"),
          Map.entry("files.getUploadURLExternal", "files:write"),
          Map.entry("files.completeUploadExternal", "files:write"),
          Map.entry("files.delete", "files:write"),
          // pictures are fetched with it, too
          Map.entry("files.info", "files:read"),
          Map.entry("usergroups.list", "usergroups:read"),
          Map.entry("usergroups.users.list", "usergroups:read"),
          Map.entry("users.info", "users:read users:read.email"),
          Map.entry("users.conversations", "groups:read"),
          Map.entry("views.open", ""),
          Map.entry("views.push", ""),
          Map.entry("views.update", ""),
          Map.entry("views.publish", ""));

  /** What Slack wants before it sends each event. */
  private static final Map<String, String> EVENTS =
      Map.ofEntries(
          Map.entry("app_home_opened", ""),
          Map.entry("app_mention", "app_mentions:read"),
          Map.entry("app_uninstalled", ""),
          Map.entry("channel_archive", "channels:read"),
          Map.entry("channel_id_changed", READ),
          Map.entry("channel_rename", "channels:read"),
          Map.entry("channel_unarchive", "channels:read"),
          Map.entry("group_archive", "groups:read"),
          Map.entry("group_rename", "groups:read"),
          Map.entry("group_unarchive", "groups:read"),
          Map.entry("member_joined_channel", READ),
          Map.entry("message.channels", "channels:history"),
          Map.entry("message.groups", "groups:history"),
          Map.entry("message.im", "im:history"),
          Map.entry("reaction_added", "reactions:read"),
          Map.entry("reaction_removed", "reactions:read"),
          Map.entry("tokens_revoked", ""),
          Map.entry("user_change", "users:read"));

  private final JsonNode manifest = yaml();

  private static JsonNode yaml() {
    try {
      return new YAMLMapper().readTree(Files.readString(Path.of("manifest.yml")));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.schema.1.0.0.json", "manifest.schema.2.0.0.json"})
  void slacks_own_schema_accepts_it(String schema) throws IOException {
    Path file = SLACKS_SCHEMAS.resolve(schema);
    assumeTrue(Files.exists(file), "Slack's schemas are not beside this clone");
    assertRefusesAndAccepts(new ObjectMapper().readTree(Files.readString(file)));
  }

  @Test
  void the_limits_that_we_know_of_accept_it() throws IOException {
    try (InputStream limits = getClass().getResourceAsStream("manifest-limits.json")) {
      assertRefusesAndAccepts(new ObjectMapper().readTree(limits));
    }
  }

  /** A schema that refuses nothing proves nothing. */
  private void assertRefusesAndAccepts(JsonNode schema) {
    assertThat(SchemaCheck.faults(schema, manifest)).isEmpty();

    ObjectNode broken = manifest.deepCopy();
    broken.withObject("/display_information").put("name", "n".repeat(36));
    broken.withObject("/display_information").put("slogan", "none");
    ((ObjectNode) broken.at("/features/slash_commands/0")).put("command", "pm");
    ((ObjectNode) broken.at("/features/shortcuts/0")).remove("description");
    ((ObjectNode) broken.at("/features/shortcuts/1")).put("type", "personal");
    broken.withObject("/settings/interactivity").put("is_enabled", "yes");
    broken.withArray("/settings/event_subscriptions/bot_events").add("app_mention");
    assertThat(SchemaCheck.faults(schema, broken))
        .anyMatch(fault -> fault.startsWith("/display_information/name is longer"))
        .anyMatch(fault -> fault.startsWith("/display_information/slogan is not known"))
        .anyMatch(fault -> fault.startsWith("/features/slash_commands/0/command is not like"))
        .anyMatch(fault -> fault.startsWith("/features/shortcuts/0 lacks \"description\""))
        .anyMatch(fault -> fault.startsWith("/features/shortcuts/1/type is none of"))
        .anyMatch(fault -> fault.startsWith("/settings/interactivity/is_enabled is no"))
        .anyMatch(fault -> fault.startsWith("/settings/event_subscriptions/bot_events holds"))
        .hasSize(7);
  }

  @Test
  void every_method_that_is_called_is_known_here_and_no_other() throws IOException {
    assertThat(calledMethods()).containsExactlyInAnyOrderElementsOf(METHODS.keySet());
  }

  @Test
  void every_event_that_is_subscribed_to_is_known_here_and_no_other() {
    assertThat(texts("/settings/event_subscriptions/bot_events"))
        .containsExactlyInAnyOrderElementsOf(EVENTS.keySet());
  }

  @Test
  void it_asks_for_exactly_the_scopes_that_are_used() throws IOException {
    Set<String> used = new TreeSet<>();
    calledMethods().forEach(method -> used.addAll(words(METHODS.get(method))));
    texts("/settings/event_subscriptions/bot_events")
        .forEach(event -> used.addAll(words(EVENTS.get(event))));
    assertThat(manifest.at("/features/slash_commands")).isNotEmpty();
    used.add("commands");
    assertThat(texts("/oauth_config/scopes/bot")).containsExactlyInAnyOrderElementsOf(used);
  }

  @Test
  void what_is_optional_is_asked_for_too() {
    assertThat(texts("/oauth_config/scopes/bot_optional"))
        .isNotEmpty()
        .isSubsetOf(texts("/oauth_config/scopes/bot"));
  }

  @Test
  void every_event_that_is_subscribed_to_is_listened_for_and_no_other() throws IOException {
    Set<String> listened =
        found(
            "Map\\.entry\\(\"(\\w+)\"",
            Files.readString(HOUSE.resolve("slack/inbound/EventInbox.java")));
    Set<String> sent =
        texts("/settings/event_subscriptions/bot_events").stream()
            .map(event -> event.startsWith("message.") ? "message" : event)
            .collect(Collectors.toSet());
    assertThat(listened).hasSizeGreaterThan(10).isEqualTo(sent);
  }

  @Test
  void its_shortcuts_are_those_that_the_bot_opens_something_for() {
    Set<String> declared = new HashSet<>();
    manifest
        .at("/features/shortcuts")
        .forEach(
            it -> declared.add(it.path("type").asText() + " " + it.path("callback_id").asText()));
    assertThat(declared)
        .containsExactlyInAnyOrder(
            "message " + Front.ADD_SHORTCUT,
            "message " + Front.TASK_SHORTCUT,
            "global " + Front.START_SHORTCUT);
  }

  @Test
  void its_one_command_is_the_one_that_the_settings_stand_at() throws Settings.Faulty {
    Settings settings =
        Settings.read(
            Map.of(
                "SLACK_BOT_TOKEN", "xoxb-not-a-real-one",
                "SLACK_SIGNING_SECRET", "not a real one",
                "PM_BROADCAST_CHANNEL", "C0123456789"));
    assertThat(manifest.at("/features/slash_commands")).hasSize(1);
    assertThat(manifest.at("/features/slash_commands/0/command").asText())
        .isEqualTo(settings.slack().command());
  }

  @Test
  void all_its_addresses_are_the_one_that_the_bot_listens_at() {
    List<String> addresses = manifest.findValuesAsText("request_url");
    assertThat(addresses).hasSize(2).containsOnly(manifest.findValue("url").asText());
    assertThat(addresses.get(0)).endsWith(HttpFront.SLACK);
  }

  /** Names of methods are the only texts of this shape in the code. */
  private static Set<String> calledMethods() throws IOException {
    String families =
        "admin|api|apps|auth|bookmarks|bots|calls|canvases|chat|conversations|dnd|emoji|files|migration|oauth|openid|pins"
            + "|reactions|reminders|search|stars|team|tooling|usergroups|users|views|workflows";
    Set<String> methods = found("\"((?:" + families + ")(?:\\.[a-zA-Z]+)+)\"", sources());
    methods.removeAll(Set.of("emoji.tsv", "users.json")); // names of files
    assertThat(methods).hasSizeGreaterThan(15);
    return methods;
  }

  /** The product's own code: the rehearsal plays Slack, and knows every method. */
  private static String sources() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(HOUSE)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        String first = HOUSE.relativize(file).getName(0).toString();
        if (!first.equals("rehearsal") && !first.equals("demo")) {
          all.append(Files.readString(file));
        }
      }
    }
    assertThat(all.length()).isGreaterThan(100_000);
    return all.toString();
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult it) -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
  }

  private List<String> texts(String pointer) {
    return StreamSupport.stream(manifest.at(pointer).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
