/**
 * The HTTP side: where Slack's requests come in, and what tells an operator whether all is well.
 */
@NullMarked
package dev.postmortem.web;

import org.jspecify.annotations.NullMarked;
