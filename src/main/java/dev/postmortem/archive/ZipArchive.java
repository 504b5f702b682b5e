package dev.postmortem.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** An export as Slack hands it out. It is read where it lies; nothing is unpacked to the disk. */
final class ZipArchive implements Archive {
  /** A drive, a backslash, a character that no name has. */
  private static final Pattern ODD = Pattern.compile("^[A-Za-z]:|[\\\\\\p{Cntrl}]");

  private final ZipFile zip;
  private final Limits limits;
  private final Bounded.Budget budget;

  /** By folder, then by name. */
  private final SortedMap<String, SortedMap<String, ZipEntry>> entries = new TreeMap<>();

  private final String top;

  private ZipArchive(ZipFile zip, Faults faults, Limits limits) throws Unusable {
    this.zip = zip;
    this.limits = limits;
    this.budget = new Bounded.Budget(limits.all());
    if (zip.size() > limits.files()) {
      throw new Unusable("The zip holds more than " + limits.files() + " files; none was read.");
    }
    SortedMap<String, ZipEntry> all = sound(zip, faults);
    this.top = top(all.keySet());
    all.forEach(this::place);
  }

  static ZipArchive open(Path path, Faults faults, Limits limits) throws Unusable, IOException {
    ZipFile zip = zip(path);
    try {
      return new ZipArchive(zip, faults, limits);
    } catch (Unusable refused) {
      zip.close();
      throw refused;
    }
  }

  /** Some programs write names in the letters of their own country. */
  private static ZipFile zip(Path path) throws Unusable, IOException {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException first) {
      try {
        return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
      } catch (ZipException second) {
        throw new Unusable(
            path + " is neither a folder nor a zip that can be read: " + second.getMessage());
      }
    }
  }

  private static SortedMap<String, ZipEntry> sound(ZipFile zip, Faults faults) {
    SortedMap<String, ZipEntry> all = new TreeMap<>();
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      String name = entry.getName();
      if (!isWithin(name)) {
        faults.add(name, "its path could lead out of the export, so it was not read");
      } else if (!entry.isDirectory() && all.put(name, entry) != null) {
        faults.add(name, "it is there twice; only one was read");
      }
    }
    return all;
  }

  private static boolean isWithin(String name) {
    String path = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    return !ODD.matcher(path).find()
        && Arrays.stream(path.split("/", -1))
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  /** Whoever packs an export again often packs the folder around it. */
  private static String top(Iterable<String> names) {
    String best = "";
    boolean found = false;
    for (String name : names) {
      int slash = name.lastIndexOf('/') + 1;
      boolean index = Export.INDEX.contains(name.substring(slash));
      if (index && (!found || slash < best.length())) {
        best = name.substring(0, slash);
        found = true;
      }
    }
    return best;
  }

  private void place(String name, ZipEntry entry) {
    if (name.startsWith(top)) {
      List<String> parts = List.of(name.substring(top.length()).split("/", -1));
      if (parts.size() <= 2) {
        String folder = parts.size() == 2 ? parts.get(0) : "";
        String file = parts.get(parts.size() - 1);
        entries.computeIfAbsent(folder, key -> new TreeMap<>()).put(file, entry);
      }
    }
  }

  @Override
  public SortedSet<String> folders() {
    SortedSet<String> folders = new TreeSet<>(entries.keySet());
    folders.remove("");
    return folders;
  }

  @Override
  public SortedSet<String> files(String folder) {
    return new TreeSet<>(within(folder).keySet());
  }

  private Map<String, ZipEntry> within(String folder) {
    SortedMap<String, ZipEntry> files = entries.get(folder);
    return files == null ? Map.of() : files;
  }

  @Override
  public Bounded open(String folder, String file) throws IOException {
    ZipEntry entry = within(folder).get(file);
    if (entry == null) {
      throw new IOException("it is not there");
    }
    InputStream unpacked = new Sound(zip.getInputStream(entry), entry.getCrc());
    return new Bounded(unpacked, limits, budget, entry.getCompressedSize());
  }

  @Override
  public String shown(String folder, String file) {
    return top + (folder.isEmpty() ? file : folder + "/" + file);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** A file that was damaged must not be taken for what was said; Java itself does not look. */
  private static final class Sound extends CheckedInputStream {
    private final long sum;

    Sound(InputStream in, long sum) {
      super(in, new CRC32());
      this.sum = sum;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int count = super.read(into, from, length);
      if (count < 0 && getChecksum().getValue() != sum) {
        throw new IOException("it was damaged: its checksum is wrong");
      }
      return count;
    }
  }
}
