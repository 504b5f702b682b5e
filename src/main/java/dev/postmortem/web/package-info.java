/**
 * The HTTP side: where Slack's requests come in, what tells an operator whether all is well, and
 * the pages in the browser.
 */
@NullMarked
package dev.postmortem.web;

import org.jspecify.annotations.NullMarked;
