package dev.postmortem.slack.commands;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.slack.commands.Commands.Misused;
import dev.postmortem.slack.modals.Screens;
import dev.postmortem.slack.modals.Wordings;
import dev.postmortem.slack.outbound.Arrival;
import dev.postmortem.slack.outbound.WayBack;
import dev.postmortem.slack.outbound.Windows;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.SpokenTime;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.incident.StartPostmortem;
import dev.postmortem.workflow.incident.StartPostmortem.Opening;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** {@code start}: opens the post-mortem of the channel. */
final class StartCommand implements Command {
  private static final String NOT_HERE =
      "A post-mortem belongs to a channel, so nothing was opened. Create one for the incident, invite me there, and type"
          + " it in that channel.";
  private final Desk desk;
  private final StartPostmortem start;
  private final Screens screens;
  private final Wordings wordings;
  private final Arrival arrival;
  private final Windows windows;
  private final Refusals refusals;

  StartCommand(Desk desk, StartPostmortem start, Screens screens, Wordings wordings, Ways ways) {
    this.desk = desk;
    this.start = start;
    this.screens = screens;
    this.wordings = wordings;
    this.arrival = ways.arrival();
    this.windows = ways.windows();
    this.refusals = new Refusals(desk);
  }

  /** The ways to Slack that the start takes. */
  record Ways(Arrival arrival, Windows windows) {}

  @Override
  public Usage usage() {
    return new Usage(
        "start",
        "[since TIME] [TITLE]",
        "opens the post-mortem of this channel; with since, what was said before is read too",
        "start since 20m ago Database is down");
  }

  @Override
  public Answer run(Asked asked) {
    WayBack back = asked.reply();
    if (back.channelName().equals("directmessage") || back.channelName().startsWith("mpdm-")) {
      return refusals.of(asked, usage(), new Outcome.Refused(NOT_HERE));
    }
    Optional<Draft> running = desk.find(asked.which()).filter(draft -> draft.state().isWritable());
    if (running.isPresent()) {
      return begin(asked, "?", desk.now());
    }
    return start(asked);
  }

  private Answer start(Asked asked) {
    boolean since = Typed.first(asked.words()).equals("since");
    String text = since ? Typed.rest(asked.words()) : asked.words();
    ZoneId zone = screens.zone(asked.place().user());
    Optional<SpokenTime> time = since ? Typed.time(text, desk.now(), zone) : Optional.empty();
    if (since && time.isEmpty()) {
      throw new Misused("I cannot read that as a time that has passed; nothing was opened.");
    }
    Instant began = time.map(SpokenTime::at).orElseGet(desk::now);
    String title = Typed.unquoted(time.map(SpokenTime::rest).orElse(text));
    return title.isBlank() ? ask(asked, began) : begin(asked, title, began);
  }

  private Answer ask(Asked asked, Instant began) {
    return windows.open(
        asked.reply(),
        () -> screens.start(room(asked), asked.place().user(), began),
        Kit.button("Start", Buttons.START, asked.place().channel() + "/" + began.getEpochSecond()));
  }

  private Answer begin(Asked asked, String title, Instant began) {
    String user = asked.place().user();
    String words = wordings.typed(Kit.cut(title, 200)).plain();
    Headline headline = new Headline(words, "", began, null, screens.zone(user));
    Outcome outcome = start.start(Opening.of(room(asked), headline, user));
    if (outcome instanceof Done done) {
      arrival.opened(done.draft(), asked.reply());
    }
    return refusals.of(asked, usage(), outcome);
  }

  /**
   * Slack names every private channel {@code privategroup} in a command, and none in a mention;
   * until Slack says more, such a channel counts as private.
   */
  private static WarRoom room(Asked asked) {
    String name = asked.reply().channelName();
    boolean isPrivate = name.equals("privategroup") || name.isEmpty();
    return new WarRoom(
        asked.place().team(),
        asked.place().channel(),
        isPrivate ? asked.place().channel() : name,
        isPrivate);
  }
}
