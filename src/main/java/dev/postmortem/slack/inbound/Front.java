package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Requests.Fresh;
import dev.postmortem.draft.Requests.Standing;
import dev.postmortem.draft.Requests.UnderWay;
import dev.postmortem.slack.commands.Asked;
import dev.postmortem.slack.commands.Commands;
import dev.postmortem.slack.modals.EditModal;
import dev.postmortem.slack.modals.Form;
import dev.postmortem.slack.modals.Modal;
import dev.postmortem.slack.modals.Reply;
import dev.postmortem.slack.modals.Screens;
import dev.postmortem.slack.outbound.Acquaintance;
import dev.postmortem.slack.outbound.Errands;
import dev.postmortem.slack.outbound.PrivateReplies;
import dev.postmortem.slack.outbound.WayBack;
import dev.postmortem.slack.outbound.Windows;
import dev.postmortem.slack.text.Code;
import dev.postmortem.slack.text.Masking;
import dev.postmortem.slack.text.SlackWording;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.About;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.KnownNames;
import dev.postmortem.workflow.Place;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.capture.Intake.TurnedAway;
import dev.postmortem.workflow.incident.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that people do on purpose: commands, clicks, shortcuts, modals. The only place that
 * decides who may.
 */
public final class Front {
  /** On a message: files it under a section. */
  public static final String ADD_SHORTCUT = "pm_add";

  /** On a message: makes it a task. */
  public static final String TASK_SHORTCUT = "pm_task";

  /** Anywhere: opens a post-mortem. */
  public static final String START_SHORTCUT = "pm_start";

  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private final Desk desk;
  private final Commands commands;
  private final Clicks clicks;
  private final Screens screens;
  private final Map<String, Modal> modals;
  private final Windows windows;
  private final Errands errands;
  private final PrivateReplies replies;
  private final Acquaintance acquaintance;
  private final Finding finding;
  private final Identity me;
  private final Discretion discretion;
  private final Once once;

  Front(Desk desk, Commands commands, Clicks clicks, Screens screens, Outward out) {
    this.desk = desk;
    this.commands = commands;
    this.clicks = clicks;
    this.screens = screens;
    this.modals = screens.all().stream().collect(Collectors.toMap(Modal::callback, m -> m));
    this.windows = out.windows();
    this.errands = out.errands();
    this.replies = out.replies();
    this.acquaintance = out.acquaintance();
    this.finding = out.finding();
    this.me = out.me();
    this.discretion = out.discretion();
    this.once = new Once(desk);
  }

  /** The ways from the front to Slack, and who the bot is there. */
  record Outward(
      Windows windows,
      Errands errands,
      PrivateReplies replies,
      Acquaintance acquaintance,
      Finding finding,
      Identity me,
      Discretion discretion) {}

  /** Runs a slash command. */
  public Answer typed(Asked asked, String words) {
    return isFresh(asked)
        ? command(asked, words)
        : Answer.say(
            "That reached me twice, and I do it once. "
                + desk.cmd("status")
                + " shows how things stand.");
  }

  /** When that cannot be known, the command itself says what is wrong. */
  private boolean isFresh(Asked asked) {
    try {
      return once.begin(request(asked)) instanceof Fresh;
    } catch (RuntimeException unknown) {
      LOG.warn("nobody knows whether this was done already", unknown);
      return true;
    }
  }

  /**
   * Runs a command in a message to the bot. Slack sends such a message again when it is in doubt;
   * while another process is at it, it is asked to do so once more.
   */
  public Answer mention(Asked asked, String words) {
    Standing standing = once.begin(request(asked));
    if (standing instanceof UnderWay) {
      throw new TurnedAway("another process does this already, or died meanwhile", null);
    }
    return standing instanceof Fresh ? command(asked, words) : Answer.NONE;
  }

  private static String request(Asked asked) {
    Place place = asked.place();
    return String.join("/", "typed", place.team(), place.channel(), place.user(), asked.once());
  }

  /**
   * Slack is asked first who is not known yet, the asker or somebody mentioned; then the answer
   * comes a moment later.
   */
  private Answer command(Asked asked, String typed) {
    Masking.Words words = discretion.typed(typed);
    long incident;
    try {
      incident = desk.find(Which.of(asked.place())).map(Draft::id).orElse(0L);
    } catch (RuntimeException away) {
      return commands.failed(words.text(), away);
    }
    return About.ask(incident, () -> hear(asked, words));
  }

  private Answer hear(Asked asked, Masking.Words words) {
    acquaintance.meetAllIn(words.text());
    Set<String> strangers = acquaintance.strangersIn(asked.place().user(), words.text());
    if (strangers.isEmpty()) {
      return run(asked, words);
    }
    return later(
        asked.reply(),
        () -> {
          acquaintance.meet(strangers);
          return run(asked, words);
        });
  }

  private Answer run(Asked asked, Masking.Words words) {
    Answer answer = discretion.with(commands.run(asked, words.text()), asked, words.kinds());
    once.done(request(asked));
    return answer;
  }

  private Answer later(WayBack back, Supplier<Answer> answer) {
    boolean soon = errands.run("answer", () -> replies.reply(back, answer.get()));
    return soon
        ? Answer.NONE
        : Answer.say(
            "I am very busy right now, and nothing was changed. Please try again in a minute.");
  }

  /** Does what was clicked; what there is to say comes privately. */
  public void click(JsonNode sent) {
    Click click = new Click(discretion.window(sent));
    if (savesOnTheWay(click) && !once.isNew("click/" + click.trigger())) {
      return;
    }
    long id = click.isInModal() ? new Form(click.payload()).incident() : click.number();
    Optional<Draft> draft = desk.find(Which.of(id));
    About.incident(draft.map(Draft::id).orElse(0L), () -> click(click, draft));
  }

