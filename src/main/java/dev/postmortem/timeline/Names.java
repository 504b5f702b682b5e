package dev.postmortem.timeline;

import java.util.Optional;

/**
 * The readable names behind the ids in a message. Empty where nothing is known: the label or the id
 * is shown.
 */
public interface Names {
  Optional<String> user(String id);

  Optional<String> channel(String id);

  Optional<String> group(String id);

  /** Knows nobody. */
  Names NONE =
      new Names() {
        @Override
        public Optional<String> user(String id) {
          return Optional.empty();
        }

        @Override
        public Optional<String> channel(String id) {
          return Optional.empty();
        }

        @Override
        public Optional<String> group(String id) {
          return Optional.empty();
        }
      };
}
