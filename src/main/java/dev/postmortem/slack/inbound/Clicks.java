package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.State;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.slack.modals.EditModal;
import dev.postmortem.slack.modals.Form;
import dev.postmortem.slack.modals.Screens;
import dev.postmortem.slack.modals.TimelineModal;
import dev.postmortem.slack.modals.WorkPage;
import dev.postmortem.slack.outbound.HomeTab;
import dev.postmortem.slack.outbound.Papers;
import dev.postmortem.slack.outbound.Windows;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.slack.views.InBrowser;
import dev.postmortem.slack.views.StatusView;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.broadcast.MarkRead;
import dev.postmortem.workflow.broadcast.SendAgain;
import dev.postmortem.workflow.incident.ResolveIncident;
import dev.postmortem.workflow.meet.ReadDraft;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * What each button and menu does. A button may be pressed twice, by anybody who sees it, months
 * later: what it does is decided from what is kept now, never from what the message showed.
 */
final class Clicks {
  private static final String PAGE = "page:";
  private final Desk desk;
  private final Screens screens;
  private final Windows windows;
  private final ViewBelow below;
  private final ResolveIncident resolve;
  private final FollowClicks follow;
  private final Papers papers;
  private final HomeTab home;
  private final ReadDraft read;
  private final Map<String, BiFunction<Click, Draft, Answer>> doings = new HashMap<>();

  Clicks(Desk desk, Screens screens, Out out, Doings does) {
    this.desk = desk;
    this.screens = screens;
    this.windows = out.windows();
    this.below = out.below();
    this.resolve = does.resolve();
    this.papers = does.papers();
    this.home = does.home();
    this.follow = does.follow();
    this.read = does.read();
    StatusView status = new StatusView(desk);
    doings.put(Buttons.EDIT, (click, draft) -> edit(click, draft));
    doings.put(Buttons.TIMELINE, (click, draft) -> show(click, () -> screens.timeline(draft, 0)));
    doings.put(
        Buttons.MEETING,
        (click, draft) ->
            draft.state() == State.CANCELLED
                ? Answer.of(desk.mayChange(draft))
                : show(click, () -> screens.meeting(draft)));
    doings.put(
        Buttons.PUBLISH,
        (click, draft) ->
            draft.state().isWritable()
                ? show(click, () -> screens.publish(draft))
                : Answer.of(desk.mayChange(draft)));
    doings.put(Buttons.STATUS, (click, draft) -> status.draw(draft, click.user()));
    InBrowser browser = new InBrowser(desk);
    doings.put(Buttons.BROWSE, (click, draft) -> browser.answer(draft, click.user()));
    doings.put(Buttons.RESOLVE, this::resolve);
    doings.put(Buttons.PREVIEW, (click, draft) -> papers.preview(draft, click.back()));
    doings.putAll(follow.doings());
    doings.put(Buttons.DONE, this::done);
    doings.put(Buttons.READ, this::read);
    MarkRead known = new MarkRead(desk);
    doings.put(Buttons.KNOWN, (click, draft) -> Answer.of(known.read(draft, click.user())));
    SendAgain again = new SendAgain(desk);
    doings.put(
        Buttons.AGAIN,
        (click, draft) -> Answer.of(again.again(Which.of(draft.id(), click.user()))));
    doings.put(
        TimelineModal.ENTRY,
        (click, draft) -> show(click, () -> screens.entry(draft, click.detail(), page(click))));
    doings.put(TimelineModal.PAGE, this::page);
    doings.put(WorkPage.TASK, this::task);
    doings.put(WorkPage.QUESTION, this::question);
    doings.put(EditModal.TURN, this::turn);
    doings.putAll(new ReviewClicks(desk, screens, windows, below, does.review()).all());
  }

  /** The windows that open, and those that are brought up to date. */
  record Out(Windows windows, ViewBelow below) {}

  /** The verbs behind the buttons. */
  record Doings(
      ResolveIncident resolve,
      FollowClicks follow,
      Papers papers,
      HomeTab home,
      ReadDraft read,
      ReviewClicks.Doings review) {}

