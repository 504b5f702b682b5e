/**
 * Takes everything that is kept from one database to another, or to a file and back. Tables and
 * columns are read from the database, so a new table is never forgotten.
 */
@NullMarked
package dev.postmortem.storage.copy;

import org.jspecify.annotations.NullMarked;
