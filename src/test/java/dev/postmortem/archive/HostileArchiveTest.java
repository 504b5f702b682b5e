package dev.postmortem.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are made to do harm. */
class HostileArchiveTest {
  private static final Limits TIGHT = new Limits(20, 4_000, 20_000, 30_000, 50, 1_000);
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Faults faults = new Faults();
  @TempDir private Path temp;

  @BeforeEach
  void a_small_export() {
    add("channels.json", "[{\"id\":\"C1\",\"name\":\"hall\"}]");
    add("hall/2026-01-01.json", message("1700000000.000001", "first"));
  }

  private void add(String name, String content) {
    files.put(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static String message(String ts, String text) {
    return "[{\"ts\":\"" + ts + "\",\"text\":\"" + text + "\"}]";
  }

  private Path zip() throws IOException {
    Path zip = temp.resolve("export.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        packed.putNextEntry(new ZipEntry(file.getKey()));
        packed.write(file.getValue());
        packed.closeEntry();
      }
    }
    return zip;
  }

  private List<String> read(Path path, Limits limits) throws Unusable {
    List<String> texts = new ArrayList<>();
    try (Export export = Export.open(path, faults, limits)) {
      export.read(
          export.room("hall"),
          new Export.Reader() {
            @Override
            public void day(int number, int of) {
              // only the words count here
            }

            @Override
            public boolean message(JsonNode message, Export.Place place) {
              texts.add(message.path("text").asText());
              return true;
            }
          });
    }
    return texts;
  }

  @Test
  void a_harmless_export_passes_the_tight_limits() throws Exception {
    assertThat(read(zip(), TIGHT)).containsExactly("first");
    assertThat(faults.lines()).isEmpty();
  }

  @Test
  void a_file_that_unpacks_to_far_more_than_its_size_is_not_read_on() throws Exception {
    add("hall/2026-01-02.json", message("1700000001.000001", "a".repeat(2_000_000)));
    add("hall/2026-01-03.json", message("1700000002.000001", "last"));
    assertThat(read(zip(), Limits.USUAL)).containsExactly("first", "last");
    assertThat(faults.lines())
        .containsExactly(
            "hall/2026-01-02.json: it unpacks to more than 200 times its size, as a zip bomb does;"
                + " what follows in this file was not read");
  }

  @Test
  void the_length_of_a_message_and_of_a_file_and_of_all_has_a_limit() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("export/hall"));
    Files.write(folder.resolve("2026-01-01.json"), files.get("hall/2026-01-01.json"));
    write(folder, "2026-01-02.json", message("1700000001.000001", "b".repeat(19_000)));
    write(folder, "2026-01-03.json", many(9_900));
    write(folder, "2026-01-04.json", many(30_000));
    write(folder, "2026-01-05.json", many(500));
    Limits limits = new Limits(20, 10_000, 20_000, 60_000, 50, 1_000);
    assertThat(read(temp.resolve("export"), limits)).contains("first").hasSizeGreaterThan(100);
    assertThat(faults.lines())
        .extracting(line -> line.substring(0, line.indexOf(';')))
        .containsExactly(
            "hall/2026-01-02.json: a message is longer than 0 MB",
            "hall/2026-01-04.json: it is longer than 0 MB");
    Limits little = new Limits(20, 10_000, 20_000, 100, 50, 1_000);
    assertThat(read(temp.resolve("export"), little)).isEqualTo(List.of("first"));
    assertThat(faults.lines())
        .contains(
            "hall/2026-01-05.json: more than 0 MB were read before it; what follows in this file"
                + " was not read");
  }

  private static void write(Path folder, String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static String many(int bytes) {
    StringBuilder list = new StringBuilder("[");
    while (list.length() < bytes) {
      list.append("{\"ts\":\"1700000003.").append(100_000 + list.length()).append("\"},\n");
    }
    return list.append("{}]").toString();
  }

  @Test
  void a_zip_of_too_many_files_is_refused_as_a_whole() throws IOException {
    for (int i = 0; i < 30; i++) {
      add("hall/" + i + ".txt", "x");
    }
    Path zip = zip();
    assertThatThrownBy(() -> read(zip, TIGHT))
        .isInstanceOf(Unusable.class)
        .hasMessage("The zip holds more than 20 files; none was read.");
  }

  @Test
  void paths_that_could_lead_out_are_named_and_not_read() throws Exception {
    String evil = message("1700000001.000001", "evil");
    List<String> paths =
        List.of(
            "../hall/2026-01-02.json",
            "/hall/2026-01-02.json",
            "hall/../hall/2026-01-02.json",
            "hall\\2026-01-02.json",
            "C:/hall/2026-01-02.json",
            "hall//2026-01-02.json",
            "./hall/2026-01-02.json",
            "hall/2026-01-02.json\u001b[31m");
    paths.forEach(path -> add(path, evil));
    assertThat(read(zip(), TIGHT)).containsExactly("first");
    assertThat(faults.lines())
        .hasSameSizeAs(paths)
        .allMatch(
            line -> line.endsWith(": its path could lead out of the export, so it was not read"))
        .noneMatch(line -> line.contains("\u001b"));
  }

  @Test
  void the_list_of_channels_leads_nowhere_else() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("export/other"));
    Files.writeString(folder.resolve("2026-01-01.json"), message("1700000000.000001", "fine"));
    Path outside = Files.createDirectories(temp.resolve("outside"));
    Files.writeString(outside.resolve("2026-01-01.json"), message("1700000000.000001", "evil"));
    Files.writeString(
        temp.resolve("export/channels.json"),
        "[{\"id\":\"../outside\",\"name\":\"hall\"},{\"id\":\"C2\",\"name\":\"../outside\"}]");
    assertThatThrownBy(() -> read(temp.resolve("export"), TIGHT))
        .isInstanceOf(Unusable.class)
        .hasMessage("This export lists #hall, but holds nothing of it.");
  }

  @Test
  void links_are_named_and_not_followed() throws Exception {
    Path folder = Files.createDirectories(temp.resolve("export/hall"));
    Files.write(folder.resolve("2026-01-01.json"), files.get("hall/2026-01-01.json"));
    Path secret = Files.writeString(temp.resolve("secret"), message("1700000001.000001", "evil"));
    Files.createSymbolicLink(folder.resolve("2026-01-02.json"), secret);
    Files.createSymbolicLink(temp.resolve("export/users.json"), secret);
    Files.createSymbolicLink(temp.resolve("export/loft"), folder);
    assertThat(read(temp.resolve("export"), TIGHT)).containsExactly("first");
    assertThat(faults.lines())
        .containsExactlyInAnyOrder(
            "users.json: it is a link, which is not followed",
            "loft: it is a link, which is not followed",
            "hall/2026-01-02.json: it is a link, which is not followed");
  }

  @Test
  void a_damaged_zip_is_reported() throws Exception {
    byte[] noise = new byte[3_000];
    new Random(7).nextBytes(noise);
    add("hall/2026-01-02.json", message("1700000001.000001", HexFormat.of().formatHex(noise)));
    Path zip = zip();
    byte[] bytes = Files.readAllBytes(zip);
    int inside =
        new String(bytes, StandardCharsets.ISO_8859_1).indexOf("hall/2026-01-02.json") + 600;
    bytes[inside] ^= 0x55;
    bytes[inside + 1] ^= 0x55;
    Files.write(zip, bytes);
    assertThat(read(zip, Limits.USUAL)).first().isEqualTo("first");
    assertThat(faults.lines()).hasSize(1).first().asString().startsWith("hall/2026-01-02.json: ");
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatThrownBy(() -> read(zip, TIGHT)).isInstanceOf(Unusable.class);
  }
}
