/** Files beneath and beside a database that holds its data in one: what no interrupt may close. */
@NullMarked
package dev.postmortem.storage.file;

import org.jspecify.annotations.NullMarked;
