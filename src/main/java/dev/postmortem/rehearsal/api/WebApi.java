package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.api.Method.Tier;
import dev.postmortem.rehearsal.api.Method.Token;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.wire.ApiCall;
import dev.postmortem.rehearsal.wire.Manifest;
import dev.postmortem.rehearsal.wire.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls of the Web API: who calls, whether they may, what comes of it (page "Using the Slack Web
 * API").
 */
public final class WebApi {
  private final Map<String, Method> methods;
  private final Faults faults = new Faults();
  private final RateLimits limits;
  private final Team team;
  private final Wire wire;
  private final Tokens tokens;
  private final Scopes scopes;

  /** For this team; sockets gives the address of a new Socket Mode connection. */
  public WebApi(
      Team team,
      Wire wire,
      Manifest manifest,
      Tokens tokens,
      Scopes scopes,
      Supplier<String> sockets) {
    this.team = team;
    this.wire = wire;
    this.tokens = tokens;
    this.scopes = scopes;
    limits = new RateLimits(team.clock());
    Access access = new Access(team, scopes);
    methods =
        Stream.of(
                new ChatMethods(team, access, manifest.hasMessagesTab()).all(),
                new HistoryMethods(access, limits).all(),
                new ConversationMethods(team, access, scopes).all(),
                new PeopleMethods(team, scopes).all(),
                new ViewMethods(team, manifest.hasHomeTab()).all(),
                new FileMethods(team, access, wire.courier()::later).all(),
                new CanvasMethods(team, access).all(),
                own(sockets))
            .flatMap(List::stream)
            .collect(
                Collectors.toMap(
                    Method::name, method -> method, (one, other) -> one, TreeMap::new));
  }

  private static List<Method> own(Supplier<String> sockets) {
    return List.of(
        new Method(
            "api.test", "", Tier.FOUR, Token.NONE, args -> Json.of("ok", true, "args", args.all())),
        new Method(
            "apps.connections.open",
            "",
            Tier.ONE,
            Token.APP,
            args -> Json.of("ok", true, "url", sockets.get())));
  }

  /** Failures to come. */
  public Faults faults() {
    return faults;
  }

  /** The rate limits. */
  public RateLimits limits() {
    return limits;
  }

  /** Answers a call, and keeps it in the journal. */
  ApiAnswer call(String name, Args args, String token) {
    Instant at = team.clock().instant();
    long start = System.nanoTime();
    ApiAnswer answer = faulty(name, args, token);
    Duration latency = Duration.ofNanos(System.nanoTime() - start);
    wire.journal().keep(new ApiCall(at, name, args.all(), answer.status(), answer.json(), latency));
    return team.locked(() -> answer);
  }

  private ApiAnswer faulty(String name, Args args, String token) {
    Optional<Fault> fault = faults.take(name);
    if (fault.isEmpty()) {
      return limited(name, args, token);
    }
    return failing(fault.get(), () -> limited(name, args, token));
  }

  /** A failure to come of something that is no method, such as the download of a file. */
  Optional<ApiAnswer> faultOf(String name) {
    return faults.take(name).map(fault -> failing(fault, () -> ApiAnswer.http(500)));
  }

  private static ApiAnswer failing(Fault fault, Supplier<ApiAnswer> effect) {
    if (fault instanceof Fault.RateLimited limited) {
      return ApiAnswer.rateLimited(limited.seconds());
    } else if (fault instanceof Fault.Refused refused) {
      return ApiAnswer.of(Json.of("ok", false, "error", refused.code()));
    } else if (fault instanceof Fault.Http http) {
      return ApiAnswer.http(http.status());
    } else if (fault instanceof Fault.Slow slow) {
      return effect.get().later(slow.delay());
    }
    return effect.get().dropped();
  }

  private ApiAnswer limited(String name, Args args, String token) {
    Method method = methods.get(name);
    if (method == null) {
      return ApiAnswer.of(Json.of("ok", false, "error", "unknown_method", "req_method", name));
    }
    OptionalInt wait = limits.count(method, args.text("channel").orElse(""));
    return wait.isPresent()
        ? ApiAnswer.rateLimited(wait.getAsInt())
        : ApiAnswer.of(answered(method, args, token));
  }

  private ObjectNode answered(Method method, Args args, String token) {
    if (method.name().equals("auth.test") && token.equals(tokens.app())) {
      return Json.of("ok", true, "app_id", team.app().appId(), "app_name", team.app().name());
    }
    try {
      if (method.token() != Token.NONE) {
        tokens.check(token, method.token() == Token.APP);
      }
      if (!method.scope().isEmpty()) {
        scopes.need(method.scope());
      }
      return team.locked(() -> method.work().apply(args).deepCopy());
    } catch (Refusal e) {
      return refused(e);
    } catch (Scopes.MissingScope e) {
      return Json.of(
          "ok", false, "error", "missing_scope", "needed", e.needed(), "provided", e.provided());
    }
  }

  private static ObjectNode refused(Refusal refusal) {
    ObjectNode answer = Json.of("ok", false, "error", refusal.code());
    if (!refusal.messages().isEmpty()) {
      answer.set("response_metadata", Json.of("messages", refusal.messages()));
    }
    return answer;
  }

  String grantedScopes() {
    return scopes.provided();
  }
}
