package dev.postmortem.review.insight;

import java.time.YearMonth;

/**
 * The incidents that began in a month.
 *
 * @param detect from the start until it was noticed, where marked messages say so
 * @param mitigate from the start until it got better, likewise
 * @param resolve from the start to the end
 */
public record Month(
    YearMonth month, int incidents, Median detect, Median mitigate, Median resolve) {}
