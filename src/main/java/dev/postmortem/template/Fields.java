package dev.postmortem.template;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The named values of a part of the file, each read as what it should be. */
final class Fields {
  private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Faults faults;
  private final Node node;

  private Fields(Node node, Faults faults) {
    this.node = node;
    this.faults = faults;
  }

  /**
   * The fields of a mapping.
   *
   * @param what names the part in faults, as in “a section”
   * @param known the names it can have, in the order in which faults list them
   */
  static Optional<Fields> of(Node node, String what, List<String> known, Faults faults) {
    if (!(node instanceof MappingNode mapping)) {
      faults.add(node, "This should be " + what + ", with " + String.join(", ", known) + ".");
      return Optional.empty();
    }
    Fields fields = new Fields(node, faults);
    for (NodeTuple pair : mapping.getValue()) {
      fields.put(pair, what, known);
    }
    return Optional.of(fields);
  }

  private void put(NodeTuple pair, String what, List<String> known) {
    Node key = pair.getKeyNode();
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : "a list";
    if (!known.contains(name)) {
      faults.add(
          key,
          Faults.quoted(name)
              + " is nothing "
              + what
              + " can have; known are "
              + String.join(", ", known)
              + ".");
    } else if (values.putIfAbsent(name, pair.getValueNode()) != null) {
      faults.add(key, Faults.quoted(name) + " stands here twice.");
    }
  }

  /** Where the part begins. */
  int line() {
    return Faults.line(node);
  }

  /** Where a value stands; where the part begins, if it has none. */
  int line(String name) {
    Node value = values.get(name);
    return value == null ? line() : Faults.line(value);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text on one line, without spaces around it; empty when it is not given, or faulty. */
  Optional<String> text(String name, int longest) {
    Node value = values.get(name);
    return value == null ? Optional.empty() : text(value, name, longest);
  }

  private Optional<String> text(Node value, String name, int longest) {
    if (!(value instanceof ScalarNode scalar)) {
      faults.add(value, "The " + name + " should be a text.");
      return Optional.empty();
    }
    String text = scalar.getValue().strip().replaceAll("\\s+", " ");
    if (text.codePointCount(0, text.length()) > longest) {
      faults.add(value, "The " + name + " has more than " + longest + " characters.");
      return Optional.empty();
    }
    if (CONTROL.matcher(text).find()) {
      faults.add(value, "The " + name + " holds a character that cannot be shown.");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** Yes or no; empty when it is not given, or faulty. */
  Optional<Boolean> flag(String name) {
    Node value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    String word = value instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!List.of("true", "false").contains(word)) {
      faults.add(value, name + " should be true or false.");
      return Optional.empty();
    }
    return Optional.of(Boolean.valueOf(word));
  }

  /** A whole number; empty when it is not given, or faulty. */
  Optional<Integer> number(String name, int least, int most) {
    Node value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    String word = value instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!word.matches("[0-9]{1,6}")
        || Integer.parseInt(word) < least
        || Integer.parseInt(word) > most) {
      faults.add(value, name + " should be a whole number from " + least + " to " + most + ".");
      return Optional.empty();
    }
    return Optional.of(Integer.valueOf(word));
  }

  /** A time of day; empty when it is not given, or faulty. */
  Optional<LocalTime> time(String name) {
    Node value = values.get(name);
    if (value == null) {
      return Optional.empty();
    }
    String word = value instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!TIME.matcher(word).matches()) {
      faults.add(value, name + " should be a time of day, as in \"09:30\".");
      return Optional.empty();
    }
    return Optional.of(LocalTime.parse(word));
  }

  /** A part with names of its own; empty when it is not given, or faulty. */
  Optional<Fields> part(String name, String what, List<String> known) {
    Node value = values.get(name);
    return value == null ? Optional.empty() : of(value, what, known, faults);
  }

  /** Texts with their lines, from a list or a single text. */
  List<Written> texts(String name, int longest) {
    Node value = values.get(name);
    List<Written> texts = new ArrayList<>();
    if (value != null) {
      List<Node> nodes = value instanceof SequenceNode list ? list.getValue() : List.of(value);
      nodes.forEach(
          one ->
              text(one, name, longest)
                  .ifPresent(text -> texts.add(new Written(text, Faults.line(one)))));
    }
    return texts;
  }

  /** The parts of a list; none when it is not given or no list. */
  List<Node> list(String name) {
    Node value = values.get(name);
    if (value != null && value.getNodeId() != NodeId.sequence) {
      faults.add(value, name + " should be a list, each item after a dash.");
    }
    return value instanceof SequenceNode list ? list.getValue() : List.of();
  }

  /** A text and the line it stands in. */
  record Written(String text, int line) {}
}
