/**
 * The picture of an incident: when it began and was over, how busy the channel was, where the key
 * points lie. It is computed first, and then drawn as SVG.
 */
@NullMarked
package dev.postmortem.document.picture;

import org.jspecify.annotations.NullMarked;
