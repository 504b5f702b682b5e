/** Tests of single examinations. */
@org.jspecify.annotations.NullMarked
package dev.postmortem.check;
