package dev.postmortem.review.wording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads a resource of this package: columns with tabs, and lines of remarks that begin with #. */
final class Table {
  private Table() {}

  /** The lines, each filled up with empty columns to this number. */
  static List<String[]> read(String resource, int columns) {
    try (InputStream in =
            Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String[]> read = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isEmpty() && line.charAt(0) != '#') {
          read.add(filled(line.split("\t", columns), columns));
        }
      }
      return read;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String[] filled(String[] found, int columns) {
    String[] all = Arrays.copyOf(found, columns);
    Arrays.fill(all, found.length, columns, "");
    return all;
  }
}
