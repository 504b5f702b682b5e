/** How the values that SQL has no word for stand in columns: instants, dates, keys of messages. */
@NullMarked
package dev.postmortem.storage.column;

import org.jspecify.annotations.NullMarked;
