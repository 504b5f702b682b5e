package dev.postmortem.template;

import dev.postmortem.draft.Section;
import dev.postmortem.draft.Template;
import dev.postmortem.meeting.Policy;
import dev.postmortem.timeline.EmojiMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads a template. Its form is described in {@code default.yml}, which says what is built in.
 *
 * <p>Thirty sections are the most: with more, the list of them would not fit into one of Slack's
 * messages, which hold about 13,000 characters.
 */
public final class TemplateReader {
  private static final int MOST_SECTIONS = 30;
  private final Set<String> commands;
  private final UnaryOperator<String> canonical;

  /**
   * A reader.
   *
   * @param commands the words that no section can have
   * @param canonical the one name of an emoji that has several
   */
  public TemplateReader(Set<String> commands, UnaryOperator<String> canonical) {
    this.commands = commands;
    this.canonical = canonical;
  }

  /**
   * Reads a template.
   *
   * @param nameOrPath {@code default}, {@code short}, {@code contributing-factors}, or the path of
   *     a file; anything that cannot be read is a fault
   */
  public Reading read(String nameOrPath) {
    if (nameOrPath.equals(Source.DEFAULT)) {
      return new Reading.Fine(Template.DEFAULT);
    }
    Faults faults = new Faults(nameOrPath);
    Optional<Template> template =
        Source.text(nameOrPath, faults)
            .flatMap(text -> Yaml.tree(text, faults))
            .flatMap(root -> Fields.of(root, "a template", List.of("sections", "meeting"), faults))
            .map(fields -> template(fields, faults));
    return template.isPresent() && faults.areNone()
        ? new Reading.Fine(template.get())
        : new Reading.Faulty(faults.all());
  }

  /** A template that settles nothing but the meetings has the sections that are built in. */
  private Template template(Fields fields, Faults faults) {
    Policy meeting =
        fields
            .part("meeting", "a meeting policy", MeetingReader.KNOWN)
            .map(part -> new MeetingReader(part, faults).read())
            .orElse(Policy.DEFAULT);
    boolean builtIn = fields.has("meeting") && !fields.has("sections");
    return (builtIn ? Template.DEFAULT : sections(fields, faults)).with(meeting);
  }

  private Template sections(Fields fields, Faults faults) {
    SectionReader reader = new SectionReader(commands, canonical, faults);
    List<Listed> listed = new ArrayList<>();
    List<Node> nodes = fields.list("sections");
    nodes.forEach(node -> reader.read(node).ifPresent(listed::add));
    if (nodes.size() > MOST_SECTIONS) {
      faults.add(nodes.get(MOST_SECTIONS), "There are more than " + MOST_SECTIONS + " sections.");
    }
    if (faults.areNone()
        && listed.stream().noneMatch(one -> !one.hidden() && one.section().takesText())) {
      faults.add(fields.line("sections"), "There is no section that people could write into.");
    }
    new Clashes(listed, faults).find();
    return template(listed);
  }

  private static Template template(List<Listed> listed) {
    List<Section> shown = new ArrayList<>();
    List<Section> hidden = new ArrayList<>();
    Map<String, String> emoji = new LinkedHashMap<>();
    for (Listed one : listed) {
      if (one.hidden()) {
        hidden.add(one.section().optional());
      } else {
        shown.add(one.section());
        one.emoji().forEach(name -> emoji.put(name.text(), one.section().tag()));
      }
    }
    Template.DEFAULT.sections().stream()
        .filter(
            section -> listed.stream().noneMatch(one -> one.section().key().equals(section.key())))
        .forEach(section -> hidden.add(section.optional()));
    return new Template(shown, hidden, new EmojiMap(emoji), Policy.DEFAULT);
  }
}
