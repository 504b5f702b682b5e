/** What can be learned from all post-mortems together: counted, not judged. */
@NullMarked
package dev.postmortem.review.insight;

import org.jspecify.annotations.NullMarked;
