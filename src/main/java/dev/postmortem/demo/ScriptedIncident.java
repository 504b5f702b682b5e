package dev.postmortem.demo;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Workspace;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built-in incident: a night in a bookshop whose checkout hangs. */
record ScriptedIncident(Script script) implements Incident {

  @Override
  public Instant begins() {
    return script.begins();
  }

  @Override
  public ZoneId zone() {
    return script.zone();
  }

  @Override
  public List<Member> settle(Workspace slack) {
    List<Member> insiders = new ArrayList<>();
    List<Member> others = new ArrayList<>();
    script
        .people()
        .forEach(
            (handle, person) ->
                (person.elsewhere() ? others : insiders)
                    .add(slack.member(handle, person.name(), person.role(), person.zone())));
    Channel room = slack.channel(script.channel(), insiders.toArray(Member[]::new));
    room.invite(slack.bot());
    return others;
  }

  @Override
  public Ending play(House house, Show show) {
    Stage stage = new Stage(house, script, show);
    script.phases("incident").forEach(stage::play);
    Map<String, String> plan = script.review();
    Member owner = house.slack().member(plan.getOrDefault("owner", ""));
    Review review = new Review(house, show, new Ending(stage.room(), owner), script.zone());
    house.until(Instant.parse(plan.getOrDefault("writes", "")));
    review.write(script.sections(), plan.getOrDefault("severity", ""));
    house.until(Instant.parse(plan.getOrDefault("plans", "")));
    Instant meeting =
        review.plan(
            house.slack().member(plan.getOrDefault("moderator", "")),
            house.slack().member(plan.getOrDefault("notetaker", "")),
            plan.getOrDefault("where", ""));
    review.isReminded(meeting);
    house.until(meeting);
    script.phases("meeting").forEach(stage::play);
    review.publish("");
    return new Ending(stage.room(), owner);
  }
}
