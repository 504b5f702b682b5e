package dev.postmortem.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was added to a journal is found again, whatever ended the process or the power. */
class JournalTest {
  private static final byte[] NOTHING = {};
  @TempDir private Path directory;

  /** The file as it was when it was last forced to the disk. */
  private static byte[] forced = NOTHING;

  private static boolean isFull;

  @BeforeAll
  static void register() {
    SteadyFile.register();
    FilePath.register(new ForgetfulPath());
  }

  @BeforeEach
  void fresh() {
    forced = NOTHING;
    isFull = false;
  }

  private String name() {
    return "forgetful:" + directory.resolve("journal");
  }

  private Journal begun() throws IOException {
    Journal journal = Journal.open(name());
    journal.begin();
    return journal;
  }

  private static byte[] piece(String words) {
    return words.getBytes(UTF_8);
  }

  /** What is found in a file of these bytes. */
  private List<String> found(byte[] bytes) throws IOException {
    Path file = Files.write(directory.resolve("found"), bytes);
    String name = SteadyFile.SCHEME + ":" + file;
    try (Journal journal = Journal.open(name)) {
      List<String> left = journal.left().stream().map(it -> new String(it, UTF_8)).toList();
      assertThat(Journal.size(name)).isEqualTo(left.size());
      return left;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Test
  void what_was_added_is_there_after_the_power_went() throws Exception {
    try (Journal journal = begun()) {
      journal.add(piece("one"));
      journal.add(piece(""));
      journal.add(piece("three"));
      assertThat(found(forced)).containsExactly("one", "", "three");
    }
  }

  @Test
  void what_was_cleared_is_not_there_after_the_power_went() throws Exception {
    try (Journal journal = begun()) {
      journal.add(piece("one"));
      journal.add(piece("two"));
      journal.clear();
      assertThat(found(forced)).isEmpty();
      journal.add(piece("new"));
      assertThat(found(forced)).containsExactly("new");
    }
  }

  @Test
  void after_a_piece_of_the_same_length_as_an_earlier_one_the_earlier_next_is_not_taken_for_new()
      throws Exception {
    try (Journal journal = begun()) {
      journal.add(piece("one"));
      journal.add(piece("two"));
      journal.clear();
      journal.add(piece("six"));
      assertThat(found(forced)).containsExactly("six");
    }
  }

  @Test
  void wherever_the_file_breaks_off_or_is_damaged_whole_pieces_from_the_first_on_are_found()
      throws Exception {
    List<String> all = List.of("one", "a longer second one", "three");
    byte[] whole;
    try (Journal journal = begun()) {
      for (String words : all) {
        journal.add(piece(words));
      }
      whole = Arrays.copyOf(forced, 200);
    }
    assertThat(found(whole)).isEqualTo(all);
    for (int at = 0; at < 100; at++) {
      byte[] damaged = whole.clone();
      damaged[at] ^= (byte) 0xFF;
      for (byte[] bytes : List.of(Arrays.copyOf(whole, at), damaged)) {
        if (at == 3 && bytes == damaged) {
          assertThatThrownBy(() -> found(bytes)).hasMessage("written in a form of later");
        } else {
          List<String> found = found(bytes);
          assertThat(found).isEqualTo(all.subList(0, found.size()));
        }
      }
    }
  }

  @Test
  void what_could_not_be_added_is_not_in_it_and_what_comes_after_is() throws Exception {
    try (Journal journal = begun()) {
      journal.add(piece("one"));
      isFull = true;
      assertThatThrownBy(() -> journal.add(piece("two, in vain"))).isInstanceOf(IOException.class);
      assertThat(found(forced)).containsExactly("one");
      isFull = false;
      journal.add(piece("three"));
      assertThat(found(forced)).containsExactly("one", "three");
    }
  }

  @Test
  void what_was_wiped_stands_nowhere_in_the_file() throws Exception {
    try (Journal journal = begun()) {
      journal.add(piece("what nobody may read"));
      journal.clear();
      assertThat(new String(forced, UTF_8)).contains("nobody may read");
      assertThat(journal.isDirty()).isTrue();
      journal.wipe();
      assertThat(forced).containsOnly(0);
      assertThat(journal.isDirty()).isFalse();
    }
  }

  @Test
  void a_journal_in_which_nothing_is_left_goes_when_it_is_closed() throws Exception {
    Path file = directory.resolve("journal");
    begun().close();
    assertThat(file).doesNotExist();
    Journal journal = begun();
    journal.add(piece("one"));
    journal.close();
    assertThat(file).exists();
    assertThat(Journal.size(name())).isOne();
    Journal.open(name()).close();
    assertThat(Journal.size(name())).isOne();
    begun().close();
    assertThat(file).doesNotExist();
    assertThat(Journal.size(name())).isZero();
  }

  @Test
  void it_has_room_for_some_megabytes_and_says_when_there_is_none() throws Exception {
    byte[] large = new byte[1_000_000];
    try (Journal journal = begun()) {
      int count = 0;
      while (journal.hasRoom(large.length)) {
        journal.add(large);
        count++;
      }
      assertThat(count).isBetween(5, 9);
      assertThat(found(forced)).hasSize(count);
      assertThat(journal.hasRoom(Integer.MAX_VALUE)).isFalse();
      journal.clear();
      assertThat(journal.hasRoom(large.length)).isTrue();
    }
  }

  @Test
  void whatever_is_done_with_it_it_holds_what_a_list_would() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    Journal journal = begun();
    List<String> model = new ArrayList<>();
    for (int step = 0; step < 2_000; step++) {
      int dice = random.nextInt(20);
      if (dice == 0) {
        journal.clear();
        model.clear();
      } else if (dice == 1) {
        journal.wipe();
        model.clear();
      } else if (dice == 2) {
        journal.close();
        journal = Journal.open(name());
        assertThat(journal.left()).as("seed %d", seed).hasSameSizeAs(model);
        journal.begin();
        model.clear();
      } else if (dice == 3) {
        isFull = true;
        Journal full = journal;
        assertThatThrownBy(() -> full.add(piece("in vain"))).isInstanceOf(IOException.class);
        isFull = false;
      } else {
        String words = "x".repeat(random.nextInt(random.nextInt(9) == 0 ? 30_000 : 40)) + step;
        journal.add(piece(words));
        model.add(words);
      }
      if (step % 10 == 0) {
        assertThat(found(forced)).as("seed %d, step %d", seed, step).isEqualTo(model);
      }
    }
    journal.close();
  }

  /** A place whose files lose everything that was not forced to the disk. */
  public static final class ForgetfulPath extends FilePathWrapper {
    /** H2 makes others from the first, by this constructor. */
    public ForgetfulPath() {}

    @Override
    public String getScheme() {
      return "forgetful";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
      String path = getBase().toString();
      return new Forgetful(FilePath.get(SteadyFile.SCHEME + ":" + path).open(mode), Path.of(path));
    }
  }

  private static final class Forgetful extends FileBeneath {
    private final Path path;

    Forgetful(FileChannel file, Path path) {
      super(file);
      this.path = path;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      if (isFull) {
        source.limit(source.position() + source.remaining() / 2);
        super.write(source, position);
        throw new IOException("No space left on device");
      }
      return super.write(source, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      super.force(metaData);
      forced = Files.readAllBytes(path);
    }
  }
}
