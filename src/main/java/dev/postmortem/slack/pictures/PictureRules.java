package dev.postmortem.slack.pictures;

import dev.postmortem.timeline.ImageType;
import java.time.Duration;
import java.util.Set;

/**
 * Which pictures are copied.
 *
 * @param mostBytes of one picture; 0 copies none
 * @param patience with one download
 */
public record PictureRules(Set<ImageType> types, int mostBytes, Duration patience) {}
