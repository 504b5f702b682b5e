/** Everything fails: the process, Slack, the store. What was promised holds all the same. */
@org.jspecify.annotations.NullMarked
package dev.postmortem.faults;
