package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.api.ApiServer;
import dev.postmortem.rehearsal.api.Faults;
import dev.postmortem.rehearsal.api.RateLimits;
import dev.postmortem.rehearsal.api.Routes;
import dev.postmortem.rehearsal.api.Scopes;
import dev.postmortem.rehearsal.api.Tokens;
import dev.postmortem.rehearsal.api.WebApi;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.App;
import dev.postmortem.rehearsal.wire.Deliveries;
import dev.postmortem.rehearsal.wire.Forgery;
import dev.postmortem.rehearsal.wire.HttpLine;
import dev.postmortem.rehearsal.wire.Journal;
import dev.postmortem.rehearsal.wire.Manifest;
import dev.postmortem.rehearsal.wire.Sockets;
import dev.postmortem.rehearsal.wire.Wire;
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
  private static final String SECRET = "5ec7e7000rehearsal000000000000000";
  private static final String VERIFICATION = "rehearsalverificationtoken";
  private final Tokens tokens = new Tokens("xoxb-rehearsal-0-bot", "xapp-rehearsal-0-app");
  private final WorkspacePlan plan;
  private final Team team;
  private final Scopes scopes;
  private final Wire wire;
  private final WebApi api;
  private final ApiServer server;
  private final Backstage stage;
  private final Population population;
  private final Ticking ticking;
  private final Manifest manifest;

  private Workspace(WorkspacePlan plan) {
    this.plan = plan;
    manifest = Manifest.read(plan.manifest());
    server = new ApiServer(plan.port());
    App app =
        new App(
            "T0REHEARSE",
            plan.domain(),
            "A0REHEARSE",
            "U0REHEARSE",
            "B0REHEARSE",
            manifest.botName());
    team = new Team(app, plan.clock(), server.baseUrl());
    scopes = new Scopes(manifest.scopes());
    HttpLine http = new HttpLine(plan.signingClock(), SECRET, plan.ackDeadline());
    wire =
        new Wire(
            team,
            manifest,
            VERIFICATION,
            new Wire.Lines(http, new Sockets(app.appId(), plan.ackDeadline()), plan.retries()));
    api = new WebApi(team, wire, manifest, tokens, scopes, wire.sockets()::open);
    stage = new Backstage(team, wire, manifest, plan.patience());
    population = new Population(stage);
    server.start(new Routes(api, team, stage.replies, tokens, wire.activity()));
    ticking = Ticking.of(plan.clock(), wire.courier()::wake);
  }

  /** A plan to be filled in. */
  public static WorkspacePlan.Builder plan() {
    return new WorkspacePlan.Builder();
  }

  /** Opens the workspace; its Web API answers at once. */
  public static Workspace open(WorkspacePlan plan) {
    return new Workspace(plan);
  }

  /** The base of the Web API, with a slash at the end. */
  public String apiUrl() {
    return server.baseUrl() + "/api/";
  }

  /** The bot token, xoxb-. */
  public String botToken() {
    return tokens.bot();
  }

  /** The app-level token for Socket Mode, xapp-. */
  public String appToken() {
    return tokens.app();
  }

  /** The secret that deliveries are signed with. */
  public String signingSecret() {
    return SECRET;
  }

  /** The team's id, T…. */
  public String teamId() {
    return team.app().teamId();
  }

  /** The app's id, A…. */
  public String appId() {
    return team.app().appId();
  }

  /** The bot's user id. */
  public String botUserId() {
    return team.app().botUserId();
  }

  /** The workspace's time. */
  public Clock clock() {
    return team.clock();
  }

  /** The app's bot, to be invited. */
  public Bot bot() {
    return new Bot(botUserId(), team.app().botId(), team.app().name());
  }

  /** A new member: handle, full name, role, zone. */
  public Member member(String name, String realName, String title, ZoneId zone) {
    return population.member(name, realName, title, zone);
  }

  /** A new member from a user object of the Web API or an export, under its own id. */
  public Member member(ObjectNode user) {
    return population.member(user);
  }

  /** The member with this id or handle. */
  public Member member(String idOrName) {
    return population.member(idOrName);
  }

  /** Every person, in the order of arrival. */
  public List<Member> members() {
    return population.members();
  }

  /** A new public channel. */
  public Channel channel(String name, Member... members) {
    return population.channel(name, false, members);
  }

  /** A new private channel. */
  public Channel privateChannel(String name, Member... members) {
    return population.channel(name, true, members);
  }

  /** A new public channel under an id of its own, as recorded. */
  public Channel recordedChannel(String id, String name) {
    return population.recordedChannel(id, name);
  }

  /** The conversation with this id or name. */
  public Optional<Channel> find(String idOrName) {
    return population.find(idOrName);
  }

  /** Every conversation, direct messages included. */
  public List<Channel> channels() {
    return population.channels();
  }

  /** A new user group. */
  public UserGroup userGroup(String handle, String name, Member... members) {
    return population.userGroup(handle, name, members);
  }

  /** An incoming webhook: posts as bot_message, without a user. */
  public Robot webhook(String name) {
    return population.robot(name, false);
  }

  /** Another app's bot: posts with a user and a bot profile, without a subtype. */
  public Robot otherApp(String name) {
    return population.robot(name, true);
  }

  /**
   * Points the app's request URL here after the url_verification handshake; refuses an app that
   * fails it.
   */
  public Workspace connect(URI requestUrl) {
    wire.http().connect(requestUrl, VERIFICATION);
    return this;
  }

  /** Sends nothing any more. */
  public void disconnect() {
    wire.http().disconnect();
  }

  /**
   * Socket Mode: how many connections there are, and how they end. While there is one, nothing goes
   * over HTTP.
   */
  public Sockets sockets() {
    return wire.sockets();
  }

  /** Deliveries to the app: held, released, doubled, lost. */
  public Deliveries deliveries() {
    return wire.deliveries();
  }

  /** Failures of the Web API to come. */
  public Faults faults() {
    return api.faults();
  }

  /** The rate limits of the Web API. */
  public RateLimits rateLimits() {
    return api.limits();
  }

  /** All traffic until now. */
  public Journal journal() {
    return wire.journal();
  }

  /** Requests that are not Slack's. */
  public Forgery forgery() {
    return new Forgery(wire, SECRET, plan.signingClock());
  }

  /** What is behind the screens, for a page that shows more than a single person sees. */
  public Innards innards() {
    return new Innards(team, wire, manifest, List.of(tokens.bot(), tokens.app(), SECRET));
  }

  /** The files. */
  public SlackFiles files() {
    return new SlackFiles(stage);
  }

  /** The canvases. */
  public SlackCanvases canvases() {
    return new SlackCanvases(stage);
  }

  /** Takes a scope from the bot token. */
  public Workspace withdrawScope(String scope) {
    scopes.withdraw(scope);
    return this;
  }

  /** Gives a scope to the bot token. */
  public Workspace grantScope(String scope) {
    scopes.grant(scope);
    return this;
  }

  /** Revokes the bot token, and tells the app. */
  public Workspace revokeToken() {
    tokens.refuse("token_revoked");
    stage.run(
        () ->
            team.tell(
                Json.of(
                    "type", "tokens_revoked", "tokens", Json.of("bot", Json.array(botUserId())))));
    return this;
  }

  /** Removes the app, and tells it. */
  public Workspace uninstall() {
    tokens.refuse("account_inactive");
    stage.run(() -> team.tell(Json.of("type", "app_uninstalled")));
    return this;
  }

  /**
   * Waits until no delivery and no Web API call is under way; held deliveries and retries to come
   * do not count.
   */
  public Workspace settle() {
    stage.settle();
    return this;
  }

  /**
   * Waits a bounded real time until there is something to see; fails with the description
   * otherwise.
   */
  public <T> T await(String description, Supplier<Optional<T>> look) {
    return stage.await(description, look, () -> "");
  }

  /** Waits a bounded real time until it is so; fails with the description otherwise. */
  public void awaitTrue(String description, BooleanSupplier look) {
    await(description, () -> Optional.of(this).filter(self -> look.getAsBoolean()));
  }

  /** The conversation as readable text, one message a line, replies indented. */
  public String transcript(Channel channel) {
    return channel.transcript();
  }

  /** Closes the Web API and stops all deliveries. */
  @Override
  public void close() {
    ticking.close();
    wire.http().disconnect();
    wire.courier().close();
    wire.sockets().close();
    server.close();
  }
}