  private void click(Click click, Optional<Draft> draft) {
    if (draft.isPresent() && needsProof(draft.get(), click)) {
      later(
          click.back(),
          () ->
              finding.mayRead(draft.get(), click.user())
                  ? perform(click)
                  : Answer.say(
                      "That post-mortem belongs to a private channel that you are not in."));
    } else {
      Answer answer = perform(click);
      if (!answer.isEmpty()) {
        later(click.back(), () -> answer);
      }
    }
  }

  /** Other buttons may be pressed twice without harm. */
  private static boolean savesOnTheWay(Click click) {
    return click.what().equals(EditModal.TURN);
  }

  /**
   * A click in the private war room itself proves that the person is in it; one elsewhere, perhaps
   * a year later, does not. Whoever sees the published document may say that they have read it, and
   * whoever is asked to take over may decline.
   */
  private static boolean needsProof(Draft draft, Click click) {
    return draft.room().isPrivate()
        && !draft.room().channel().equals(click.channel())
        && !click.what().equals(Buttons.KNOWN)
        && !click.what().equals(Buttons.DECLINE);
  }

  private Answer perform(Click click) {
    try {
      return clicks
          .click(click)
          .orElseGet(
              () -> {
                LOG.debug("nothing to do for {}", Code.of(click.what()));
                return Answer.NONE;
              });
    } catch (RuntimeException unexpected) {
      LOG.error("a click on {} failed", Code.of(click.what()), unexpected);
      return Answer.say(
          "Something went wrong on my side, and nothing was changed. Please try again in a minute.");
    }
  }

  /** Takes a submitted modal. */
  public Reply submit(JsonNode sent) {
    JsonNode payload = discretion.window(sent);
    Form form = new Form(payload);
    Modal modal = modals.get(form.callback());
    if (modal == null) {
      return Reply.CLOSE;
    }
    return About.ask(
        form.incident(),
        () -> {
          acquaintance.meetAllIn(payload.path("view").path("state").toString());
          return submit(modal, form);
        });
  }

  private Reply submit(Modal modal, Form form) {
    try {
      return once.submit(form.request(), meanwhile(form), () -> modal.submitted(form));
    } catch (RuntimeException unexpected) {
      LOG.error("{} could not be saved", modal.callback(), unexpected);
      return broken(form, unexpected);
    }
  }

  /** What is said under the first field, when there is one. */
  private static Reply meanwhile(Form form) {
    return form.blocks().stream()
        .findFirst()
        .map(
            block ->
                Reply.fault(
                    block,
                    "This is being saved already. Should the window stay open, try again in half a minute."))
        .orElse(Reply.CLOSE);
  }

  /** A window was closed without saving it: whoever typed something is offered it again. */
  public void closed(JsonNode sent) {
    Click click = new Click(discretion.window(sent));
    About.incident(click.form().incident(), () -> closed(click));
  }

  private void closed(Click click) {
    List<String> kept = screens.closed(click.form());
    if (!kept.isEmpty()) {
      String what =
          "You closed the window without saving it. What you typed under "
              + String.join(", ", kept)
              + " is kept for you, and nobody else sees it.";
      later(click.back(), () -> Answer.say(what).plus(Buttons.unsaved(click.form().incident())));
    }
  }

  /** What was typed stays where it was typed, and the sentence stands beneath. */
  private static Reply broken(Form form, RuntimeException unexpected) {
    String block = form.blocks().stream().findFirst().orElseThrow(() -> unexpected);
    return Reply.fault(
        block,
        "Something went wrong on my side, and nothing was saved. What you typed is still here; please try again in a"
            + " minute.");
  }

  /** Opens what a shortcut on a message stands for. */
  public void messageShortcut(JsonNode payload) {
    Click click = new Click(payload);
    Optional<Draft> draft =
        desk.find(Which.of(click.place())).filter(found -> found.state().isWritable());
    JsonNode message = discretion.message(payload.path("message"));
    boolean task = payload.path("callback_id").asText().equals(TASK_SHORTCUT);
    if (draft.isEmpty()) {
      tell(
          click,
          "There is no open post-mortem in this channel, so nothing was changed. Open one with "
              + desk.cmd("start TITLE")
              + ".");
      return;
    }
    if (!task && me.isMine(message)) {
      tell(click, "That is a message of mine. What I say is no part of the timeline.");
      return;
    }
    String ts = message.path("ts").asText(payload.path("message_ts").asText());
    MessageKey key = new MessageKey(click.team(), click.channel(), ts);
    About.incident(
        draft.get().id(),
        () ->
            windows.open(
                click.back(),
                () -> {
                  acquaintance.meet(acquaintance.strangersIn(click.user(), message.toString()));
                  String words = read(message);
                  return task
                      ? screens.newTask(draft.get(), words, key)
                      : screens.add(draft.get(), key, words);
                }));
  }

  private void tell(Click click, String sentence) {
    later(click.back(), () -> Answer.say(sentence));
  }

  private String read(JsonNode message) {
    return desk.store()
        .read(records -> new SlackWording().plain(message.toString(), new KnownNames(records)));
  }

  /** Opens what the shortcut that belongs to no message stands for. */
  public void globalShortcut(JsonNode payload) {
    Click click = new Click(payload);
    windows.open(
        click.back(),
        () -> {
          acquaintance.meet(Set.of(click.user()));
          return screens.start(null, click.user(), desk.now());
        });
  }
}
