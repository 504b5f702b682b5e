package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.api.Faults;
import dev.postmortem.rehearsal.api.RateLimits;
import dev.postmortem.rehearsal.wire.Deliveries;
import dev.postmortem.rehearsal.wire.Journal;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A team in a local Slack: its people, its rooms, its Web API on 127.0.0.1, and the line to one
 * app.
 */
public final class Workspace implements AutoCloseable {
  private Workspace() {}

  /** A plan to be filled in. */
  public static WorkspacePlan.Builder plan() {
    return new WorkspacePlan.Builder();
  }

  /** Opens the workspace; its Web API answers at once. */
  public static Workspace open(WorkspacePlan plan) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The base of the Web API, with a slash at the end. */
  public String apiUrl() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The bot token, xoxb-. */
  public String botToken() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The app-level token for Socket Mode, xapp-. */
  public String appToken() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The secret that deliveries are signed with. */
  public String signingSecret() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The team's id, T…. */
  public String teamId() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The app's id, A…. */
  public String appId() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The bot's user id. */
  public String botUserId() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The workspace's time. */
  public Clock clock() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The app's bot, to be invited. */
  public Bot bot() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** A new member: handle, full name, role, zone. */
  public Member member(String name, String realName, String title, ZoneId zone) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** A new member from a user object of the Web API or an export, under its own id. */
  public Member member(ObjectNode user) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The member with this id or handle. */
  public Member member(String idOrName) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Every person, in the order of arrival. */
  public List<Member> members() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** A new public channel. */
  public Channel channel(String name, Member... members) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** A new private channel. */
  public Channel privateChannel(String name, Member... members) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** A new channel under an id of its own, as recorded. */
  public Channel recordedChannel(String id, String name) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The conversation with this id or name. */
  public Optional<Channel> find(String idOrName) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Every conversation, direct messages included. */
  public List<Channel> channels() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** A new user group. */
  public UserGroup userGroup(String handle, String name, Member... members) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** An incoming webhook: posts as bot_message, without a user. */
  public Robot webhook(String name) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Another app's bot: posts with a user and a bot profile, without a subtype. */
  public Robot otherApp(String name) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /**
   * Points the app's request URL here after the url_verification handshake; refuses an app that
   * fails it.
   */
  public Workspace connect(URI requestUrl) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Sends nothing any more. */
  public void disconnect() {
    dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Deliveries to the app: held, released, doubled, lost. */
  public Deliveries deliveries() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Failures of the Web API to come. */
  public Faults faults() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The rate limits of the Web API. */
  public RateLimits rateLimits() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** All traffic until now. */
  public Journal journal() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Requests that are not Slack's. */
  public Forgery forgery() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The files. */
  public SlackFiles files() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Takes a scope from the bot token. */
  public Workspace withdrawScope(String scope) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Gives a scope to the bot token. */
  public Workspace grantScope(String scope) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Revokes the bot token, and tells the app. */
  public Workspace revokeToken() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Removes the app, and tells it. */
  public Workspace uninstall() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /**
   * Waits until no delivery and no Web API call is under way; held deliveries and retries to come
   * do not count.
   */
  public Workspace settle() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /**
   * Waits a bounded real time until there is something to see; fails with the description
   * otherwise.
   */
  public <T> T await(String description, Supplier<Optional<T>> look) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Waits a bounded real time until it is so; fails with the description otherwise. */
  public void awaitTrue(String description, BooleanSupplier look) {
    dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** The conversation as readable text, one message a line, replies indented. */
  public String transcript(Channel channel) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Closes the Web API and stops all deliveries. */
  @Override
  public void close() {
    dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
