package dev.postmortem.web.library;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.catalog.Catalog;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.web.door.Entry.Welcome;
import dev.postmortem.workflow.Desk;
import java.time.ZoneId;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Somebody who looks at a page. */
record Look(Desk desk, Welcome welcome) {
  private static final ZoneId UTC = ZoneId.of("UTC");

  /** Where they are, as far as Slack knows. */
  ZoneId zone() {
    ZoneId own = welcome.who().zone();
    return own == null ? UTC : own;
  }

  private Reader reader() {
    return new Reader(welcome.visitor().team(), welcome.visitor().person(), welcome.rooms());
  }

  /** Asks the catalog, which shows each reader what that reader may see. */
  <T> T ask(BiFunction<Catalog, Reader, T> question) {
    return desk.store().read(records -> question.apply(records.catalog(), reader()));
  }

  <T> T read(Function<Records, T> work) {
    return desk.store().read(work);
  }

  /** How somebody is called; nobody's name is empty. */
  String name(@Nullable String person) {
    return person == null || person.isEmpty() ? "" : desk.name(person);
  }
}
