package dev.postmortem.workflow.publish;

import dev.postmortem.document.Block;
import dev.postmortem.document.HtmlRenderer;
import dev.postmortem.document.ImageFile;
import dev.postmortem.document.Pictures;
import dev.postmortem.document.Wording;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Names;
import dev.postmortem.timeline.Pictures.Kept;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads words with what is known of the copies of their pictures. The bytes are read only for a
 * form that shows them, each once, and no more of them than that form holds.
 */
final class Album implements Wording {
  private final Wording wording;
  private final Records records;
  private final String team;
  private final Map<String, Kept> copies;
  private final Map<String, Optional<String>> data = new HashMap<>();
  private int room;

  private Album(Wording wording, Records records, Draft draft, int room) {
    this.wording = wording;
    this.records = records;
    this.team = draft.room().team();
    this.copies = records.pictures().copies(draft.id());
    this.room = room;
  }

  /** For forms that link pictures. */
  static Album ofLinks(Wording wording, Records records, Draft draft) {
    return new Album(wording, records, draft, 0);
  }

  /** For HTML, which holds them. */
  static Album ofBytes(Wording wording, Records records, Draft draft) {
    return new Album(wording, records, draft, HtmlRenderer.MOST_IMAGE_DATA);
  }

  @Override
  public List<Block> read(String raw, Names names) {
    List<Block> blocks = wording.read(raw, names);
    return copies.isEmpty() ? blocks : Pictures.replaced(blocks, this::known);
  }

  private Block.Picture known(Block.Picture picture) {
    ImageFile file = picture.file();
    Kept copy = file == null ? null : copies.get(file.id());
    if (file == null || copy == null) {
      return picture;
    }
    ImageFile copied = new ImageFile(file.id(), file.name(), copy.type().mime(), copy.size(), true);
    return new Block.Picture(picture.alt(), picture.link(), data(file.id(), copy), copied);
  }

  private @Nullable String data(String file, Kept copy) {
    return data.computeIfAbsent(file, id -> load(id, copy)).orElse(null);
  }

  /** In base64 four letters stand for three bytes. */
  private Optional<String> load(String file, Kept copy) {
    int letters = copy.size() / 3 * 4 + 32;
    if (letters > room) {
      return Optional.empty();
    }
    room -= letters;
    return records
        .pictures()
        .bytes(team, file)
        .map(
            bytes ->
                "data:"
                    + copy.type().mime()
                    + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes));
  }
}
