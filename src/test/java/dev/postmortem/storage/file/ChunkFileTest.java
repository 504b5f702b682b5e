package dev.postmortem.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which the disk gets H2's chunks. */
class ChunkFileTest {
  private static final int BLOCK = 4096;
  private final List<String> done = new ArrayList<>();
  @TempDir private Path directory;
  private Path path;
  private ChunkFile file;

  @BeforeEach
  void open() throws IOException {
    path = directory.resolve("file");
    file =
        new ChunkFile(
            new Told(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE), done));
    file.force(false);
    done.clear();
  }

  @AfterEach
  void close() throws IOException {
    file.close();
  }

  private static ByteBuffer chunk(int blocks, int of) {
    byte[] bytes = new byte[blocks * BLOCK];
    Arrays.fill(bytes, (byte) of);
    return ByteBuffer.wrap(bytes);
  }

  @Test
  void the_end_of_a_chunk_follows_when_the_rest_is_on_the_disk() throws Exception {
    ByteBuffer chunk = chunk(2, 7);
    assertThat(file.write(chunk, 2 * BLOCK)).isEqualTo(2 * BLOCK);
    assertThat(chunk.hasRemaining()).isFalse();
    assertThat(done).containsExactly("7680 at 8192", "forced", "512 at 15872");
    assertThat(Files.readAllBytes(path)).endsWith(chunk(2, 7).array());
  }

  @Test
  void a_chunk_follows_when_the_one_before_it_is_on_the_disk() throws Exception {
    file.write(chunk(1, 1), 2 * BLOCK);
    done.clear();
    file.write(chunk(1, 2), 3 * BLOCK);
    assertThat(done).containsExactly("forced", "3584 at 12288", "forced", "512 at 15872");
  }

  @Test
  void a_chunk_follows_when_what_a_process_left_that_was_killed_is_on_the_disk() throws Exception {
    try (ChunkFile next =
        new ChunkFile(new Told(FileChannel.open(path, StandardOpenOption.WRITE), done))) {
      next.write(chunk(1, 1), 2 * BLOCK);
    }
    assertThat(done).containsExactly("forced", "3584 at 8192", "forced", "512 at 11776");
  }

  @Test
  void what_is_forced_already_is_not_forced_again() throws Exception {
    file.write(chunk(1, 1), 2 * BLOCK);
    file.force(false);
    done.clear();
    file.write(chunk(1, 2), 3 * BLOCK);
    assertThat(done).containsExactly("3584 at 12288", "forced", "512 at 15872");
  }

  @Test
  void the_header_of_the_file_is_written_as_it_is() throws Exception {
    file.write(chunk(2, 1), 0);
    assertThat(done).containsExactly("8192 at 0");
  }

  private static final class Told extends FileBeneath {
    private final List<String> done;

    Told(FileChannel file, List<String> done) {
      super(file);
      this.done = done;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      done.add(source.remaining() + " at " + position);
      return super.write(source, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
      done.add("forced");
      super.force(metaData);
    }
  }
}
