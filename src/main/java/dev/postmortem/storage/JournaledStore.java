package dev.postmortem.storage;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.Store;
import dev.postmortem.storage.Unheard.Foreign;
import dev.postmortem.storage.Unheard.Known;
import dev.postmortem.storage.Unheard.News;
import dev.postmortem.storage.Unheard.Word;
import dev.postmortem.storage.file.Journal;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store with a journal in front: what is said for the first time is on the disk as soon as it
 * stands there, which takes a tenth of what a commit of the database takes, and enters the tables a
 * little later, many at a time.
 *
 * <p>Nobody sees the difference. Whoever reads or writes waits until what stands in the journal is
 * in the tables. While somebody writes, nothing is added to it, and before that it is cleared: so
 * what is found in it after the end of the process came after everything that was written, and
 * nothing that was taken out since returns from there. Whoever only reads on in Slack's history
 * writes beside it: a message that both keep is kept once. Only this process may have the database
 * open.
 */
final class JournaledStore implements Store, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JournaledStore.class);
  private static final long GATHERED_MILLIS = 200;

  /** What waits is also held in memory. */
  private static final long MOST_CHARACTERS = 4_000_000;

  /** After so long a silence nothing of what was said is left in the journal. */
  private static final long SILENCE_MILLIS = 2_000;

  private static final long PATIENCE_MILLIS = 5_000;

  private final JdbiStore store;
  private final Journal journal;
  private final Waiting waiting = new Waiting();
  private final Entering entering;

  /** Held by whoever adds to the journal or clears it, and while nobody may begin to write. */
  private final Object adding = new Object();

  private final Thread clerk = new Thread(this::enterUntilOver, "journal");
  private Unheard unheard = new Unheard();
  private int writers;
  private volatile boolean over;

  private JournaledStore(JdbiStore store, Journal journal) {
    this.store = store;
    this.journal = journal;
    this.entering = new Entering(store, waiting);
  }

  /**
   * Enters into the tables what an earlier process left in the journal, and begins.
   *
   * @throws IOException when the journal cannot be read or written; it is closed then
   */
  static JournaledStore of(JdbiStore store, Journal journal) throws IOException {
    JournaledStore journaled = new JournaledStore(store, journal);
    try {
      journaled.enterLeft();
    } catch (IOException | RuntimeException failed) {
      journal.close();
      throw failed;
    }
    journaled.clerk.setDaemon(true);
    journaled.clerk.start();
    return journaled;
  }

  private void enterLeft() throws IOException {
    List<Belonging> left = new ArrayList<>();
    for (byte[] piece : journal.left()) {
      left.addAll(Spoken.read(piece));
    }
    waiting.add(left);
    enter();
    journal.begin();
    if (!left.isEmpty()) {
      LOG.info("{} messages stood in the journal when the bot was ended", left.size());
    }
  }

  /** Those of which nothing is known go to the journal. */
  @Override
  public List<Fate> keepNew(List<Message> said) {
    synchronized (adding) {
      if (writers > 0 || entering.isFailing() || over) {
        return Collections.nCopies(said.size(), Fate.LEFT);
      }
      boolean isKept = false;
      try {
        List<Word> words = store.look(handle -> words(said, handle));
        add(words);
        isKept = true;
        return words.stream().map(JournaledStore::fate).toList();
      } catch (IOException failed) {
        LOG.debug("the journal could not be written", failed);
        return Collections.nCopies(said.size(), Fate.LEFT);
      } finally {
        if (!isKept) {
          unheard = new Unheard();
        }
      }
    }
  }

  private List<Word> words(List<Message> said, Handle handle) {
    Set<MessageKey> before = new HashSet<>();
    List<Word> words = new ArrayList<>();
    for (Message message : said) {
      boolean isThere = !before.add(message.key()) || waiting.has(message.key());
      words.add(isThere ? new Known() : unheard.of(handle, message));
    }
    return words;
  }

  private void add(List<Word> words) throws IOException {
    List<Belonging> news = new ArrayList<>();
    for (Word word : words) {
      if (word instanceof News one) {
        news.add(one.message());
      }
    }
    if (!news.isEmpty()) {
      byte[] piece = Spoken.bytes(news);
      makeRoom(piece.length);
      journal.add(piece);
      waiting.add(news);
    }
  }

  private static Fate fate(Word word) {
    if (word instanceof News) {
      return Fate.KEPT;
    }
    return word instanceof Foreign ? Fate.NOWHERE : Fate.LEFT;
  }

  private void makeRoom(int length) throws IOException {
    if (!journal.hasRoom(length) || waiting.characters() > MOST_CHARACTERS) {
      enter();
      journal.clear();
    }
    if (!journal.hasRoom(length)) {
      throw new IOException("a piece of " + length + " bytes");
    }
  }

  /** What cannot be entered, as the disk is full, must not keep anybody from what is there. */
  @Override
  public <T> T read(Function<Records, T> work) {
    try {
      enter();
    } catch (RuntimeException failed) {
      LOG.debug("what was said last is not read", failed);
    }
    return store.read(work);
  }

  @Override
  public <T> T write(Function<Records, T> work) {
    enter();
    synchronized (adding) {
      enter();
      clear();
      writers++;
    }
    try {
      return store.write(work);
    } finally {
      synchronized (adding) {
        writers--;
        unheard = new Unheard();
      }
    }
  }

  @Override
  public <T> T writeBeside(Function<Records, T> work) {
    enter();
    try {
      return store.write(work);
    } finally {
      synchronized (adding) {
        unheard = new Unheard();
      }
    }
  }

  private void clear() {
    try {
      journal.clear();
    } catch (IOException failed) {
      throw new UncheckedIOException("the journal cannot be written", failed);
    }
  }

  /** Returns when all that was kept before the call is in the tables. */
  void enter() {
    entering.enter();
  }

  private void enterUntilOver() {
    try {
      while (!over) {
        if (waiting.await(1, SILENCE_MILLIS)) {
          entering.awaitMany(GATHERED_MILLIS);
          enterOrRest();
        } else {
          wipe();
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void enterOrRest() throws InterruptedException {
    try {
      enter();
    } catch (RuntimeException failed) {
      String why = failed.getClass().getSimpleName();
      LOG.warn("what stands in the journal does not get into the database yet: {}", why);
      LOG.debug("why it does not", failed);
      waiting.await(Integer.MAX_VALUE, SILENCE_MILLIS);
    }
  }

  private void wipe() {
    synchronized (adding) {
      if (!waiting.isEmpty() || !journal.isDirty()) {
        return;
      }
      try {
        journal.wipe();
      } catch (IOException failed) {
        LOG.debug("the journal could not be wiped", failed);
      }
    }
  }

  /** Enters what waits, and closes the journal; what cannot be entered is left in it. */
  @Override
  public void close() {
    over = true;
    waiting.end();
    try {
      clerk.join(PATIENCE_MILLIS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    synchronized (adding) {
      try (journal) {
        enter();
        journal.clear();
      } catch (IOException | RuntimeException failed) {
        LOG.warn("the journal is left to the next start: {}", failed.getMessage());
      }
    }
  }
}
