package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Kind;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.who.Group;
import dev.postmortem.rehearsal.who.Ids;
import dev.postmortem.rehearsal.who.OtherBot;
import dev.postmortem.rehearsal.who.Person;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who and what there is in a workspace. */
final class Population {
  private final Backstage stage;
  private final Team team;

  Population(Backstage stage) {
    this.stage = stage;
    team = stage.team;
  }

  Member member(String name, String realName, String title, ZoneId zone) {
    return team.locked(
        () -> {
          if (team.people().named(name).isPresent()) {
            throw new IllegalArgumentException("there is a " + name + " already");
          }
          String id = team.ids().next("U");
          return stage.member(
              team.people()
                  .put(new Person(id, name, realName, realName, title, zone, "", false))
                  .id());
        });
  }

  Member member(ObjectNode user) {
    return team.locked(() -> stage.member(team.people().put(user).id()));
  }

  Member member(String idOrName) {
    return team.read(
        () ->
            team.people()
                .find(idOrName)
                .or(() -> team.people().named(idOrName))
                .map(person -> stage.member(person.id()))
                .orElseThrow(() -> new IllegalArgumentException("there is no " + idOrName)));
  }

  List<Member> members() {
    return team.read(
        () ->
            team.people().all().stream()
                .filter(person -> !person.isBot() && !person.id().equals("USLACKBOT"))
                .map(person -> stage.member(person.id()))
                .toList());
  }

  Channel channel(String name, boolean isPrivate, Member... members) {
    return team.locked(
        () -> {
          Conversation room = team.rooms().open(name, isPrivate ? Kind.PRIVATE : Kind.PUBLIC);
          Arrays.stream(members).forEach(member -> room.members().add(member.id()));
          return stage.channel(room);
        });
  }

  Channel recordedChannel(String id, String name) {
    return team.locked(() -> stage.channel(team.rooms().open(id, name, Kind.PUBLIC)));
  }

  Optional<Channel> find(String idOrName) {
    String name = idOrName.startsWith("#") ? idOrName.substring(1) : idOrName;
    return team.read(
        () -> team.rooms().find(idOrName).or(() -> team.rooms().named(name)).map(stage::channel));
  }

  List<Channel> channels() {
    return team.read(() -> team.rooms().all().stream().map(stage::channel).toList());
  }

  UserGroup userGroup(String handle, String name, Member... members) {
    return team.locked(
        () -> {
          Group group =
              new Group(
                  team.ids().next("S"),
                  handle,
                  name,
                  Arrays.stream(members).map(Member::id).toList());
          team.groups().add(group);
          return new UserGroup(group.id(), handle);
        });
  }

  Robot robot(String name, boolean withUser) {
    return team.locked(
        () -> {
          Ids ids = team.ids();
          String userId = withUser ? ids.next("U") : "";
          OtherBot bot = new OtherBot(ids.next("B"), ids.next("A"), userId, name);
          team.bots().add(bot);
          if (withUser) {
            team.people()
                .put(
                    new Person(
                        userId,
                        name.toLowerCase(Locale.ROOT),
                        name,
                        "",
                        "",
                        ZoneOffset.UTC,
                        bot.botId(),
                        false));
          }
          return new Robot(stage, bot);
        });
  }
}
