package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Task;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.follow.AskOwners;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The letter with somebody's tasks that are due, of all incidents. */
final class TaskLetters {
  /** Each takes two blocks, of which a message has at most 50. */
  private static final int SHOWN = 20;

  private final Desk desk;
  private final AskOwners owners;
  private final BiPredicate<Draft, String> mayRead;

  TaskLetters(Desk desk, BiPredicate<Draft, String> mayRead) {
    this.desk = desk;
    this.owners = new AskOwners(desk);
    this.mayRead = mayRead;
  }

  /** A task, where it belongs, and whether the reader may know of it. */
  private record Item(Draft draft, Task task, boolean readable) {}

  /** Nothing when all is done meanwhile, or it is no time to write to somebody. */
  Optional<SlackMessage> due(Letter letter, Draft first) {
    List<Item> items = items(letter);
    boolean isAnyOpen = items.stream().anyMatch(item -> isTheirs(item.task(), letter.to()));
    if (!isAnyOpen) {
      return Optional.empty();
    }
    if (!owners.isTimely(letter.to(), day(letter), first.headline().zone())) {
      items.forEach(item -> owners.again(item.draft(), item.task(), day(letter)));
      return Optional.empty();
    }
    return Optional.of(draw(letter));
  }

  /** The letter as its tasks stand now. */
  SlackMessage draw(Letter letter) {
    List<Item> items = items(letter);
    List<JsonNode> blocks = new ArrayList<>();
    for (Item item : items.subList(0, Math.min(SHOWN, items.size()))) {
      blocks.addAll(blocks(item, letter.to()));
    }
    int rest = items.size() - SHOWN;
    if (rest > 0) {
      blocks.add(Kit.section("And " + rest + " more: my Home tab lists them all."));
    }
    String lines =
        items.stream().map(item -> line(item, letter.to())).collect(Collectors.joining("\n"));
    Optional<String> team = items.stream().map(one -> one.draft().room().team()).findFirst();
    team.ifPresent(id -> blocks.addAll(new InBrowser(desk).tasks(id, letter.place())));
    SlackMessage whole = FollowLetters.message("*Your tasks that are due*\n" + lines, List.of());
    blocks.add(0, Kit.markup("*Your tasks that are due*"));
    return new SlackMessage(whole.text(), Kit.blocks(blocks).toString());
  }

  private List<JsonNode> blocks(Item item, String reader) {
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.markup(line(item, reader)));
    if (isTheirs(item.task(), reader) && item.readable()) {
      String value = item.draft().id() + "/" + item.task().number();
      String about = ": task " + item.task().number() + " of " + item.draft().name();
      blocks.add(
          Kit.actions(
              "task/" + value,
              Kit.labelled(Kit.button("Done", Buttons.DONE + ":" + value, value), "Done" + about),
              Kit.labelled(
                  Kit.button("Won't do", Buttons.DROP + ":" + value, value), "Won't do" + about),
              Buttons.later(Buttons.LATER + ":" + value, value)));
    }
    return blocks;
  }

  /** The words of a private war room are not for those who are not in it. */
  private String line(Item item, String reader) {
    Task task = item.task();
    if (!item.readable()) {
      return "*Task "
          + task.number()
          + " of "
          + item.draft().name()
          + "*, whose channel is private; you are not in it. Ask "
          + Kit.escape(desk.name(item.draft().roles().owner()))
          + " for it.";
    }
    String reason = task.reason().isEmpty() ? "" : ": " + Kit.escape(task.reason());
    String state =
        isTheirs(task, reader)
            ? ""
            : task.state() == Task.State.OPEN
                ? " (no longer yours)"
                : " (" + task.state().word() + reason + ")";
    return FollowLetters.title(item.draft())
        + "\nTask "
        + task.number()
        + ": "
        + Kit.escape(Kit.cut(task.plain(), 500))
        + (task.due() == null ? "" : ", due " + task.due())
        + state;
  }

  private static boolean isTheirs(Task task, String reader) {
    return task.state() == Task.State.OPEN && reader.equals(task.owner());
  }

  private static LocalDate day(Letter letter) {
    return LocalDate.parse(letter.note().split(" ", 2)[0]);
  }

  private List<Item> items(Letter letter) {
    Map<Long, Boolean> readable = new HashMap<>();
    List<Item> items = new ArrayList<>();
    for (String name : letter.note().split(" ", -1)) {
      String[] parts = name.split("/", 2);
      if (parts.length == 2) {
        Optional<Draft> draft = desk.find(Which.of(Long.parseLong(parts[0])));
        draft
            .flatMap(found -> found.task(Integer.parseInt(parts[1])))
            .map(task -> item(draft.get(), task, letter.to(), readable))
            .ifPresent(items::add);
      }
    }
    return items;
  }

  private Item item(Draft draft, Task task, String reader, Map<Long, Boolean> readable) {
    boolean may = readable.computeIfAbsent(draft.id(), id -> mayRead.test(draft, reader));
    return new Item(draft, task, may);
  }
}
