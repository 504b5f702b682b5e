package dev.postmortem.template;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML as a tree that knows its lines. No object is made of it, and references are refused:
 * they can make a small file as large as one likes.
 */
final class Yaml {
  private static final int DEEPEST = 10;

  private Yaml() {}

  /** The tree; empty when there is none, and the faults say why. */
  static Optional<Node> tree(String text, Faults faults) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    org.yaml.snakeyaml.Yaml yaml = new org.yaml.snakeyaml.Yaml(options);
    try {
      if (hasReferences(yaml, text, faults)) {
        return Optional.empty();
      }
      @Nullable Node root = yaml.compose(new StringReader(text));
      if (root == null) {
        faults.add(1, "The file is empty; it should hold a list of sections.");
      }
      return Optional.ofNullable(root);
    } catch (MarkedYAMLException broken) {
      faults.add(line(broken), "This is no YAML: " + problem(broken));
    } catch (ReaderException character) {
      faults.add(line(text, character.getPosition()), "This character is not allowed in YAML.");
    } catch (YAMLException broken) {
      faults.add("This is no YAML, or its lists are nested too deeply.");
    }
    return Optional.empty();
  }

  private static boolean hasReferences(org.yaml.snakeyaml.Yaml yaml, String text, Faults faults) {
    for (Event event : yaml.parse(new StringReader(text))) {
      if (event instanceof AliasEvent
          || (event instanceof NodeEvent node && node.getAnchor() != null)) {
        faults.add(
            event.getStartMark().getLine() + 1,
            "References (& and *) are not read here; write the words out, or put them in quotes.");
        return true;
      }
    }
    return false;
  }

  private static String problem(MarkedYAMLException broken) {
    String problem = broken.getProblem() == null ? "it cannot be read" : broken.getProblem();
    return problem.contains("(TAB)")
        ? "a tab; indent with spaces."
        : problem.replaceAll("\\s+", " ").strip() + ".";
  }

  private static int line(MarkedYAMLException broken) {
    Mark mark = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
    return mark == null ? 0 : mark.getLine() + 1;
  }

  private static int line(String text, int codePoints) {
    return 1
        + (int) text.codePoints().limit(codePoints).filter(character -> character == '\n').count();
  }
}
