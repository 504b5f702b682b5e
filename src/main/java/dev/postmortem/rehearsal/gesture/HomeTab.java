package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.Person;

/** People open the app's Home tab (event app_home_opened). */
public final class HomeTab {
  private final Team team;

  /** In this team. */
  public HomeTab(Team team) {
    this.team = team;
  }

  /**
   * Tells the app that the person opened a tab, home or messages; the view comes along if there is
   * one.
   */
  public void open(Person person, String tab) {
    team.locked(
        () -> {
          Conversation direct = team.rooms().direct(person.id());
          ObjectNode event =
              Json.of(
                  "type",
                  "app_home_opened",
                  "user",
                  person.id(),
                  "channel",
                  direct.id(),
                  "tab",
                  tab);
          team.views()
              .home(person.id())
              .ifPresent(view -> event.set("view", view.json(team.app())));
          event.put("event_ts", direct.nextTs(team.clock()));
          team.tell(event);
          return event;
        });
  }
}
