/**
 * Benchmarks: a load generator, a bare Bolt to compare with, and what is measured. Nothing here is
 * a timed test; README.md names the command.
 */
package dev.postmortem.bench;
