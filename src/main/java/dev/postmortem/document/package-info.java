/**
 * The finished document as a tree, and the forms it is written in: Markdown, HTML, plain text,
 * JSON.
 */
@NullMarked
package dev.postmortem.document;

import org.jspecify.annotations.NullMarked;
