package dev.postmortem.document;

import dev.postmortem.draft.Participant;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.Person;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everybody the document names, with what they do: as corrected, else as their profile says. */
final class Cast {
  private final Function<String, Person> people;
  private final List<Participant> corrections;

  Cast(Function<String, Person> people, List<Participant> corrections) {
    this.people = people;
    this.corrections = corrections;
  }

  Document.Member member(String id) {
    Person person = people.apply(id);
    String role = person.role();
    for (Participant correction : corrections) {
      if (correction.user().equals(id) && correction.role() != null) {
        role = correction.role();
      }
    }
    return new Document.Member(id, Clean.name(person.name()), Clean.name(role));
  }

  Document.@Nullable Member memberOrNull(@Nullable String id) {
    return id == null || id.isEmpty() ? null : member(id);
  }

  /** Who a message is of: a bot goes by the name that it gave itself. */
  Document.Member author(Message message) {
    String id = message.author();
    if (!message.label().isBlank()) {
      return new Document.Member(id == null ? "" : id, Clean.name(message.label()), "");
    }
    return id == null ? new Document.Member("", "Somebody", "") : member(id);
  }

  /**
   * The people who said something, in order, with those added and without those removed.
   *
   * @param heard those of them who are known to have been heard before what they said was removed
   */
  List<Document.Member> participants(List<String> heard, List<Entry> entries) {
    Set<String> ids = new LinkedHashSet<>(heard);
    for (Entry entry : entries) {
      String author = entry.message().author();
      if (author != null && entry.message().kind() != Kind.ALERT && !people.apply(author).bot()) {
        ids.add(author);
      }
    }
    for (Participant correction : corrections) {
      if (correction.removed()) {
        ids.remove(correction.user());
      } else {
        ids.add(correction.user());
      }
    }
    return ids.stream().map(this::member).toList();
  }
}
