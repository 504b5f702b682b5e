package dev.postmortem.rehearsal;

import dev.postmortem.rehearsal.state.OpenView;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.Person;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A person of the workspace. */
public final class Member implements Participant {
  private final Backstage stage;
  private final String id;

  Member(Backstage stage, String id) {
    this.stage = stage;
    this.id = id;
  }

  private Person person() {
    return stage.person(id);
  }

  @Override
  public String id() {
    return id;
  }

  /** The handle, without the at sign. */
  public String name() {
    return person().name();
  }

  /** The full name. */
  public String realName() {
    return person().realName();
  }

  /** The role, from the profile. */
  public String title() {
    return person().title();
  }

  /** The person's time zone. */
  public ZoneId zone() {
    return person().zone();
  }

  /** The person in a conversation. */
  public Place in(Channel room) {
    return new Place(stage, this, room);
  }

  /** The person in the direct message with the bot. */
  public Place dm() {
    return in(stage.team.locked(() -> stage.channel(stage.team.rooms().direct(id))));
  }

  /** The modal on top of this person's screen; waits for one a bounded real time. */
  public Modal modal() {
    return stage.await("a modal on the screen of " + name(), this::openModal, () -> privately());
  }

  /** The modal with this title on top of this person's screen; waits for it a bounded real time. */
  public Modal modal(String title) {
    return stage.await(
        "a modal \"" + title + "\" on the screen of " + name(),
        () -> openModal().filter(modal -> modal.title().equals(title)),
        () ->
            openModal()
                .map(modal -> "; there is \"" + modal.title() + "\"")
                .orElse("; there is none"));
  }

  private String privately() {
    List<String> calls =
        stage.wire.journal().calls("views.open").stream()
            .filter(call -> !call.ok())
            .map(call -> call.answer().toString())
            .toList();
    return calls.isEmpty()
        ? "; views.open was not refused"
        : "; views.open was refused: " + calls.get(calls.size() - 1);
  }

  /** The modal on top of this person's screen now. */
  public Optional<Modal> openModal() {
    return stage.team.read(
        () -> {
          List<OpenView> stack = stage.team.views().stack(id);
          return stack.isEmpty()
              ? Optional.empty()
              : Optional.of(new Modal(stage, stack.get(stack.size() - 1)));
        });
  }

  /** Opens the app's Home tab, which tells the app, and waits for the acknowledgement. */
  public Home opensHome() {
    stage.homeTab.open(person(), "home");
    stage.settle();
    return home();
  }

  /** The Home tab as it is published for this person. */
  public Home home() {
    return new Home(stage, id);
  }

  /** Uses a global shortcut, named as in the menu, and waits for the acknowledgement. */
  public ClickResult globalShortcut(String name) {
    return Backstage.result(stage.shortcuts.global(person(), name));
  }

  /** Clicks a button of a message. */
  public ClickResult clicks(Message message, String button) {
    return message.click(this, button);
  }

  /** Changes the role in the profile. */
  public Member becomes(String title) {
    return change(person -> person.withTitle(title));
  }

  /** Changes the full and the display name. */
  public Member renames(String realName) {
    return change(person -> person.withName(realName));
  }

  /** Moves to another zone. */
  public Member moves(ZoneId zone) {
    return change(person -> person.withZone(zone));
  }

  /** Is a guest from now on, who sees only the channels that they are in. */
  public Member becomesGuest() {
    return change(Person::guest);
  }

  /** Leaves the company: the account is deactivated. */
  public Member departs() {
    return change(Person::departed);
  }

  private Member change(UnaryOperator<Person> change) {
    stage.run(
        () -> {
          Person changed = stage.team.people().put(change.apply(person()));
          var user = changed.json(stage.team.app(), stage.team.clock().instant());
          stage.team.tell(
              Json.of(
                  "type",
                  "user_change",
                  "user",
                  user,
                  "cache_ts",
                  stage.team.clock().instant().getEpochSecond()));
        });
    return this;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Member member && member.stage == stage && member.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return name();
  }
}
