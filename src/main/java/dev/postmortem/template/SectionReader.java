package dev.postmortem.template;

import dev.postmortem.draft.Section;
import dev.postmortem.draft.Template;
import dev.postmortem.template.Fields.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads one section. What a built-in section does not say stays as it is built in.
 *
 * <p>A title must fit into an option of a menu, 75 characters (docs.slack.dev, “Option object”).
 */
final class SectionReader {
  private static final List<String> KNOWN =
      List.of("key", "title", "prompt", "required", "hidden", "word", "emoji");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,29}");
  private static final Pattern EMOJI =
      Pattern.compile(":?([\\p{Ll}\\p{Lo}\\p{M}\\p{N}_+'-]{1,100}):?");
  private static final int LONGEST_TITLE = 75;
  private static final int LONGEST_PROMPT = 300;
  private static final int LONGEST = 1_000;

  /** Where notes go when the template shows no timeline. */
  private static final String NOTES = "notes";

  private final Set<String> commands;
  private final UnaryOperator<String> canonical;
  private final Faults faults;
  private final Set<String> tags =
      Template.DEFAULT.sections().stream().map(Section::tag).collect(Collectors.toSet());

  SectionReader(Set<String> commands, UnaryOperator<String> canonical, Faults faults) {
    this.commands = commands;
    this.canonical = canonical;
    this.faults = faults;
  }

  /** The section; empty when it is so faulty that nothing can be said of it. */
  Optional<Listed> read(Node node) {
    return Fields.of(node, "a section", KNOWN, faults).flatMap(this::read);
  }

  private Optional<Listed> read(Fields fields) {
    if (!fields.has("key")) {
      faults.add(fields.line(), "This section has no key.");
    }
    return fields.text("key", LONGEST).flatMap(key -> read(fields, key));
  }

  private Optional<Listed> read(Fields fields, String key) {
    Optional<Section> builtIn =
        Template.DEFAULT.sections().stream().filter(one -> one.key().equals(key)).findFirst();
    if (builtIn.isEmpty() && !mayBeKey(fields, key)) {
      return Optional.empty();
    }
    Section before = builtIn.orElse(new Section(key, key, key, "", "", false));
    Section section =
        new Section(
            key,
            before.tag(),
            word(fields, before),
            title(fields, before),
            fields.text("prompt", LONGEST_PROMPT).orElse(before.prompt()),
            fields.flag("required").orElse(before.required()));
    boolean hidden = fields.flag("hidden").orElse(false);
    checkRequired(fields, section, hidden);
    return Optional.of(
        new Listed(section, hidden, emoji(fields, section), names(fields, section), fields.line()));
  }

  private boolean mayBeKey(Fields fields, String key) {
    if (!KEY.matcher(key).matches()) {
      faults.add(
          fields.line("key"),
          "The key "
              + Faults.quoted(key)
              + " should be up to 40 small letters a to z, digits and _, a letter first, as in impact.");
      return false;
    }
    if (tags.contains(key) || key.equals(NOTES)) {
      faults.add(
          fields.line("key"),
          "The key " + Faults.quoted(key) + " is used by the bot itself; choose another.");
      return false;
    }
    return true;
  }

  private String title(Fields fields, Section before) {
    Optional<String> title = fields.text("title", LONGEST_TITLE);
    if (title.isPresent()
        ? title.get().isEmpty()
        : before.title().isEmpty() && !fields.has("title")) {
      faults.add(
          fields.line("title"), "The section " + Faults.quoted(before.key()) + " needs a title.");
    }
    return title.orElse(before.title());
  }

  private String word(Fields fields, Section before) {
    if (fields.has("word") && !before.takesText()) {
      faults.add(
          fields.line("word"),
          before.fillsItself()
              ? "The section " + Faults.quoted(before.key()) + " fills itself, so it has no word."
              : "The word of "
                  + Faults.quoted(before.key())
                  + " is that of its commands and stays.");
      return before.word();
    }
    String word = fields.text("word", LONGEST).orElse(before.word()).toLowerCase(Locale.ROOT);
    if (!before.takesText()) {
      return word;
    }
    if (!WORD.matcher(word).matches()) {
      faults.add(
          fields.line("word"),
          "The word "
              + Faults.quoted(word)
              + " should be one word of up to 30 letters, digits, - or _.");
    } else if (commands.contains(word)) {
      faults.add(
          fields.line(fields.has("word") ? "word" : "key"),
          "The word "
              + Faults.quoted(word)
              + " is a command already; give the section another word.");
    }
    return word;
  }

  private void checkRequired(Fields fields, Section section, boolean hidden) {
    if (section.required() && section.fillsItself()) {
      faults.add(
          fields.line("required"),
          "The section "
              + Faults.quoted(section.key())
              + " fills itself, so it cannot be required.");
    } else if (hidden && fields.flag("required").orElse(false)) {
      faults.add(fields.line("required"), "A hidden section cannot be required.");
    }
  }

  private List<Written> emoji(Fields fields, Section section) {
    if (!fields.has("emoji")) {
      return standard(section, fields.line());
    }
    if (section.fillsItself()) {
      faults.add(
          fields.line("emoji"),
          "The section "
              + Faults.quoted(section.key())
              + " fills itself, so no emoji files under it.");
      return List.of();
    }
    List<Written> emoji = new ArrayList<>();
    for (Written written : fields.texts("emoji", LONGEST)) {
      var match = EMOJI.matcher(written.text());
      if (match.matches()) {
        emoji.add(new Written(canonical.apply(match.group(1)), written.line()));
      } else {
        faults.add(
            written.line(),
            Faults.quoted(written.text())
                + " is no name of an emoji; write it as Slack does, as in boom or +1, without a skin tone.");
      }
    }
    return emoji;
  }

  private static List<Written> standard(Section section, int line) {
    return Template.DEFAULT.emoji().tags().entrySet().stream()
        .filter(one -> !section.tag().isEmpty() && one.getValue().equals(section.tag()))
        .map(Map.Entry::getKey)
        .map(name -> new Written(name, line))
        .toList();
  }

  private static List<Listed.Name> names(Fields fields, Section section) {
    List<Listed.Name> names = new ArrayList<>();
    names.add(new Listed.Name("key", new Written(section.key(), fields.line("key"))));
    if (!section.word().isEmpty()) {
      names.add(new Listed.Name("word", new Written(section.word(), fields.line("word"))));
    }
    if (!section.title().isEmpty()) {
      names.add(new Listed.Name("title", new Written(section.title(), fields.line("title"))));
    }
    return names;
  }
}
