/**
 * Keeps everything on disk, by JDBI, in SQL that H2 and PostgreSQL both accept: when a write
 * returns, it has survived the end of this process.
 */
@NullMarked
package dev.postmortem.storage;

import org.jspecify.annotations.NullMarked;
