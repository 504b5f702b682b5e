/** Sends e-mail by SMTP, so that a mail which is sent twice is recognised as one. */
@NullMarked
package dev.postmortem.mail;

import org.jspecify.annotations.NullMarked;
