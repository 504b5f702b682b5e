/** Keeps the library: who may see what, and which words occur where. */
@NullMarked
package dev.postmortem.storage.catalog;

import org.jspecify.annotations.NullMarked;
