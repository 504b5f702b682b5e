package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.api.Method.Tier;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.App;
import dev.postmortem.rehearsal.who.Group;
import dev.postmortem.rehearsal.who.OtherBot;
import dev.postmortem.rehearsal.who.Person;
import java.util.List;
import java.util.Optional;

/** auth.test, users.*, bots.info, team.info, usergroups.*, emoji.list. */
final class PeopleMethods {
  private final Team team;
  private final Scopes scopes;

  PeopleMethods(Team team, Scopes scopes) {
    this.team = team;
    this.scopes = scopes;
  }

  List<Method> all() {
    return List.of(
        Method.of("auth.test", "", Tier.MANY, args -> authTest()),
        Method.of("users.info", "users:read", Tier.FOUR, this::usersInfo),
        Method.of("users.list", "users:read", Tier.TWO, this::usersList),
        Method.of("bots.info", "users:read", Tier.THREE, this::botsInfo),
        Method.of("team.info", "team:read", Tier.THREE, args -> teamInfo()),
        Method.of("usergroups.list", "usergroups:read", Tier.TWO, this::groups),
        Method.of("usergroups.users.list", "usergroups:read", Tier.TWO, this::groupUsers),
        Method.of(
            "emoji.list",
            "emoji:read",
            Tier.TWO,
            args -> Json.of("ok", true, "emoji", Json.of(), "cache_ts", "0")));
  }

  private String teamUrl() {
    return "https://" + team.app().domain() + ".slack.com/";
  }

  private ObjectNode authTest() {
    App app = team.app();
    return Json.of(
        "ok",
        true,
        "url",
        teamUrl(),
        "team",
        app.domain(),
        "user",
        app.name(),
        "team_id",
        app.teamId(),
        "user_id",
        app.botUserId(),
        "bot_id",
        app.botId(),
        "is_enterprise_install",
        false);
  }

  private ObjectNode usersInfo(Args args) {
    return Json.of("ok", true, "user", json(team.people().get(args.need("user")), args));
  }

  /** The address comes only with a scope of its own, and bots have none (method users.info). */
  private ObjectNode withAddress(Person person, ObjectNode user) {
    if (scopes.has("users:read.email") && !person.isBot()) {
      user.withObjectProperty("profile").put("email", person.name() + "@example.com");
    }
    return user;
  }

  private ObjectNode json(Person person, Args args) {
    ObjectNode user = withAddress(person, person.json(team.app(), team.clock().instant()));
    return args.flag("include_locale") ? user.put("locale", "en-GB") : user;
  }

  private ObjectNode usersList(Args args) {
    Paging<Person> paging = Paging.of(team.people().all(), args, 1000, Person::id);
    ArrayNode members = Json.array();
    paging.page().forEach(person -> members.add(json(person, args)));
    ObjectNode answer =
        Json.of(
            "ok", true, "members", members, "cache_ts", team.clock().instant().getEpochSecond());
    return paging.closing(answer);
  }

  private ObjectNode botsInfo(Args args) {
    String id = args.need("bot");
    App app = team.app();
    Optional<OtherBot> own =
        Optional.of(new OtherBot(app.botId(), app.appId(), app.botUserId(), app.name()));
    OtherBot bot =
        own.filter(candidate -> candidate.botId().equals(id))
            .or(
                () ->
                    team.bots().stream()
                        .filter(candidate -> candidate.botId().equals(id))
                        .findFirst())
            .orElseThrow(() -> new Refusal("bot_not_found"));
    ObjectNode profile = bot.profile(app.teamId());
    profile.remove("team_id");
    if (!bot.userId().isEmpty()) {
      profile.put("user_id", bot.userId());
    }
    return Json.of("ok", true, "bot", profile);
  }

  private ObjectNode teamInfo() {
    App app = team.app();
    return Json.of(
        "ok",
        true,
        "team",
        Json.of(
            "id",
            app.teamId(),
            "name",
            app.domain(),
            "domain",
            app.domain(),
            "url",
            teamUrl(),
            "email_domain",
            ""));
  }

  private ObjectNode groups(Args args) {
    ArrayNode groups = Json.array();
    for (Group group : team.groups()) {
      ObjectNode json = group.json(team.app());
      if (!args.flag("include_users")) {
        json.remove("users");
      }
      groups.add(json);
    }
    return Json.of("ok", true, "usergroups", groups);
  }

  private ObjectNode groupUsers(Args args) {
    String id = args.need("usergroup");
    Group found =
        team.groups().stream()
            .filter(group -> group.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refusal("no_such_subteam"));
    return Json.of("ok", true, "users", found.users());
  }
}
