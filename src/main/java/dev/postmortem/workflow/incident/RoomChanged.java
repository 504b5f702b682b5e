package dev.postmortem.workflow.incident;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.workflow.Desk;

/** Slack renamed a channel, closed it to the public, or gave it another id. */
public final class RoomChanged {
  private final Desk desk;

  public RoomChanged(Desk desk) {
    this.desk = desk;
  }

  /** The channel has another name, or is private now. */
  public void described(WarRoom room) {
    desk.store()
        .change(
            records ->
                records.drafts().all(room.team()).stream()
                    .filter(draft -> draft.room().channel().equals(room.channel()))
                    .forEach(draft -> records.drafts().save(draft.with(room))));
  }

  /** The channel has another id; everything that was kept for it follows. */
  public void moved(String team, String from, String to) {
    desk.store()
        .change(
            records -> {
              records.timelines().moveChannel(team, from, to);
              for (Draft draft : records.drafts().all(team)) {
                WarRoom room = draft.room();
                if (room.channel().equals(from)) {
                  records
                      .drafts()
                      .save(draft.with(new WarRoom(team, to, room.name(), room.isPrivate())));
                }
              }
            });
  }
}
