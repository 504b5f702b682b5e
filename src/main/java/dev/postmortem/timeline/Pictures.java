package dev.postmortem.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps copies of the pictures that messages show, and knows which are still to be fetched. A copy
 * stays as long as a kept message shows its picture.
 */
public interface Pictures {
  /**
   * Takes in which pictures a message shows now; those that are new are wanted from {@code now} on.
   * Nothing happens when the message is not kept, or taken back.
   *
   * @param reader finds the pictures in a message
   */
  void look(MessageKey key, Function<Message, List<SharedPicture>> reader, Instant now);

  /** The messages of an incident that have files none of which is known here. */
  List<MessageKey> unseen(long incident);

  /** The picture that has been due for longest. */
  Optional<Wanted> due(Instant now);

  /** The incident that shows it, of several the first; 0 when none does. */
  long shownIn(SharedPicture picture);

  /** When the next picture is due, if any is. */
  Optional<Instant> nextDue();

  /** Keeps the copy, unless nobody shows the picture any more. */
  void keep(SharedPicture picture, PictureCopy copy);

  /**
   * It could not be fetched.
   *
   * @param again when to try again, null for never
   */
  void miss(SharedPicture picture, String reason, @Nullable Instant again);

  /** What is known of the copies of the pictures that an incident shows, by the id of the file. */
  Map<String, Kept> copies(long incident);

  /** The bytes of a copy; empty when there is none, or it is no longer what was fetched. */
  Optional<byte[]> bytes(String team, String file);

  /** A picture to be fetched, and how often that was tried in vain. */
  record Wanted(SharedPicture picture, int attempts) {}

  /**
   * A copy without its bytes.
   *
   * @param size in bytes
   */
  record Kept(ImageType type, int size) {}
}
