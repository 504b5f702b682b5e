package dev.postmortem.workflow.capture;

import dev.postmortem.timeline.ImageType;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.SharedPicture;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the bytes of pictures come from. */
public interface PictureSource {
  /** The pictures that a message shows. */
  List<SharedPicture> shownIn(Message message);

  /** Fetches one; takes its time. */
  Fetched fetch(SharedPicture picture);

  /** What came of it. */
  sealed interface Fetched {}

  /** It is here. */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are handed on as they came
  record Here(ImageType type, byte[] bytes) implements Fetched {}

  /** It cannot be had, for a reason that stays. */
  record Never(String reason) implements Fetched {}

  /**
   * It may well be had later.
   *
   * @param pause how long the source wants to be left alone, null when it did not say
   */
  record Later(String reason, @Nullable Duration pause) implements Fetched {}
}