  /** Does what was clicked; empty when nothing of ours was. */
  Optional<Answer> click(Click click) {
    if (click.what().equals(Buttons.START)) {
      return Optional.of(show(click, () -> start(click)));
    }
    BiFunction<Click, Draft, Answer> doing = doings.get(click.what());
    if (doing == null) {
      return Optional.empty();
    }
    long id =
        click.what().equals(EditModal.TURN) ? new Form(click.payload()).incident() : click.number();
    Optional<Draft> draft =
        desk.find(Which.of(id)).filter(found -> found.room().team().equals(click.team()));
    return Optional.of(
        draft
            .map(found -> doing.apply(click, found))
            .orElse(Answer.say("That post-mortem is no longer there.")));
  }

  /** In a window that lists what is missing, the list is the answer. */
  private Answer resolve(Click click, Draft draft) {
    Outcome outcome = resolve.resolve(Which.of(draft.id(), click.user()), null);
    if (!click.isInModal() || outcome instanceof Outcome.Refused) {
      return Answer.of(outcome);
    }
    below.again(click);
    return Answer.NONE;
  }

  /** Slack does not say whether the channel is private, so it counts as private for now. */
  private ObjectNode start(Click click) {
    WarRoom room = new WarRoom(click.team(), click.channel(), click.channel(), true);
    long since = Click.number(click.detail());
    Instant began = since > 0 ? Instant.ofEpochSecond(since) : desk.now();
    return screens.start(room, click.user(), began);
  }

  private Answer edit(Click click, Draft draft) {
    if (!draft.state().isWritable()) {
      return Answer.of(desk.mayChange(Which.of(draft.id())));
    }
    return click.detail().startsWith(PAGE)
        ? show(click, () -> screens.editPage(draft, click.detail().substring(PAGE.length())))
        : show(click, () -> screens.edit(draft, section(draft, click.detail())));
  }

  private Optional<Section> section(Draft draft, String key) {
    return desk.sections(draft).stream().filter(one -> one.key().equals(key)).findFirst();
  }

  /** Opens a window, on top of the one that was clicked in, if any. */
  private Answer show(Click click, Supplier<ObjectNode> view) {
    if (click.isInModal()) {
      windows.push(click.back(), () -> Form.above(click.form().callback(), view.get()));
    } else {
      windows.open(click.back(), view);
    }
    return Answer.NONE;
  }

  private Answer done(Click click, Draft draft) {
    Answer answer = follow.done(click, draft);
    if (click.isOnHome()) {
      home.show(click.team(), click.user());
      return Answer.NONE;
    }
    return answer;
  }

  private Answer read(Click click, Draft draft) {
    Answer answer = Answer.of(read.read(Which.of(draft.id()), click.user()));
    if (click.isOnHome()) {
      home.show(click.team(), click.user());
      return Answer.NONE;
    }
    return answer;
  }

  private static int page(Click click) {
    return new Form(click.payload()).metadata().path("page").asInt();
  }

  private Answer page(Click click, Draft draft) {
    int page = (int) Click.number(click.detail());
    windows.update(click.view(), click.hash(), () -> screens.timeline(draft, page));
    return Answer.NONE;
  }

  private Answer task(Click click, Draft draft) {
    return draft
        .task((int) Click.number(click.detail()))
        .map(task -> show(click, () -> screens.task(draft, task)))
        .orElse(Answer.NONE);
  }

  private Answer question(Click click, Draft draft) {
    return draft
        .question((int) Click.number(click.detail()))
        .map(question -> show(click, () -> screens.question(draft, question)))
        .orElse(Answer.NONE);
  }

  /** What was typed is kept before the answer; the other page follows. */
  private Answer turn(Click click, Draft draft) {
    ObjectNode next = screens.turn(new Form(click.payload()), click.value());
    windows.update(click.view(), click.hash(), () -> next);
    return Answer.NONE;
  }
}
