/** Tests of Socket Mode, against the rehearsal workspace. */
package dev.postmortem.slack.socket;
