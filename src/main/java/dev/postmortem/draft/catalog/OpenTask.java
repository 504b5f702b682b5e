package dev.postmortem.draft.catalog;

import dev.postmortem.draft.Task;
import dev.postmortem.draft.WarRoom;
import java.time.Instant;

/**
 * A task that is still to be done.
 *
 * @param title of the post-mortem that it belongs to
 * @param made when it was made; when the post-mortem was opened, where that was not kept
 */
public record OpenTask(long incident, String title, WarRoom room, Task task, Instant made) {}
