package dev.postmortem.slack.inbound;

import dev.postmortem.delivery.DeliveryWatch;
import dev.postmortem.slack.outbound.SlackCalls;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.capture.ArrivalWatch;
import dev.postmortem.workflow.capture.PictureSource;
import dev.postmortem.workflow.publish.Audience;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the Slack side is made of.
 *
 * @param outbox the same desk, whose writes do not call the postman
 * @param zone of new post-mortems, null to take each point person's own
 * @param stakeholders ids of people and user groups who are always proposed for a meeting
 * @param arrivals is told what comes from Slack
 * @param deliveries is told what becomes of letters
 */
public record SlackParts(
    Desk desk,
    Desk outbox,
    SlackCalls calls,
    Identity me,
    Audience audience,
    Alarms alarms,
    @Nullable ZoneId zone,
    List<String> stakeholders,
    PictureSource pictures,
    ArrivalWatch arrivals,
    DeliveryWatch deliveries) {}
