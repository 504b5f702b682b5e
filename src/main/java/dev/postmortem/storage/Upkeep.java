package dev.postmortem.storage;

/** What is done to the data from time to time while the database is open. */
interface Upkeep extends AutoCloseable {
  /** The database does it by itself. */
  Upkeep BY_ITSELF = () -> {};

  /** Ends it; returns when nothing of it is under way. */
  @Override
  void close();
}
